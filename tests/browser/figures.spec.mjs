import { execFileSync } from 'node:child_process';
import { expect, marks, open, rows, test } from './fixtures.mjs';

test('December 2021: four bars, twelve without a figure', async ({ page }) => {
  await open(page, '/?measure=ozg-land-any&period=2021-12');
  const found = await marks(page);
  expect(found).toHaveLength(16);
  expect(found.slice(0, 4).map(({ place, value, rankBest, rankWorst }) => [place, value, rankBest, rankWorst])).toEqual([
    ['DE-NW', '330', undefined, undefined], ['DE-BW', '224', undefined, undefined], ['DE-BY', '176', undefined, undefined], ['DE-HE', '157', undefined, undefined],
  ]);
  expect(found.slice(4).every(({ value, label }) => value === undefined && label.endsWith('keine Angabe'))).toBe(true);
  const figure = page.locator('figure').first();
  await expect(figure).toHaveAttribute('data-chart', 'ranking');
  await expect(figure).toHaveAttribute('data-measure', 'ozg-land-any');
  await expect(figure).toHaveAttribute('data-period', '2021-12');
  await expect(figure.locator('h2')).toContainText('in mindestens einer Kommune');
  await expect(figure.locator('.sentence')).toContainText('4 von 16 Ländern mit Angabe');
});

test('January 2024: bands and ties', async ({ page }) => {
  await open(page, '/?measure=ozg-land-statewide&period=2024-01');
  const found = Object.fromEntries((await marks(page)).map((mark) => [mark.place, mark]));
  expect(found['DE-BE']).toMatchObject({ value: '200', qualifier: 'more_than', low: '201', high: '210' });
  expect(found['DE-NW']).toMatchObject({ value: '176', qualifier: 'between', low: '176', high: '210', rankBest: '4', rankWorst: '13' });
  expect(found['DE-BB']).toMatchObject({ value: '175', rankBest: '14', rankWorst: '14' });
  expect(found['DE-SL'].rankBest).toBe('15');
  expect(found['DE-ST'].rankBest).toBe('15');
});

test('WSP.NRW: a point and a span with an open end', async ({ page }) => {
  await open(page, '/?view=growth&measure=wsp-services');
  const found = await marks(page);
  const counts = found.filter(({ label }) => !label.includes('geplant'));
  expect(counts.map(({ value, qualifier, low, high }) => [value, qualifier, low, high])).toEqual([
    ['45', 'exact', undefined, undefined], ['70', 'more_than', '71', undefined],
  ]);
  await expect(page.locator('figure').first().locator('.events li').first()).toContainText('eGovernment-Preis');
});

test('chart and table carry the same data', async ({ page }) => {
  for (const path of ['/', '/?measure=ozg-land-statewide&period=2023-11', '/en/?measure=leika-land-statewide', '/?measure=ozg-land-share']) {
    await open(page, path);
    const data = ({ place, value, qualifier, low, high, rankBest, rankWorst }) => ({ place, value, qualifier, low, high, rankBest, rankWorst });
    expect((await rows(page)).map(data)).toEqual((await marks(page)).map(data));
  }
});

test('the browser draws what the publisher draws, byte for byte', async ({ page }) => {
  const queries = ['', 'measure=ozg-land-any&period=2021-12', 'measure=ozg-land-statewide&period=2023-11&sort=name&focus=by', 'view=growth', 'view=growth&measure=ozg-nationwide', 'measure=ozg-land-share'];
  for (const query of queries) {
    const native = execFileSync('target/debug/ozg', ['page', query, '--package', 'tests/package'], { encoding: 'utf8' });
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, `/?${query}`);
    for (const [width, name] of [[360, 'narrow'], [640, 'medium'], [1280, 'wide']]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.locator(`figure >> svg.chart-${name}`).first()).toBeVisible();
      const [live, published] = await page.evaluate(([html, selector]) => {
        // Comments are marks of the framework; attributes are compared in one order.
        const text = (node) => {
          if (node.nodeType === Node.TEXT_NODE) return node.data;
          if (node.nodeType !== Node.ELEMENT_NODE) return '';
          const attributes = [...node.attributes].map(({ name, value }) => `${name}="${value}"`).sort().join(' ');
          return `<${node.tagName} ${attributes}>${[...node.childNodes].map(text).join('')}</${node.tagName}>`;
        };
        const other = new DOMParser().parseFromString(html, 'text/html');
        return [document, other].map((source) => text(source.querySelector(selector)));
      }, [native, `svg.chart-${name}`]);
      expect(live, `${query} ${name}`).toBe(published);
    }
  }
});
