import { joinWords } from '../text/lists.ts';
import type { DocumentFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import { extent, placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

export const brokenStep: Rule = {
  id: 'broken-step',
  group: 'sections',
  severity: 'error',
  summary: 'A step that prose names exists in the sequence that owns it',
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.why !== 'missing-step') continue;
      const owner = graph.document(edge.owner!)!;
      const number = nodeId.nameOf(edge.target);
      yield {
        about: edge.target,
        at: placeOf(edge),
        message: `Step ${number} does not exist: the steps of ${owner.path} ${/\(\d/.test(edge.text!) ? markedStepsOf(owner) : stepsOf(owner)}.`,
      };
    }
  },
};

/** Nobody reads a longer list of steps. */
const MAX_LISTED_STEPS = 30;

/** The lines that begin with "(1)", "(2)". */
const markedStepsOf = oncePer(({ sections }: DocumentFacts): string => {
  const marks = new Set(
    sections.flatMap((section) => section.marks ?? []).filter((mark) => /^\d/.test(mark)),
  );
  return `are ${joinWords([...marks].map((mark) => `(${mark})`))}`;
});

const stepsOf = oncePer((owner: DocumentFacts): string => {
  const paragraphs = owner.stepParagraphs?.map(({ number }) => number);
  const steps = [...new Set(paragraphs ?? owner.sections.flatMap((section) => section.step ?? []))];
  if (steps.length === 0) {
    const longest = Math.max(0, ...owner.sections.flatMap(({ lists = [] }) => lists.map(({ last }) => last)));
    return `are those of its lists, of which the longest ends at ${longest}`;
  }
  return steps.length > MAX_LISTED_STEPS ? `run from ${extent(steps)}` : `are ${joinWords(steps)}`;
});
