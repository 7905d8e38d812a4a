/** Accessibility: what axe finds in an open page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './site-test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose result depends on the colours of a theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * @param parts selectors of the elements to examine; the whole page where there are none
 * @returns for each violated rule: its name, its impact, up to three places and how to fix them
 */
export function axeFaults(page: Page, ...parts: string[]): Promise<string[]> {
  return faultsOf(axeFor(page).withTags(TAGS), parts);
}

/** The same by the rules of colours alone, for a second theme of a page that `axeFaults` has examined. */
export function axeColourFaults(page: Page, ...parts: string[]): Promise<string[]> {
  return faultsOf(axeFor(page).withRules(COLOUR_RULES), parts);
}

/** @returns examines nothing yet; the rules are chosen after `options`, which would remove a choice made before */
function axeFor(page: Page): AxeBuilder {
  // Without the legacy mode, axe opens a second page to combine the results of frames; the site has none.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

async function faultsOf(axe: AxeBuilder, parts: readonly string[]): Promise<string[]> {
  for (const part of parts) axe.include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${target} ${failureSummary?.split('\n')[1]?.trim()}`);
    return `${id}, ${impact} (${nodes.length}): ${places.join(' | ')}`;
  });
}
