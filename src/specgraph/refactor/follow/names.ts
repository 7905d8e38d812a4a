/** Lets mentions of a renamed variable, id or term follow. */
import type { DocumentFacts, GraphEdge, SourceRange } from '../../model/index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, type Span } from '../headings.ts';
import type { ChangeSort } from '../request.ts';
import type { Before } from '../state.ts';
import type { DocumentPointers } from './read-pointers.ts';
import type { Rewrite } from './rewrite.ts';

/** A thing that is called something else. */
export interface RenamedThing {
  /** Id of its node. */
  node: string;
  /** As its definition writes it, before and after. */
  from: string;
  to: string;
  /**
   * The word that holds its id, where that stands out from other words: "REQ-7" of the id 7. It is found in code, comments
   * and files beside the documents too, where the graph has no mention.
   */
  word?: { from: string; to: string };
  /** The path of the document that alone knows it: in another one the word may be something else. */
  file?: string;
  /** The words are a term: the text writes them with other capitals and in the plural. */
  isTerm: boolean;
}

export function followNames(
  { facts, references, terms }: DocumentPointers,
  thing: RenamedThing,
  before: Before,
): Rewrite[] {
  const edges = [...references.flatMap(({ edge }) => edge ?? []), ...terms].filter(
    (edge) => edge.resolved && edge.target === thing.node && edge.range,
  );
  const rewrites = [
    ...edges.flatMap((edge) => mention(edge, facts, thing)),
    ...definitions(facts, thing, before),
  ];
  const isKnown = thing.file === undefined || thing.file === facts.path;
  return thing.word && isKnown ? [...rewrites, ...otherPlaces(facts, thing.word)] : rewrites;
}

function mention({ range }: GraphEdge, facts: DocumentFacts, thing: RenamedThing): Rewrite[] {
  return rewriteIn(facts, spanOf(facts, range!), thing, 'mention', range!);
}

function definitions(facts: DocumentFacts, thing: RenamedThing, { graph }: Before): Rewrite[] {
  const own = graph.things.all.find(({ node }) => node === thing.node);
  if (!own) return [];
  return facts.definitions
    .filter(({ kind, id }) => kind === own.kind.id && graph.things.find(own.kind, id, facts) === own)
    .flatMap(({ range }) => rewriteIn(facts, spanOf(facts, range), thing, 'definition', range));
}

function rewriteIn(
  facts: DocumentFacts,
  span: Span,
  thing: RenamedThing,
  sort: ChangeSort,
  at: SourceRange,
): Rewrite[] {
  const source = facts.source.slice(span.start, span.end);
  const pattern = escapeExpression(thing.from).replace(/\s+/g, String.raw`\s+`);
  const exact = new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}`, 'u');
  const match = exact.exec(source) ?? new RegExp(exact.source, 'iu').exec(source);
  if (!match) return [];
  const text = thing.isTerm ? inCaseOf(match[0], thing) : thing.to;
  const start = span.start + match.index;
  return [{ at, alternatives: [[{ path: facts.path, start, end: start + match[0].length, text, sort }]] }];
}

/** "Relay" at the head of a sentence where the term is "relay"; "RELAY" in capitals. */
function inCaseOf(found: string, { from, to }: RenamedThing): string {
  if (found === from) return to;
  if (found === found.toUpperCase() && found !== found.toLowerCase() && found.length > 1)
    return to.toUpperCase();
  const isCapital = /^\p{Lu}/u.test(found);
  if (isCapital) return to[0].toUpperCase() + to.slice(1);
  return /^\p{Lu}\p{Ll}/u.test(to) ? to[0].toLowerCase() + to.slice(1) : to;
}

/** Code, comments and attributes name it as well. A URL of another site does not. */
function otherPlaces(facts: DocumentFacts, { from, to }: NonNullable<RenamedThing['word']>): Rewrite[] {
  const urls = [...facts.source.matchAll(/\b[a-z][a-z0-9+.-]+:\/\/[^\s)>\]"'`]+/gi)].map(
    ({ index, 0: url }) => ({
      start: index,
      end: index + url.length,
    }),
  );
  const expression = new RegExp(String.raw`(?<![\w-])${escapeExpression(from)}(?![\w-])`, 'g');
  return [...facts.source.matchAll(expression)]
    .map(({ index }) => ({ start: index, end: index + from.length }))
    .filter((span) => !urls.some((url) => span.start >= url.start && span.end <= url.end))
    .map((span) => ({
      at: { file: facts.path, line: 1, column: 1, endLine: 1, endColumn: 1 },
      alternatives: [[{ path: facts.path, ...span, text: to, sort: 'mention' }]],
    }));
}
