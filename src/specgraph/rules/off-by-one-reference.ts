import { isPart, isStep } from '../kinds/nodes.ts';
import { nameOfNumber } from '../kinds/numbered.ts';
import type { DocumentFacts, GraphEdge, Problem, SectionFacts } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import { placeOf } from '../text/describe.ts';
import { isCodeName, subjectWords } from '../text/subject-words.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/**
 * Limits that gave no wrong finding on our own set and on 600 references of public ones. So much must speak for the
 * neighbour alone, by so many words; so little for the named section alone; and so little for the named section at all.
 */
const MIN_ONLY_NEIGHBOUR = 4;
const MIN_WORDS = 2;
const MAX_ONLY_NAMED = 0.5;
/** What speaks for the named section alone may be more where the neighbour outweighs it so many times, by its title. */
const MIN_RATIO = 7;
const MAX_NAMED = 2.5;
/** A name of code says more than a word, and a word of a title more than one of the text. */
const WEIGHT_OF_NAME = 1.5;
const WEIGHT_OF_TITLE = 2.5;
/** A longer sentence or row speaks of too many things. */
const MAX_CONTEXT = 400;

export const offByOneReference: Rule = {
  id: 'off-by-one-reference',
  group: 'statements',
  severity: 'warn',
  level: 'strict',
  summary: 'A sentence that names a section or step by its number does not speak of its neighbour',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      // Comments of code are about the line beside them.
      const isProse = edge.url === undefined && edge.via !== 'block' && edge.via !== 'code';
      if (edge.kind !== 'refers' || !edge.resolved || !isProse) continue;
      const named = namedBy(edge, graph);
      const words = named && wordsAround(edge, graph);
      if (!words || words.size === 0) continue;
      const better = betterNeighbour(named, words, edge);
      if (better) yield describe(edge, named, better);
    }
  },
};

interface Named {
  facts: DocumentFacts;
  section: SectionFacts;
}

interface Better {
  section: SectionFacts;
  /** What only the neighbour speaks of. */
  words: string[];
}

function namedBy(edge: GraphEdge, graph: GraphView): Named | undefined {
  const node = graph.node(edge.target);
  if (!isPart(node) || node.number === undefined) return undefined;
  const facts = graph.document(documentOf(edge.target)!);
  const section = facts?.sections.find(
    (one) => one.slug === node.slug && (isStep(node) ? one.step !== undefined : one.number !== undefined),
  );
  return section && { facts: facts!, section };
}

/** Paths of documents, which say nothing about the subject. */
const PATH = /`?[\w./-]+\.mdx?\b`?|`?\b[\w-]+\/\d+\b`?/g;
/** A number of another work: "RFC 2119, Section 5", "the draft …, Section 3.1". */
const OTHER_WORK = /\b(?:RFC|RFCs|ISO|BCP|draft|standard|appendix|edition)\b|[“”"]/i;
/** What is not there, or stands elsewhere: "Section 3 does not offer it". */
const NEGATED = /\b(?:does|do|did|will|shall|must|can) not\b|\b(?:cannot|never|instead|except|unlike)\b/i;
/** One of several numbers: "Sections 3.2.2 through 3.2.14". */
const RANGE = /\bsections\b|\bsteps\b|§§|\d\s?(?:-|–|to|through)\s?\d/i;

/** The words of the sentence or row around a reference; of a part of it where it has several references. */
function wordsAround(edge: GraphEdge, graph: GraphView): Set<string> | undefined {
  const { context = '', text = '' } = edge;
  const { file, line } = placeOf(edge);
  if (context.length > MAX_CONTEXT || OTHER_WORK.test(context) || NEGATED.test(context)) return undefined;
  const others = graph
    .edgesOn(file, line)
    .filter(
      (other) => other.context === context && isPart(graph.node(other.target)) && other.url === undefined,
    );
  const own = others.length > 1 ? partWith(context, text) : context;
  if (own === undefined || RANGE.test(own)) return undefined;
  return new Set(subjectWords(own.replaceAll(PATH, ' ')));
}

/** The part of a sentence, between its marks, that holds a reference and no other one. */
function partWith(context: string, text: string): string | undefined {
  const [own, second] = context.split(/(?<=[;,)|.]) |\|/).filter((part) => part.includes(text));
  if (own === undefined || second !== undefined) return undefined;
  return own.match(/\b(?:sections?|steps?)\b|§/gi)?.length === 1 ? own : undefined;
}

