import { readFileSync } from 'node:fs';
import { expect, open, test } from './fixtures.mjs';

/** The file that a button of the main figure offers. */
async function taken(page, button) {
  const figure = page.locator('figure').first();
  if (!(await figure.getByRole('button', { name: button, exact: true }).isVisible())) await figure.locator('summary', { hasText: /Herunterladen|Download/ }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

test('CSV in two dialects, JSON and SVG of the figure as it stands', async ({ page, origin }) => {
  await open(page, '/?measure=ozg-land-any&period=2021-12&focus=by');
  const csv = await taken(page, 'CSV');
  expect(csv.name).toBe('ranking-ozg-land-any-2021-12.csv');
  const lines = csv.text.split('\r\n');
  expect(lines).toHaveLength(18);
  expect(lines[0]).toMatch(/^place_code,place,measure,/);
  expect(lines[1]).toMatch(/^DE-NW,Nordrhein-Westfalen,ozg-land-any,.*,all,alle zusammen,2021-12-01,2021-12-31,Dezember 2021,330,330,330,exact,count,330,,,,575,/);
  expect(lines[5]).toContain(',missing,count,');
  expect(lines[1]).toContain(`${origin}/?measure=ozg-land-any&focus=by&period=2021-12`);
  const excel = await taken(page, 'CSV für Excel (deutsch)');
  expect(excel.name).toBe('ranking-ozg-land-any-2021-12-excel-de.csv');
  expect(excel.text.charCodeAt(0)).toBe(0xfeff);
  expect(excel.text).toMatch(/^.Kürzel;Land;/);
  expect(excel.text).toContain(';330;330;330;exact;');
  const json = JSON.parse((await taken(page, 'JSON')).text);
  expect(json.title).toContain('in mindestens einer Kommune');
  expect(json.rows[0]).toMatchObject({ place_code: 'DE-NW', value: 330, low: 330, high: 330, rank_best: null, licence: 'CC BY 4.0' });
  const svg = await taken(page, 'SVG');
  expect(svg.text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg.text).toContain('data-place="DE-NW" data-value="330"');
  expect(svg.text).toContain('focus=by');
  const [png] = await Promise.all([page.waitForEvent('download'), page.locator('figure').first().getByRole('button', { name: 'PNG', exact: true }).click()]);
  expect(png.suggestedFilename()).toBe('ranking-ozg-land-any-2021-12.png');
  const bytes = readFileSync(await png.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = /width="(\d+)" height="(\d+)"/.exec(svg.text).slice(1).map(Number);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * width, 2 * height]);
  expect(svg.text).not.toMatch(/<script|<style|href=/);
});

test('percentages have decimal commas for German Excel only', async ({ page }) => {
  await open(page, '/?measure=ozg-land-share');
  expect((await taken(page, 'CSV')).text).toContain(',36.8,36.8,36.8,exact,percent,');
  expect((await taken(page, 'CSV für Excel (deutsch)')).text).toContain(';36,8;36,8;36,8;exact;percent;');
});

test('sentence and link are copied, and that is said', async ({ page, context, origin }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '/en/?focus=by');
  await page.getByRole('button', { name: 'Copy sentence' }).first().click();
  await expect(page.locator('[role=status].visually-hidden')).toHaveText('Copied.');
  const sentence = await page.evaluate(() => navigator.clipboard.readText());
  expect(sentence).toMatch(/^In January 2025 Bavaria had 276 of 575 OZG services throughout the state: rank 2 of 16/);
  expect(sentence).toContain('Source: Initiative Neue Soziale Marktwirtschaft');
  expect(sentence).toContain(`${origin}/en/?focus=by`);
  await page.getByRole('button', { name: 'Copy link' }).last().click();
  // Where a card shows the same, its page has a picture of its own.
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}/en/cards/growth-wsp-nrw/?focus=by`);
  await open(page, '/en/?focus=by&unit=share');
  await page.getByRole('button', { name: 'Copy link' }).first().click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${origin}/en/?focus=by&unit=share`);
});
