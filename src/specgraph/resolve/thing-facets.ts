/** The places where ids of a kind must stand to be complete, and those where they do not. */
import { labelOfId, type DefinitionForm, type Kind, type KindFacet } from '../kinds/index.ts';
import type { GraphEdge, SectionFacts, SourceRange } from '../model/index.ts';
import { escapeExpression } from '../text/expressions.ts';
import { isSectionCalled } from '../text/named.ts';
import { columnOf } from '../text/tables.ts';
import type { GraphView } from '../view.ts';
import { documentsCalled } from './definition-forms.ts';
import type { Thing } from './things.ts';

type FacetPlace = KindFacet['places'][number];

/** A facet that a thing lacks. */
export interface ThingGap {
  facet: KindFacet;
  /** The section that should hold the id. */
  at: { path: string; section: SectionFacts };
}

/** A part of a section in which an id counts. */
interface Spot {
  text: string;
  range: SourceRange;
}

/** A place of a facet with the parts of its section in which an id counts. */
interface ReadPlace {
  at: ThingGap['at'];
  spots: Spot[];
}

/** @returns a function that gives the facets that a thing of the kind lacks */
export function facetReader(kind: Kind, graph: GraphView): (thing: Thing) => ThingGap[] {
  const facets = (kind.facets ?? []).map((facet) => ({
    facet,
    places: facet.places.flatMap((place) => readPlace(place, facet, kind, graph) ?? []),
  }));
  return (thing) => {
    const names = nameOf(thing);
    const mentions = graph.incoming(thing.node).filter((edge) => edge.kind === 'mentions' && edge.resolved);
    return facets.flatMap(({ facet, places }) => {
      if (facet.except.includes(thing.id)) return [];
      const missing = places.filter(({ spots }) => !spots.some((spot) => isIn(spot, names, mentions)));
      if (facet.needs === 'one' && missing.length < places.length) return [];
      const reported = facet.needs === 'one' ? missing.slice(0, 1) : missing;
      return reported.map(({ at }) => ({ facet, at }));
    });
  };
}

/** @returns undefined where the set has no such section, which `broken-pointer` reports */
function readPlace(place: FacetPlace, facet: KindFacet, kind: Kind, graph: GraphView): ReadPlace | undefined {
  const [facts] = documentsCalled(place.document, graph.documents);
  const section = facts?.sections.find((one) => isSectionCalled(one, place.section));
  if (!section) return undefined;
  const at = { path: facts.path, section };
  const slugs = graph.sectionTree(facts, section);
  const isHere = (part: { section?: string }): boolean =>
    part.section !== undefined && slugs.has(part.section);
  if (facet.in === 'code') return { at, spots: facts.codeBlocks.filter(isHere) };
  if (facet.in === 'rows') {
    const columns = kind.definitions.flatMap(columnsOf);
    const spots = facts.tables.filter(isHere).flatMap((table) => {
      const column = Math.max(0, columnOf(table, ...columns));
      return table.rows.flatMap(({ cells }) => cells[column] ?? []);
    });
    return { at, spots };
  }
  const range = { ...section.range, endLine: section.endLine, endColumn: Number.POSITIVE_INFINITY };
  const text = facts.source.slice(facts.lineStarts[range.line - 1], facts.lineStarts[section.endLine]);
  return { at, spots: [{ text: text.replaceAll(COMMENT, ' '), range }] };
}

const COMMENT = /<!--[^]*?(?:-->|$)/g;

/** The heading of the column of ids, also in the plural. */
function columnsOf(form: DefinitionForm): string[] {
  return form.from === 'table' ? [form.column, `${form.column}s`] : [];
}

/** The id of a thing or its label as a whole word: "E42", "--max-retries". */
function nameOf({ id, kind }: Thing): RegExp {
  const names = [...new Set([id, labelOfId(kind, id)])].map(escapeExpression).join('|');
  return new RegExp(
    String.raw`(?<![\w-]|\d\.)(?:${names})(?![\w-]|\.\w)`,
    kind.ids.ignore.includes('case') ? 'iu' : 'u',
  );
}

/** Whether the spot has the id in its text, or a mention of it in another spelling. */
function isIn({ text, range }: Spot, name: RegExp, mentions: readonly GraphEdge[]): boolean {
  return name.test(text) || mentions.some((edge) => edge.range !== undefined && isWithin(edge.range, range));
}

function isWithin(inner: SourceRange, outer: SourceRange): boolean {
  if (inner.file !== outer.file || inner.line < outer.line || inner.endLine > outer.endLine) return false;
  const startsBefore = inner.line === outer.line && inner.column < outer.column;
  return !startsBefore && !(inner.endLine === outer.endLine && inner.endColumn > outer.endColumn);
}
