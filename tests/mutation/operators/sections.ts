import type { GraphEdge } from '#specgraph';
import { type Operator, LOST_REFERENCE, changeLine, replaceRange, spread, textIn } from '../mutant.ts';

const PER_DOCUMENT = 3;

function proseReferences(kind: 'section' | 'step', edges: readonly GraphEdge[], file: string): GraphEdge[] {
  const target = kind === 'step' ? /^step:/ : /#/;
  const wording = kind === 'step' ? /^Steps? \d/ : /^Sections? \d/;
  return edges.filter(
    (edge) =>
      edge.kind === 'refers' &&
      edge.via === 'prose' &&
      edge.resolved &&
      edge.range!.file === file &&
      target.test(edge.target) &&
      wording.test(edge.text!),
  );
}

/** Gives a number that does not exist: a letter far down the alphabet, or a section far behind the last. */
function beyond(words: string): string {
  return words.replace(/(\d+)([a-z])?(?!.*\d)/, (_, digits: string, letter?: string) =>
    letter ? `${digits}z` : `${digits}${digits}9`,
  );
}

function numberChanged(kind: 'section' | 'step', rule: string): Operator {
  return function* ({ graph, text }) {
    for (const facts of graph.documents) {
      const candidates = proseReferences(kind, graph.edges, facts.path).filter(
        (edge) => textIn(text(facts.path), edge.range!) === edge.text && !/[-,]| and /.test(edge.text!),
      );
      for (const edge of spread(candidates, PER_DOCUMENT)) {
        yield {
          name: `${facts.path}:${edge.range!.line} "${edge.text}" becomes "${beyond(edge.text!)}"`,
          rule,
          file: facts.path,
          line: edge.range!.line,
          alsoBreaks: ['contract-link', 'contract-pattern', 'missing-backlink', 'misnumbered-item'],
          changes: { [facts.path]: replaceRange(text(facts.path), edge.range!, beyond(edge.text!)) },
        };
      }
    }
  };
}

export const sectionBeyond = numberChanged('section', 'broken-section');
export const stepBeyond = numberChanged('step', 'broken-step');

/** What hangs on a section's number: references to it, contracts and tables found by it. */
const RENUMBERED = [
  'broken-pointer',
  ...LOST_REFERENCE,
  'broken-section',
  'broken-anchor',
  'incomplete-variable',
  'wrong-count',
  'undefined-variable',
  'misspelled-variable',
  'conflicting-definition',
  'variable-numbering',
  'section-number-gap',
  'uncovered-requirement',
  'unused-variable',
  'link-text-mismatch',
];

export const headingRenumbered: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const numbered = facts.sections.filter(
      (section) => section.depth === 2 && /^\d+$/.test(section.number ?? ''),
    );
    for (const section of spread(numbered.slice(1), 2)) {
      yield {
        name: `${facts.path}:${section.range.line} Section ${section.number} becomes ${Number(section.number) + 40}`,
        rule: 'section-number-gap',
        file: facts.path,
        line: section.range.line,
        alsoBreaks: RENUMBERED,
        changes: {
          [facts.path]: changeLine(text(facts.path), section.range.line, (line) =>
            line.replace(/\d+/, (n) => String(Number(n) + 40)),
          ),
        },
      };
    }
  }
};

export const headingDoubled: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const numbered = facts.sections.filter(
      (section) => section.depth === 2 && /^\d+$/.test(section.number ?? ''),
    );
    const [section] = spread(numbered.slice(2), 1);
    if (!section) continue;
    yield {
      name: `${facts.path}:${section.range.line} Section ${section.number} gets its predecessor's number`,
      rule: 'duplicate-section-number',
      file: facts.path,
      line: section.range.line,
      alsoBreaks: [...RENUMBERED, 'duplicate-section-number'],
      changes: {
        [facts.path]: changeLine(text(facts.path), section.range.line, (line) =>
          line.replace(/\d+/, (n) => String(Number(n) - 1)),
        ),
      },
    };
  }
};

/** "4.2 Keys" becomes "5.2 Keys" and stands under 4 all the same. */
export const headingMisplaced: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const parts = facts.sections.filter((section) => /^\d+\.\d+$/.test(section.number ?? ''));
    const [section] = spread(parts, 1);
    if (!section) continue;
    yield {
      name: `${facts.path}:${section.range.line} Section ${section.number} gets the number of another parent`,
      rule: 'misplaced-section-number',
      file: facts.path,
      line: section.range.line,
      alsoBreaks: [...RENUMBERED, 'duplicate-section-number'],
      changes: {
        [facts.path]: changeLine(text(facts.path), section.range.line, (line) =>
          line.replace(/\d+/, (n) => String(Number(n) + 1)),
        ),
      },
    };
  }
};

/** A comment of code that names a step gets the number of the comment behind it. */
export const stepCommentRenumbered: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const lines = text(facts.path).split('\n');
    const comments = lines.flatMap((line, i) => {
      const step = /^\w.* # Step (\d+)$/.exec(line)?.[1];
      return step === undefined ? [] : [{ at: i + 1, step }];
    });
    for (const [i, { at, step }] of comments.entries()) {
      const [before, after] = [comments[i - 1], comments[i + 1]];
      const isInside = [before, after].every((other) => other && Math.abs(other.at - at) <= 2);
      if (!isInside || Number(after.step) !== Number(step) + 1) continue;
      yield {
        name: `${facts.path}:${at} the comment names Step ${after.step} for Step ${step}`,
        rule: 'misnumbered-step',
        file: facts.path,
        line: at,
        alsoBreaks: [],
        changes: {
          [facts.path]: changeLine(text(facts.path), at, (line) => line.replace(/\d+$/, after.step)),
        },
      };
    }
  }
};

/** The heading of a step gets the number of the next one. */
export const stepRenumbered: Operator = function* ({ graph, text }) {
  for (const facts of graph.documents) {
    const steps = facts.sections.filter(({ step }) => /^\d+$/.test(step ?? ''));
    for (const { step, range } of spread(steps, 2)) {
      const next = Number(step) + 1;
      yield {
        name: `${facts.path}:${range.line} Step ${step} becomes ${next}`,
        rule: 'misnumbered-step',
        file: facts.path,
        line: range.line,
        alsoBreaks: [
          ...LOST_REFERENCE,
          'broken-step',
          'broken-anchor',
          'wrong-count',
          'title-mismatch',
          'missing-from-step',
          'conflicting-cell',
        ],
        changes: {
          [facts.path]: changeLine(text(facts.path), range.line, (line) =>
            line.replace(`Step ${step}`, `Step ${next}`),
          ),
        },
      };
    }
  }
};
