/** The words of a sentence or row that speak of what one of its references names. */
import { isPart } from '../../kinds/nodes.ts';
import type { GraphEdge } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';
import { placeOf } from '../../text/describe.ts';
import type { GraphView } from '../../view.ts';
import { wordsAndParts } from './section-words.ts';

/** Words of the clause that holds the reference count in full; those of its sentence and of other references less. */
const OF_SENTENCE = 0.6;
const OF_OTHERS = 0.25;

/** A longer sentence or row speaks of too many things. */
const MAX_CONTEXT = 600;
/** Paths of documents say nothing about the subject. */
const PATH = /`?[\w./-]+\.mdx?\b`?|`?\b[\w-]+\/\d+\b`?/g;
/** A number of another work: "RFC 2119, Section 5", "the draft …, Section 3.1". */
const OTHER_WORK = /\b(?:RFC|RFCs|ISO|BCP|draft|standard|appendix|edition)\b|[“”"]/i;
/** What is not there, or stands elsewhere: "Section 3 does not offer it". */
const NEGATED =
  /\b(?:does|do|did|will|shall|must|can) not\b|\b(?:cannot|never|instead|except|unlike|without|nor|neither)\b/i;
/** The sentence says what comes before or behind the place that it names: "goes on with Step 10". */
const BESIDE =
  /\b(?:go(?:es)? on|continues?|before|after|until|repeats?|skips?|up to|from|since|follow(?:s|ing|ed)?|begins?|starts?|ends?) (?:with |by |at |of |in )?(?:[\w-]+\/\d+, |the )?$/i;
const RANGE = /\d[a-z]?\s?(?:-|–|to|through)\s?\d/;

/** Words with the part (0 to 1) that they count. */
export type ReferenceWords = ReadonlyMap<string, number>;

/**
 * @param edge a reference to a numbered section or step in prose
 * @returns undefined where the words cannot be told from those of something else
 */
export function referenceWords(edge: GraphEdge, graph: GraphView): ReferenceWords | undefined {
  return wordsOfGraph(graph)(edge);
}

const wordsOfGraph = oncePer((graph: GraphView) => oncePer((edge: GraphEdge) => readWords(edge, graph)));

function readWords(edge: GraphEdge, graph: GraphView): ReferenceWords | undefined {
  const { context = '', text = '' } = edge;
  if (context.length > MAX_CONTEXT || RANGE.test(text) || OTHER_WORK.test(context) || NEGATED.test(context))
    return undefined;
  const at = offsetOf(edge, graph);
  if (at === undefined || BESIDE.test(context.slice(0, at))) return undefined;
  const masked = context.replaceAll(PATH, (path) => ' '.repeat(path.length));
  const { start, end } = sentencePart(masked, at, at + text.length);
  const words = new Map<string, number>();
  const add = (part: string, weight: number): void => {
    for (const word of wordsAndParts(part)) words.set(word, weight);
  };
  add(`${masked.slice(0, start)} ${masked.slice(end)}`, OF_OTHERS);
  add(masked.slice(start, end), OF_SENTENCE);
  add(masked.slice(start + clauseStart(masked.slice(start, at)), end), 1);
  return words;
}

/** References to parts that stand in the same sentence or row, this one included. */
export function partsInContext(edge: GraphEdge, graph: GraphView): GraphEdge[] {
  const { file, line } = placeOf(edge);
  return graph
    .edgesOn(file, line)
    .filter(
      (other) =>
        other.kind === 'refers' && other.context === edge.context && isPart(graph.node(other.target)),
    );
}

/** Where the words of a reference stand in its sentence: the same words may stand there several times. */
function offsetOf(edge: GraphEdge, graph: GraphView): number | undefined {
  const { context = '', text = '' } = edge;
  const columns = partsInContext(edge, graph)
    .filter((other) => other.text === text)
    .map((other) => placeOf(other).column);
  const before = new Set(columns.filter((column) => column < placeOf(edge).column)).size;
  let at = context.indexOf(text);
  for (let i = 0; i < before && at >= 0; i++) at = context.indexOf(text, at + 1);
  return at < 0 ? undefined : at;
}

const NUMBERS = String.raw`\b(?:Sections?|Steps?) \d+[a-z]?(?:\.\d+)*(?:(?:, | and )\d+[a-z]?(?:\.\d+)*)*`;
/** Ends of cells, clauses and sentences, and another reference with the mark behind it. */
const PART_END = new RegExp(
  String.raw`\||; |[.:] (?=[A-Z*\x60])|${NUMBERS}\)?(?:,? and|[,:;.)]+|(?= [a-z]))\s*`,
  'g',
);
const NEXT_PART = /\||; |[.:] (?=[A-Z*`])|\b(?:Sections?|Steps?) \d/;

/** The part of a sentence or row that belongs to one of its references: from the end of the one before. */
function sentencePart(context: string, at: number, behind: number): { start: number; end: number } {
  let start = 0;
  for (const { index, 0: mark } of context.slice(0, at).matchAll(PART_END)) start = index + mark.length;
  const rest = context.slice(behind);
  const isInBrackets = /\([^()]*$/.test(context.slice(0, at));
  const bracket = isInBrackets ? /^[^()]*\)/.exec(rest)?.[0] : undefined;
  if (bracket !== undefined) return { start, end: behind + bracket.length };
  const next = NEXT_PART.exec(rest);
  if (!next) return { start, end: context.length };
  const isReference = /^S/.test(next[0]);
  // "Section 4 of this document, and Section 5": what stands between belongs to the next one.
  const isClosed = isReference && /^(?:[,)]|\s(?:and|or)\b)/.test(rest.slice(0, next.index));
  return { start, end: isClosed ? behind : behind + next.index };
}

/** Where the last clause before a reference begins. */
function clauseStart(before: string): number {
  const clause = before.replace(/[,(\s]+(?:see )?$/, '');
  return Math.max(0, clause.lastIndexOf(', '), clause.lastIndexOf(' and '), clause.lastIndexOf(': '));
}
