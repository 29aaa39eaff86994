// Before first paint: language, theme, another question? Then the guard.
(function (root, page, at) {
  function key(names) { return RegExp('[?&](' + names + ')=([^&]*)').exec(at.search) || []; }
  function waits() { return /static|loading/.test(page.state); }
  var lang = key('lang')[2], theme = key('theme')[2];
  var site = page.site, embed = site == 'embed' ? 'embed/' : '';
  if (/^(de|en)$/.test(lang) && lang != root.lang) return at.replace((embed && '../') + (lang == 'en' ? 'en/' : '../') + embed + at.search + at.hash);
  if (key('data')[2] == 'sample' && site == 'real') return at.replace((root.lang == 'en' ? '../sample/en/' : 'sample/') + at.search + at.hash);
  if (/^(light|dark)$/.test(theme)) page.kernTheme = theme;
  if (key('view|tab|measure|area|places|focus|country|period|time|unit|scale|group|sort|facet|asof')[0]) page.other = '';
  // What is chosen before the app is there is noted for it, and the chart of another choice is hidden.
  addEventListener('change', function (e) {
    if (waits() && e.target.name) e.target.dataset.early = page.early = page.other = '';
  });
  function fail(cause) {
    if (!waits()) return;
    page.state = 'error';
    page.error = cause;
    if ('early' in page) delete page.other;
  }
  addEventListener('ozg-fail', function (e) { fail(e.detail); });
  addEventListener('error', function (e) { e.target.rel || fail('E-BOOT ' + (e.message || 'file')); }, true);
  // An embed starts when it is seen.
  embed || setTimeout(fail, 8e3, 'E-BOOT-TIME');
})(document.documentElement, document.documentElement.dataset, location);