function betterNeighbour(
  { facts, section }: Named,
  words: ReadonlySet<string>,
  edge: GraphEdge,
): Better | undefined {
  const level = levelsOf(facts).get(levelKey(section))!;
  const lines = linesOfWords(facts);
  const known = [...words].flatMap((word) => {
    const own = lines.get(word);
    return own ? [{ word, lines: own }] : [];
  });
  const weight = ({ word, lines: own }: KnownWord, one: SectionFacts): number =>
    weightOf(word, own, level) * (titleWords(one).has(word) ? WEIGHT_OF_TITLE : 1);
  /** What speaks for a section and not, or less, for another one. */
  const weightsIn = (one: SectionFacts, other: SectionFacts): { word: string; weight: number }[] =>
    known.flatMap((word) => {
      if (!holds(one, word.lines)) return [];
      const more = weight(word, one) - (holds(other, word.lines) ? weight(word, other) : 0);
      return more > 0 ? [{ word: word.word, weight: more }] : [];
    });
  let forNamedAtAll = 0;
  for (const word of known) {
    if (holds(section, word.lines)) forNamedAtAll += weight(word, section);
    if (forNamedAtAll > MAX_NAMED) return undefined;
  }
  const at = level.sections.indexOf(section);
  const { file, line } = placeOf(edge);
  const isAround = (one: SectionFacts): boolean =>
    file === facts.path && one.range.line <= line && line <= one.endLine;
  for (const neighbour of [level.sections[at - 1], level.sections[at + 1]]) {
    if (neighbour === undefined || isAround(neighbour)) continue;
    const only = weightsIn(neighbour, section);
    const forNeighbour = sumOf(only);
    if (only.length < MIN_WORDS || forNeighbour < MIN_ONLY_NEIGHBOUR) continue;
    const isTitled = only.some(({ word }) => titleWords(neighbour).has(word));
    if (
      sumOf(weightsIn(section, neighbour)) <=
      Math.max(MAX_ONLY_NAMED, isTitled ? forNeighbour / MIN_RATIO : 0)
    )
      return { section: neighbour, words: only.map(({ word }) => word) };
  }
  return undefined;
}

interface KnownWord {
  word: string;
  lines: readonly number[];
}

function sumOf(weights: readonly { weight: number }[]): number {
  return weights.reduce((total, { weight }) => total + weight, 0);
}

/** The numbered sections beside each other, or the steps, and how many of them hold a word that was asked for. */
interface Level {
  sections: SectionFacts[];
  uses: Map<string, number>;
}

const levelsOf = oncePer((facts: DocumentFacts): Map<string, Level> => {
  const counted = facts.sections.filter(({ number, step }) => number !== undefined || step !== undefined);
  return new Map(
    [...Map.groupBy(counted, levelKey)].map(([key, sections]) => [key, { sections, uses: new Map() }]),
  );
});

/** "5.2." of "5.2.1" is a part of it: headings of one depth may belong to several levels. */
function levelKey({ parent = '', step, number = '' }: SectionFacts): string {
  return step === undefined ? `${parent} ${number.slice(0, number.lastIndexOf('.') + 1)}` : `${parent} step`;
}

/** A word that few of the sections hold tells them apart. */
function weightOf(word: string, lines: readonly number[], { sections, uses }: Level): number {
  let count = uses.get(word);
  if (count === undefined) uses.set(word, (count = sections.filter((one) => holds(one, lines)).length));
  return Math.log((sections.length + 1) / count) * (isCodeName(word) ? WEIGHT_OF_NAME : 1);
}

const titleWords = oncePer(({ title }: SectionFacts) => new Set(subjectWords(title)));

/** The lines (1-based, rising) of a document on which each word stands. */
const linesOfWords = oncePer(({ source }: DocumentFacts): Map<string, number[]> => {
  const found = new Map<string, number[]>();
  for (const [i, text] of source.split('\n').entries())
    for (const word of subjectWords(text)) {
      const known = found.get(word);
      if (!known) found.set(word, [i + 1]);
      else if (known.at(-1) !== i + 1) known.push(i + 1);
    }
  return found;
});

/** Whether one of the lines stands in a section, its subsections included. */
function holds({ range, endLine }: SectionFacts, lines: readonly number[]): boolean {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle] < range.line) low = middle + 1;
    else high = middle;
  }
  return low < lines.length && lines[low] <= endLine;
}

const MAX_WORDS = 4;

function describe(edge: GraphEdge, { facts, section }: Named, { section: better, words }: Better): Problem {
  const [own, right] = [nameOf(section), nameOf(better)];
  const named = words.slice(0, MAX_WORDS).map((word) => `"${word}"`);
  return {
    at: placeOf(edge),
    message: `${own} of ${facts.path}, "${section.title}", says less about ${named.join(', ')} than ${right}, "${better.title}".`,
    suggestion: right,
    related: [
      { at: { file: facts.path, line: better.range.line }, note: `${right}, "${better.title}"` },
      { at: { file: facts.path, line: section.range.line }, note: `${own}, "${section.title}"` },
    ],
  };
}

function nameOf({ number, step }: SectionFacts): string {
  return step === undefined ? nameOfNumber(number!) : `Step ${step}`;
}
