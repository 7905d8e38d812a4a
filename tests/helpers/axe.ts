/** What axe says of an open page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './site-test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param parts selectors of what is examined; the whole page where there are none
 * @returns for each rule that is broken: its name, how bad it is, up to three places and what to do
 */
export async function axeFaults(page: Page, ...parts: string[]): Promise<string[]> {
  // The site has no frames: axe need not open a second page to put their results together.
  const axe = new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode();
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target} ${failureSummary?.split('\n')[1]?.trim()}`);
    return `${id}, ${impact} (${nodes.length}): ${places.join(' | ')}`;
  });
}
