import { expect, open, test } from './fixtures.mjs';

/** Lightness of a colour, 0 to 1. */
const lightness = (color) => {
  const [r, g, b] = color.match(/[\d.]+/g).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
};

for (const [name, path, scheme] of [['the app', '/?theme=dark', 'dark'], ['the app', '/en/?view=map', 'dark'], ['a card', '/cards/latest-ozg-land-statewide/', 'dark'], ['the app', '/', 'light']]) {
  test(`on paper it is light, with table and addresses: ${name} ${path} ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    // A card has no app that gets ready.
    await (path.startsWith('/cards/') ? page.goto(path) : open(page, path));
    await page.emulateMedia({ colorScheme: scheme, media: 'print' });
    const found = await page.evaluate(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const link = document.querySelector('.sources a');
      return {
        ground: style('body').backgroundColor,
        text: style('h2, h1').color,
        exact: style('html').printColorAdjust ?? style('html').webkitPrintColorAdjust,
        rows: [...document.querySelectorAll('#figure tbody tr, .figure tbody tr')].filter((row) => row.checkVisibility({ contentVisibilityAuto: true }) && row.getBoundingClientRect().height > 0).length,
        address: link && getComputedStyle(link, '::after').content,
      };
    });
    expect(lightness(found.ground)).toBeGreaterThan(0.95);
    expect(lightness(found.text)).toBeLessThan(0.3);
    expect(found.exact).toBe('exact');
    expect(found.rows).toBeGreaterThanOrEqual(16);
    // Not every source has an address; those of the card have.
    if (found.address || name === 'a card') expect(found.address).toContain('http');
  });
}
