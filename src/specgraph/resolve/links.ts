import type { DocumentFacts, GraphEdge, RawLink } from '../model/index.ts';
import { destinationOf, type Destination, type LinkScope, type Outcome } from './destinations.ts';
import { nodeId } from './ids.ts';
import { repairOf } from './link-repairs.ts';
import { resolveDestination, resolveText } from './link-targets.ts';
import { compareRenderers } from './renderer-differences.ts';

export { isExternal, type LinkScope } from './destinations.ts';

/** @returns the edge of a link; undefined for links outside the set: external URLs, `#`, files that exist. */
export function resolveLink(link: RawLink, from: DocumentFacts, scope: LinkScope): GraphEdge | undefined {
  const url = link.url.trim();
  const destination = destinationOf(url, scope);
  if (!destination) return undefined;
  const outcome = outcomeOf(link, destination, from, scope);
  // A destination that does not exist is reported where the label is defined.
  if (link.form === 'use' && !outcome?.resolved) return undefined;
  return (
    outcome && {
      kind: 'refers',
      source: link.section ? nodeId.section(from.id, link.section) : nodeId.document(from.id),
      ...outcome,
      range: link.range,
      text: link.text,
      context: link.context,
      via: link.form === 'image' ? 'image' : 'link',
      url: link.url,
      urlRange: link.form === 'use' ? undefined : link.urlRange,
      repair: outcome.resolved ? undefined : repairOf(link, destination, outcome, from, scope),
      names: link.names,
      thing: link.thing,
      beside: link.beside,
    }
  );
}

function outcomeOf(
  { form, url }: RawLink,
  destination: Destination,
  from: DocumentFacts,
  scope: LinkScope,
): Outcome | undefined {
  if (form === 'text') return resolveText(destination, from, scope);
  const trimmed = url.trim();
  const outcome = resolveDestination(trimmed, destination, from, scope);
  if (scope.renderers.length > 1) return compareRenderers(trimmed, destination, outcome, from, scope);
  return outcome === 'unknown' ? undefined : outcome;
}
