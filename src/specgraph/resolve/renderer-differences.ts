/** Links that lead somewhere with one of the configured renderers and nowhere with another. */
import { sectionKind } from '../kinds/section.ts';
import type { DocumentFacts, RendererDifference } from '../model/index.ts';
import type { Destination, LinkScope, Outcome } from './destinations.ts';
import { nodeId } from './ids.ts';
import { resolveDestination } from './link-targets.ts';

type Judged = ReturnType<typeof resolveDestination>;

/**
 * @param first the outcome with the first renderer
 * @returns the outcome where all agree that can judge the address; else one that says who differs
 */
export function compareRenderers(
  url: string,
  destination: Destination,
  first: Judged,
  from: DocumentFacts,
  scope: LinkScope,
): Outcome | undefined {
  const outcomes = scope.renderers.map((_, i) =>
    i === 0 ? first : resolveDestination(url, destination, from, scope, i),
  );
  const works = outcomes.filter(isWorking);
  const broken = outcomes.find(isBroken);
  const [working] = works;
  if (works.length === 0) return broken;
  if (!broken) return first === 'unknown' ? working : first;
  const names = (isMeant: (outcome: Judged) => boolean): string[] =>
    scope.renderers.filter((_, i) => isMeant(outcomes[i])).map(({ name }) => name);
  const differs: RendererDifference = {
    works: names(isWorking),
    fails: names(isBroken),
    spellings: working && spellings(working, outcomes, scope),
  };
  if (isWorking(first) && first?.resolved) return { ...first, differs };
  return {
    target: working?.target ?? nodeId.missing(url),
    resolved: false,
    why: 'renderers-differ',
    differs,
  };
}

function isWorking(outcome: Judged): outcome is Outcome | undefined {
  return outcome !== 'unknown' && !isBroken(outcome);
}

function isBroken(outcome: Judged): outcome is Outcome {
  return typeof outcome === 'object' && (outcome.why === 'missing-file' || outcome.why === 'missing-anchor');
}

/** How each renderer that fails writes the anchor of the section that is meant. */
function spellings(
  { target }: Outcome,
  outcomes: readonly Judged[],
  { renderers, index }: LinkScope,
): RendererDifference['spellings'] {
  if (nodeId.kindOf(target) !== sectionKind.id) return undefined;
  const section = index.byId.get(nodeId.documentOf(target)!)?.bySlug.get(nodeId.nameOf(target));
  if (!section) return undefined;
  return renderers.flatMap(({ name }, i) => {
    const anchor = i === 0 ? section.slug : section.otherSlugs?.[i - 1];
    const outcome = outcomes[i];
    return isBroken(outcome) && outcome.why === 'missing-anchor' && anchor
      ? [{ renderer: name, anchor }]
      : [];
  });
}
