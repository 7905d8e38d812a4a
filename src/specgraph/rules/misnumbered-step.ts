import type { DocumentFacts, Problem, SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';
import { misnumberedComments, type MisnumberedComment } from './shared/step-comments.ts';

/** Two headings are too few to tell which of them is wrong. */
const MIN_STEPS = 3;

/** Steps of one section are one sequence; the next section may begin again. */
export const misnumberedStep: Rule = {
  id: 'misnumbered-step',
  group: 'sections',
  severity: 'error',
  summary: 'Headings of steps count on, and so do comments of code that name them',
  replaces: ['missing-from-step'],
  *check(graph) {
    for (const facts of graph.documents)
      for (const steps of sequencesOf(facts)) if (steps.length >= MIN_STEPS) yield* misnumbered(steps, facts);
    for (const comment of misnumberedComments(graph)) yield describeComment(comment);
  },
};

interface Step {
  section: SectionFacts;
  number: number;
  letter: string;
}

/** Headings of the same depth below the same heading. */
function sequencesOf({ sections }: DocumentFacts): Step[][] {
  const steps = sections.flatMap((section): Step[] => {
    const parts = /^(\d+)([a-z]?)$/.exec(section.step ?? '');
    return parts ? [{ section, number: Number(parts[1]), letter: parts[2] }] : [];
  });
  return [
    ...Map.groupBy(steps, ({ section }) => `${section.depth} ${section.parent ?? ''}`).values(),
  ].flatMap(restarts);
}

/** A number that falls back to the first one of the sequence begins a second sequence. */
function restarts(steps: readonly Step[]): Step[][] {
  const sequences: Step[][] = [];
  for (const step of steps) {
    const own = sequences.at(-1);
    if (!own || (own[0].section.step === step.section.step && own.at(-1)!.number > step.number))
      sequences.push([step]);
    else own.push(step);
  }
  return sequences;
}

function* misnumbered(steps: readonly Step[], facts: DocumentFacts): Iterable<Problem> {
  let before = firstOf(steps);
  for (const [i, step] of steps.entries()) {
    if (follows(before, step)) {
      before = step;
      continue;
    }
    const expected = before.number + 1;
    const next = steps.at(i + 1);
    const isMistyped = !next || follows({ ...step, number: expected, letter: '' }, next);
    yield describe(step, steps.slice(0, i), expected, facts);
    before = isMistyped ? { ...step, number: expected, letter: '' } : step;
  }
}

/** The step that would stand before the first one. The next two show whether a first one that is not 1 is mistyped. */
function firstOf([first, second, third]: readonly Step[]): Step {
  const isMistyped =
    first.number > 1 && !follows(first, second) && second.number > 1 && follows(second, third);
  return { section: first.section, number: isMistyped ? second.number - 2 : first.number - 1, letter: '' };
}

function follows(before: Step, { number, letter }: Step): boolean {
  return number === before.number ? letter > before.letter : number === before.number + 1;
}

function describe(
  { section }: Step,
  earlier: readonly Step[],
  expected: number,
  { id }: DocumentFacts,
): Problem {
  const same = earlier.find((other) => other.section.step === section.step);
  const before = earlier.at(-1);
  const after = before ? ` after Step ${before.section.step}` : '';
  return {
    at: section.range,
    message: same
      ? `"${section.heading}" has the number ${section.step}, which line ${same.section.range.line} has already; ${expected} was expected.`
      : `"${section.heading}" has the number ${section.step}; ${expected} was expected${after}.`,
    suggestion: String(expected),
    about: nodeId.step(id, String(expected)),
    isOrigin: true,
    related: same ? [{ at: same.section.range, note: `the first Step ${section.step}` }] : undefined,
  };
}

function describeComment({ edge, step, before, expected }: MisnumberedComment): Problem {
  return {
    at: placeOf(edge),
    message: `The comment names Step ${step.number}; Step ${expected.number} was expected after Step ${before.number}.`,
    suggestion: `Step ${expected.number}`,
    related: [
      {
        at: { file: expected.file, line: expected.line },
        note: `Step ${expected.number}, "${expected.title}"`,
      },
    ],
  };
}
