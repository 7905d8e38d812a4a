import { documentKind } from '../kinds/document.ts';
import { documentOf } from '../resolve/ids.ts';
import { plural } from '../text/lists.ts';

/** The part of an impact that grouping needs. */
export interface ReachedPlace {
  id: string;
  distance: number;
}

/** A document that must be read again, with the places in it. */
export interface DocumentImpact<P extends ReachedPlace> {
  /** Id of the document; undefined for places outside all documents. */
  document: string | undefined;
  /** The smallest distance of its places. */
  distance: number;
  /** Places that refer to the target itself. */
  direct: P[];
  /** Places that are reached through others, nearest first. */
  indirect: P[];
}

/**
 * Groups the places of an impact by their document: documents with direct references come first, those with more of them
 * before the others.
 * @param places nearest first, as `findImpact` returns them
 */
export function groupImpactByDocument<P extends ReachedPlace>(places: readonly P[]): DocumentImpact<P>[] {
  return [...Map.groupBy(places, ({ id }) => documentOf(id))]
    .map(([document, own]) => ({
      document,
      distance: Math.min(...own.map(({ distance }) => distance)),
      direct: own.filter(({ distance }) => distance === 1),
      indirect: own.filter(({ distance }) => distance > 1),
    }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        b.direct.length - a.direct.length ||
        b.indirect.length - a.indirect.length ||
        ((a.document ?? '') < (b.document ?? '') ? -1 : 1),
    );
}

/**
 * "3 documents refer to FL_PORT in 7 places, 2 more only through others." Places outside documents are not counted.
 * @param target name of what changes
 */
export function summarizeImpact(groups: readonly DocumentImpact<ReachedPlace>[], target: string): string {
  if (groups.length === 0) return `Nothing refers to ${target}.`;
  const documents = groups.filter(({ document }) => document !== undefined);
  const direct = documents.filter((group) => group.direct.length > 0);
  const places = direct.reduce((sum, group) => sum + group.direct.length, 0);
  const others = documents.length - direct.length;
  const verb = direct.length === 1 ? 'refers' : 'refer';
  const more = others > 0 ? `, ${others} more only through others` : '';
  return `${plural(direct.length, documentKind.name.one)} ${verb} to ${target} in ${plural(places, 'place')}${more}.`;
}
