import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What stands against WCAG 2.2 AA on the page as it is, each with where it is. No rule is switched off. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // In the page itself: else each look opens an empty page beside it, for the sake of frames, of which there are none.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${html.slice(0, 200)}`),
  );
}
