/** "Find references": links, prose references and mentions of what stands at a position. */
import type { Location } from 'vscode-languageserver';
import { toLocation, type Point } from '../places.ts';
import type { DocumentRequest } from '../read-set.ts';
import { placesOf, referencesTo, targetsAt } from './targets.ts';

/** @returns null where the words mean nothing */
export function findReferencesAt(
  { set, facts }: DocumentRequest,
  point: Point,
  includeDeclaration: boolean,
): Location[] | null {
  const { graph, uriOf } = set;
  const found = targetsAt(graph, facts, point);
  if (!found) return null;
  const definitions = includeDeclaration ? found.ids.flatMap((id) => placesOf(set, id)) : [];
  const locations = [...definitions, ...referencesTo(graph, found.ids).map(({ range }) => range)].map(
    (range) => toLocation(range, uriOf),
  );
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}
