// Before first paint: language, theme, another question? Then the guard. Where no script runs, `data-error` stays as it came.
((root) => {
  const page = root.dataset, at = location;
  const value = (key, of) => RegExp(`[?&](${key})=(${of})(&|$)`).exec(at.search)?.[2];
  const go = (way) => at.replace(way + at.search + at.hash);
  const waits = () => /static|loading/.test(page.state);
  const lang = value('lang', 'de|en'), theme = value('theme', 'light|dark');
  if (lang && lang != root.lang) return go(page.translation);
  if (page.sample && value('data', 'sample')) return go(page.sample);
  delete page.error;
  if (theme) page.kernTheme = theme;
  if (value('view|tab|measure|area|places|focus|country|period|time|unit|scale|group|sort|facet|asof', '.*') != null) page.other = '';
  // What is chosen before the app is there is noted for it, and the chart of another choice is hidden.
  addEventListener('change', ({ target }) => {
    if (waits() && target.name) target.dataset.early = page.early = page.other = '';
  });
  const fail = (cause) => {
    if (page.error) return;
    // What was delivered stays; what the app has begun to change is hidden.
    if (!waits()) page.other = '';
    else if ('early' in page) delete page.other;
    page.state = 'error';
    page.error = cause;
  };
  addEventListener('ozg-fail', () => fail(page.cause));
  // The starter is asked for once more; that other files are missing is no fault of the page.
  let again;
  addEventListener('error', ({ target, message }) => {
    const isStarter = target.id == 'start';
    if (isStarter && !again) again = setTimeout(() => target.replaceWith(new Range().createContextualFragment(target.outerHTML.replace('.js', '.js?'))), 1e3);
    else if (waits() && (isStarter || target == self)) fail(`E-BOOT ${message ?? 'file'}`);
  }, true);
  // An embed starts when it is seen.
  page.site == 'embed' || setTimeout(() => waits() && fail('E-BOOT-TIME'), 8e3);
})(document.documentElement);
