/** Accessibility: what axe finds in an open page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './site-test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * @param parts selectors of the elements to examine; the whole page where there are none
 * @returns for each violated rule: its name, its impact, up to three places and how to fix them
 */
export async function axeFaults(page: Page, ...parts: string[]): Promise<string[]> {
  // Without the legacy mode, axe opens a second page to combine the results of frames; the site has none.
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
