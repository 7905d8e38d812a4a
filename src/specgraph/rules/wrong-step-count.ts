import type { DocumentFacts, Problem, SectionFacts, SourceRange, StatedStepCount } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { writeNumeral } from '../text/numerals.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** Fewer headings with the word "Step" are no sequence. */
const MIN_STEPS = 3;

/**
 * A step with a letter belongs to the one with its number: 12 steps and a Step 7a are counted as 12 or as 13. The
 * document may have several sequences, and numbered lists, and the text may mean any of them.
 */
export const wrongStepCount: Rule = {
  id: 'wrong-step-count',
  group: 'statements',
  severity: 'error',
  summary:
    'A sequence that a text calls "12-step" has so many steps, and so has a section that says how many',
  *check(graph) {
    for (const facts of graph.documents)
      for (const stated of facts.stepCounts) {
        if (stated.section !== undefined) {
          const steps = stepsBelow(stated, facts);
          if (steps && isWrong(stated, steps)) yield describeOwn(stated, steps);
          continue;
        }
        const document = namedDocument(stated, graph);
        if (!document) continue;
        const steps = stepsOf(document);
        if (steps.length >= MIN_STEPS && !possibleCounts(document).has(stated.count))
          yield describe(stated, document, steps);
      }
  },
};

/** A number that differs by more counts other steps. */
const MAX_DIFFERENCE = 2;

/** The headings of steps directly below the section that states a number of steps. */
function stepsBelow({ section }: StatedStepCount, { sections }: DocumentFacts): SectionFacts[] | undefined {
  const steps = sections.filter(({ step, parent }) => step !== undefined && parent === section);
  return steps.length >= MIN_STEPS ? steps : undefined;
}

function isWrong({ count }: StatedStepCount, steps: readonly SectionFacts[]): boolean {
  const highest = numberOf(steps.at(-1)!);
  // Of two steps with one number, another rule says that one of them is misnumbered.
  const numbers = new Set(steps.map(numberOf)).size;
  return (
    count >= MIN_STEPS &&
    ![steps.length, numbers, highest].includes(count) &&
    Math.abs(count - highest) <= MAX_DIFFERENCE
  );
}

function numberOf({ step }: SectionFacts): number {
  return Number.parseInt(step!, 10);
}

function describeOwn({ text, range }: StatedStepCount, steps: readonly SectionFacts[]): Problem {
  const last = steps.at(-1)!;
  return {
    at: range,
    message: `The text says ${text} steps; the steps below it go up to ${numberOf(last)}.`,
    suggestion: writeNumeral(numberOf(last), text),
    related: [{ at: last.range, note: last.heading }],
  };
}

/** The only document that the sentence or the row refers to. */
function namedDocument({ sentence }: StatedStepCount, graph: GraphView): DocumentFacts | undefined {
  const named = new Set<string>();
  for (let line = sentence.line; line <= sentence.endLine; line++)
    for (const { kind, range, target } of graph.edgesOn(sentence.file, line)) {
      const document = documentOf(target);
      if (kind === 'refers' && document !== undefined && overlap(range!, sentence)) named.add(document);
    }
  const [only] = named;
  return named.size === 1 ? graph.documents.find(({ id }) => id === only) : undefined;
}

/** A link at an end of a sentence begins before its words, and ends after them. */
function overlap(one: SourceRange, other: SourceRange): boolean {
  return (
    isBefore(one.line, one.column, other.endLine, other.endColumn) &&
    isBefore(other.line, other.column, one.endLine, one.endColumn)
  );
}

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}

/** The numbers of the headings that are steps: "7b". */
function stepsOf({ sections }: DocumentFacts): string[] {
  return sections.flatMap(({ step }) => step ?? []);
}

/** How many steps each sequence of headings has, with and without those that have a letter, and each numbered list. */
function possibleCounts({ sections }: DocumentFacts): Set<number> {
  const steps = sections.filter(({ step }) => step !== undefined);
  const sequences = Map.groupBy(steps, ({ parent, depth }) => `${depth} ${parent ?? ''}`);
  const numbers = [...sequences.values()].map((own) => own.map(({ step }) => Number.parseInt(step!, 10)));
  return new Set([
    ...numbers.flatMap((own) => [own.length, Math.max(...own)]),
    ...sections.flatMap(({ lists = [] }) => lists.map(({ last }) => last)),
  ]);
}

function describe(
  { text, range }: StatedStepCount,
  { path, sections }: DocumentFacts,
  steps: readonly string[],
): Problem {
  const highest = String(Math.max(...steps.map((step) => Number.parseInt(step, 10))));
  const last = sections.find(({ step }) => step === highest) ?? sections.findLast(({ step }) => step)!;
  return {
    at: range,
    message: `The text says ${text}-step; the steps of ${path} go up to ${highest}.`,
    suggestion: writeNumeral(Number(highest), text),
    related: [{ at: { file: path, line: last.range.line }, note: last.heading }],
  };
}
