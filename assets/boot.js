// Before first paint: language, theme, another question? Then the guard.
(function (root, at) {
  function key(names) { return RegExp('[?&](' + names + ')=([^&]*)').exec(at.search) || []; }
  var lang = key('lang')[2], theme = key('theme')[2];
  var site = root.dataset.site, embed = site == 'embed' ? 'embed/' : '';
  if (/^(de|en)$/.test(lang) && lang != root.lang) return at.replace((embed && '../') + (lang == 'en' ? 'en/' : '../') + embed + at.search + at.hash);
  if (key('data')[2] == 'sample' && site == 'real') return at.replace((root.lang == 'en' ? '../sample/en/' : 'sample/') + at.search + at.hash);
  if (/^(light|dark)$/.test(theme)) root.dataset.kernTheme = theme;
  if (key('view|tab|measure|area|places|focus|country|period|time|unit|scale|group|sort|facet|asof')[0]) root.dataset.other = '';
  function fail(cause) {
    if (/ready|error/.test(root.dataset.state)) return;
    root.dataset.state = 'error';
    root.dataset.error = cause;
    var notice = document.getElementById('notice');
    if (notice) notice.hidden = false;
  }
  addEventListener('ozg-fail', function (e) { fail(e.detail); });
  addEventListener('error', function (e) { e.target.rel || fail('E-BOOT ' + (e.message || 'file')); }, true);
  // An embed starts when it is seen.
  embed || setTimeout(fail, 8e3, 'E-BOOT-TIME');
})(document.documentElement, location);
