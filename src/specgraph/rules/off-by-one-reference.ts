import { nameOfNumber } from '../kinds/numbered.ts';
import type { GraphEdge, Problem, SectionFacts } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';
import { partsInContext, referenceWords, type ReferenceWords } from './shared/reference-words.ts';
import {
  isReferenceInProse,
  scorerOf,
  sectionNamedBy,
  type Score,
  type Scorer,
} from './shared/section-scores.ts';
import type { SectionWords } from './shared/section-words.ts';

/**
 * How much better the words must fit the neighbour, by difference and by ratio: the less they say in all, the less may
 * speak for the named section. Of the 1,275 references of our own set none reaches them.
 */
const LIMITS: readonly { difference: number; ratio: number }[] = [
  { difference: 4.5, ratio: 1.6 },
  { difference: 3, ratio: 3 },
  { difference: 1.5, ratio: 5 },
];
/** What even a section without any of the words is given, so that two small scores do not differ many times. */
const FLOOR = 0.5;
/** A word of the title that the named section alone has, with so much weight, shows that it is meant. */
const MIN_OF_TITLE = 1;
/** Words that belong to other parts of the sentence count no more than this; those of its own part must agree. */
const OF_OTHER_PARTS = 0.3;
/** "see Section 3", "see [the guide](guide.md), Section 3". */
const LEADS_FURTHER = /\bsee (?:[^\s,]+, )?$/;
/** A word that another reference of the sentence explains nearly as well says nothing of this one. */
const EXPLAINED = 0.7;

export const offByOneReference: Rule = {
  id: 'off-by-one-reference',
  group: 'statements',
  severity: 'warn',
  level: 'strict',
  summary: 'A sentence that names a section or step by its number does not speak of its neighbour',
  *check(graph) {
    for (const edge of graph.edges) {
      if (!isReferenceInProse(edge)) continue;
      yield PAUSE;
      const named = sectionNamedBy(edge, graph);
      const words = named && referenceWords(edge, graph);
      if (!words || words.size === 0) continue;
      const better = betterNeighbour(edge, named, words, graph);
      if (better) yield describe(edge, named, better);
    }
  },
};

interface Better {
  neighbour: SectionWords;
  /** What speaks for it more than for the named section, the strongest first. */
  words: string[];
}

function betterNeighbour(
  edge: GraphEdge,
  named: SectionWords,
  words: ReferenceWords,
  graph: GraphView,
): Better | undefined {
  const scoreOf = scorerOf(graph);
  const own = scoreOf(edge, words, named);
  const others = otherSections(edge, named, graph);
  const { sections } = named.level;
  const at = sections.indexOf(named);
  const scored = [sections[at - 1], sections[at + 1]].flatMap((neighbour) => {
    if (!neighbour || isAround(neighbour, edge) || others.some((other) => holds(neighbour, other))) return [];
    return [
      { neighbour, score: withoutExplained(scoreOf(edge, words, neighbour), edge, words, others, scoreOf) },
    ];
  });
  const best = scored.toSorted((a, b) => b.score.sum - a.score.sum).at(0);
  if (!best || !isClearlyBetter(best.score, own, edge) || isTitled(named, best.neighbour, words, own))
    return undefined;
  if (sumOfOwnPart(best.score, words) <= sumOfOwnPart(own, words)) return undefined;
  const more = [...best.score.weights]
    .map(([word, weight]) => ({ word, weight: weight - (own.weights.get(word) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return { neighbour: best.neighbour, words: more.map(({ word }) => word) };
}

/** The other sections that the sentence names. */
function otherSections(edge: GraphEdge, named: SectionWords, graph: GraphView): SectionWords[] {
  const all = partsInContext(edge, graph).flatMap((other) => sectionNamedBy(other, graph) ?? []);
  return [...new Set(all)].filter((other) => other !== named);
}

function isAround({ facts, section }: SectionWords, edge: GraphEdge): boolean {
  const { file, line } = placeOf(edge);
  return file === facts.path && section.range.line <= line && line <= section.endLine;
}

function holds({ facts, section }: SectionWords, inner: SectionWords): boolean {
  const { line } = inner.section.range;
  return inner.facts === facts && section.range.line <= line && line <= section.endLine;
}

/** A score without the words that belong to other sections that the sentence names. */
function withoutExplained(
  score: Score,
  edge: GraphEdge,
  words: ReferenceWords,
  others: readonly SectionWords[],
  scoreOf: Scorer,
): Score {
  const weights = new Map(score.weights);
  for (const other of others) {
    const explained = scoreOf(edge, words, other).weights;
    for (const [word, weight] of weights)
      if (other.title.has(word) || (explained.get(word) ?? 0) >= EXPLAINED * weight) weights.delete(word);
  }
  return { weights, sum: [...weights.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** What the words say that are not those of other parts of the sentence. */
function sumOfOwnPart({ weights }: Score, words: ReferenceWords): number {
  let sum = 0;
  for (const [word, weight] of weights) if (words.get(word)! > OF_OTHER_PARTS) sum += weight;
  return sum;
}

/** Words that stand before two numbers may belong to either, and "see" may lead to more than they say. */
function isClearlyBetter(better: Score, named: Score, { text = '', context = '' }: GraphEdge): boolean {
  const isLoose = /,| and /.test(text) || LEADS_FURTHER.test(context.slice(0, context.indexOf(text)));
  const limits = isLoose ? LIMITS.slice(0, 1) : LIMITS;
  const ratioOf = (better.sum + FLOOR) / (named.sum + FLOOR);
  return limits.some(({ difference, ratio }) => better.sum - named.sum >= difference && ratioOf >= ratio);
}

function isTitled(named: SectionWords, neighbour: SectionWords, words: ReferenceWords, own: Score): boolean {
  const titled = [...named.title].filter((word) => words.has(word) && !neighbour.title.has(word));
  const beside = titled.filter((word) => words.get(word) === 1);
  return beside.length > 1 || titled.some((word) => (own.weights.get(word) ?? 0) > MIN_OF_TITLE);
}

const MAX_WORDS = 4;

function describe(edge: GraphEdge, { facts, section }: SectionWords, better: Better): Problem {
  const neighbour = better.neighbour.section;
  const [own, right] = [nameOf(section), nameOf(neighbour)];
  const words = better.words.slice(0, MAX_WORDS).map((word) => `"${word}"`);
  return {
    at: placeOf(edge),
    message: `${own} of ${facts.path}, "${section.title}", says less about ${words.join(', ')} than ${right}, "${neighbour.title}".`,
    suggestion: right,
    related: [
      { at: { file: facts.path, line: neighbour.range.line }, note: `${right}, "${neighbour.title}"` },
      { at: { file: facts.path, line: section.range.line }, note: `${own}, "${section.title}"` },
    ],
  };
}

function nameOf({ number, step }: SectionFacts): string {
  return step === undefined ? nameOfNumber(number!) : `Step ${step}`;
}
