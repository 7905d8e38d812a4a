/** "Go to definition": from every reference, also one in prose, to what it means. */
import type { Location, LocationLink } from 'vscode-languageserver';
import { contains, startOfLine, toLocation, toRange, type Point } from '../places.ts';
import type { DocumentRequest } from '../read-set.ts';
import { fileOfUrl } from './link-files.ts';
import { placesOf, extentOf, targetsAt } from './targets.ts';

/**
 * @param hasLinks whether the editor takes links, which also say which words were read
 * @returns several places for "Sections 6-9"; null where the words mean nothing
 */
export function findDefinition(
  { set, facts }: DocumentRequest,
  point: Point,
  hasLinks: boolean,
): Location[] | LocationLink[] | null {
  const { graph, uriOf } = set;
  const found = targetsAt(graph, facts, point);
  if (!found) return fileOfLink({ set, facts }, point);
  const places = found.ids.flatMap((id) =>
    placesOf(set, id).map((range) => ({ range, extent: extentOf(graph, id) ?? range })),
  );
  if (places.length === 0) return null;
  if (!hasLinks) return places.map(({ range }) => toLocation(range, uriOf));
  return places.map(({ range, extent }) => ({
    originSelectionRange: toRange(found.range),
    targetUri: uriOf(range.file),
    targetRange: toRange(extent),
    targetSelectionRange: toRange(range),
  }));
}

/** The place of a link to a file that is no document of the set, such as a picture. */
function fileOfLink({ set, facts }: DocumentRequest, point: Point): Location[] | null {
  const link = facts.links.find(({ range }) => contains(range, point));
  const file = link && fileOfUrl(set, facts, link.url);
  return file === undefined ? null : [toLocation(startOfLine(file, 1), set.uriOf)];
}
