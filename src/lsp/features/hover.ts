/** The preview of what a reference means, and why a broken one leads nowhere. */
import type { Hover } from 'vscode-languageserver';
import { toRange, type Point } from '../places.ts';
import type { DocumentRequest } from '../read-set.ts';
import { previewOf } from './preview.ts';
import { edgesAt, targetsAt } from './targets.ts';

/** A range such as "Sections 2-90" names more than anybody reads in a hover. */
const MAX_PREVIEWS = 4;

/** @returns null where the words mean nothing */
export function findHover({ set, facts }: DocumentRequest, point: Point): Hover | null {
  const found = targetsAt(set.graph, facts, point);
  if (!found) return brokenAt({ set, facts }, point);
  // A step and its heading are two nodes with one preview; the last one says more.
  const ids = found.isDefinition ? found.ids.slice(-1) : found.ids;
  const previews = ids.flatMap((id) => previewOf(set, id) ?? []);
  if (previews.length === 0) return null;
  const more = previews.length - MAX_PREVIEWS;
  const value = [...previews.slice(0, MAX_PREVIEWS), ...(more > 0 ? [`… and ${more} more`] : [])];
  return { contents: { kind: 'markdown', value: value.join('\n\n---\n\n') }, range: toRange(found.range) };
}

function brokenAt({ set }: DocumentRequest, point: Point): Hover | null {
  const [edge] = edgesAt(set.graph, point).filter(({ resolved }) => !resolved);
  if (!edge) return null;
  const meant = edge.repair?.url ?? edge.nearest;
  const value = `This reference leads nowhere.${meant ? ` Did you mean \`${meant}\`?` : ''}`;
  return { contents: { kind: 'markdown', value }, range: toRange(edge.range) };
}
