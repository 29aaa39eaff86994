// What axe finds in a page.
import AxeCore from 'axe-core';

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer another theme can change: a theme changes nothing but colours. */
export const COLOURS = ['color-contrast'];
/** Names of marks say more than what is drawn: A34 compares them. */
const RULES = { 'label-content-name-mismatch': { enabled: false } };

/** What axe says of a page, or of what stands `within` a selector or a context of axe there. */
export async function looked(page, { runOnly = ALL, rules = RULES, within, iframes = true } = {}) {
  // Injected as source: the page's content security policy blocks added script elements.
  await page.evaluate(AxeCore.source);
  return page.evaluate(([within, options]) => window.axe.run(within ?? document, options), [within, { runOnly, rules, iframes }]);
}

const named = ({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(' | ')}`;

/** What axe finds wrong in a page. */
export const violations = async (page, options) => (await looked(page, options)).violations.map(named);

/** What axe finds wrong, and what it cannot decide by itself apart from the `reviewed` rules. */
export async function doubts(page, reviewed, rules) {
  const found = await looked(page, { rules: { ...RULES, ...rules } });
  return [found.violations, found.incomplete.filter(({ id }) => !(id in reviewed))].map((list) => list.map(named));
}
