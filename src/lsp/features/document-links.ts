/** The links of a document: destinations that an editor opens with a click. */
import type { DocumentLink } from 'vscode-languageserver';
import { isExternal, type GraphView } from '#specgraph';
import { toRange } from '../places.ts';
import type { DocumentRequest } from '../read-set.ts';
import { fileOfUrl } from './link-files.ts';
import { definitionsOf, edgesIn, type EdgeInText } from './targets.ts';

/** Links to documents and sections of the set, to other files that exist, and to other sites. */
export function documentLinks({ set, facts }: DocumentRequest): DocumentLink[] {
  const inside = edgesIn(set.graph, facts.path).flatMap((edge) => {
    const target = edge.resolved && edge.urlRange && targetOf(edge, set.graph, set.uriOf);
    return target ? [{ range: toRange(edge.urlRange!), target }] : [];
  });
  const known = new Set(inside.map(({ range }) => JSON.stringify(range)));
  const outside = facts.links.flatMap(({ form, url, urlRange }) => {
    const range = toRange(urlRange);
    if (form === 'use' || form === 'text' || known.has(JSON.stringify(range))) return [];
    if (isExternal(url)) return isWeb(url) ? [{ range, target: url }] : [];
    const file = fileOfUrl(set, facts, url);
    return file === undefined ? [] : [{ range, target: set.uriOf(file) }];
  });
  return [...inside, ...outside].toSorted(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

/** The URI of the document; of a section, with the line of its heading, as editors write it. */
function targetOf(
  { target, url = '' }: EdgeInText,
  graph: GraphView,
  uriOf: (path: string) => string,
): string | undefined {
  const [range] = definitionsOf(graph, target);
  if (!range) return undefined;
  return url.includes('#') ? `${uriOf(range.file)}#L${range.line}` : uriOf(range.file);
}

function isWeb(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url.trim());
}
