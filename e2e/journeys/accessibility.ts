import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Of those, the rules that look at colours: a page says the same in its other theme, and is drawn otherwise. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** What stands against WCAG 2.2 AA on the page as it is, each with where it is. No rule is switched off. */
export const violationsOf = (page: Page): Promise<readonly string[]> => found(page, (axe) => axe.withTags(standards));

/** The same, of a page that has been looked at in another theme. */
export const violationsOfColour = (page: Page): Promise<readonly string[]> =>
  found(page, (axe) => axe.withRules(ofColour));

async function found(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<readonly string[]> {
  // In the page itself: else each look opens an empty page beside it, for the sake of frames, of which there are none.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await choose(new AxeBuilder({ page })).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html.slice(0, 200)}`),
  );
}
