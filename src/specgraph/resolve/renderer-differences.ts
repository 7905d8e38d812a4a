/** Links that lead somewhere with one of the configured renderers and nowhere with another. */
import type { DocumentFacts, RendererDifference } from '../model/index.ts';
import type { Destination, LinkScope, Outcome } from './destinations.ts';
import { nodeId } from './ids.ts';
import { resolveDestination } from './link-targets.ts';

/**
 * @param first the outcome with the first renderer
 * @returns the same outcome where all agree; else an outcome that says who differs
 */
export function compareRenderers(
  url: string,
  destination: Destination,
  first: Outcome | undefined,
  from: DocumentFacts,
  scope: LinkScope,
): Outcome | undefined {
  const outcomes = scope.renderers.map((_, i) =>
    i === 0 ? first : resolveDestination(url, destination, from, scope, i),
  );
  const works = outcomes.findIndex((outcome) => !isBroken(outcome));
  if (works < 0 || !outcomes.some(isBroken)) return first;
  const names = (broken: boolean): string[] =>
    scope.renderers.filter((_, i) => isBroken(outcomes[i]) === broken).map(({ name }) => name);
  const target = outcomes[works];
  const differs: RendererDifference = {
    works: names(false),
    fails: names(true),
    spellings: target && spellings(target, outcomes, scope),
  };
  if (first?.resolved) return { ...first, differs };
  return {
    target: target?.target ?? nodeId.missing(url),
    resolved: false,
    why: 'renderers-differ',
    differs,
  };
}

function isBroken(outcome: Outcome | undefined): boolean {
  return outcome?.why === 'missing-file' || outcome?.why === 'missing-anchor';
}

/** How each renderer that fails writes the anchor of the section that is meant. */
function spellings(
  { target }: Outcome,
  outcomes: readonly (Outcome | undefined)[],
  { renderers, index }: LinkScope,
): RendererDifference['spellings'] {
  if (nodeId.kindOf(target) !== 'section') return undefined;
  const section = index.byId.get(nodeId.documentOf(target)!)?.bySlug.get(nodeId.nameOf(target));
  if (!section) return undefined;
  return renderers.flatMap(({ name }, i) => {
    const anchor = i === 0 ? section.slug : section.otherSlugs?.[i - 1];
    return outcomes[i]?.why === 'missing-anchor' && anchor ? [{ renderer: name, anchor }] : [];
  });
}
