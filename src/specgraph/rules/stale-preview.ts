import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, Problem, Sentence } from '../model/index.ts';
import { oncePer } from '../resolve/once.ts';
import type { Rule } from './rule.ts';

/** "Nothing is deferred", "no longer a preview": words that say the opposite. */
const NEGATIONS = [
  ...['no', 'not', 'nothing', 'none', 'never', 'neither', 'nor', 'without', "isn't", "aren't"],
  ...['were', 'was', 'formerly', 'instead of'],
];
const NEGATED = new RegExp(String.raw`\b(?:${NEGATIONS.join('|')})\b[^.;:]*$`, 'i');
const PHASE = /\bPhases?\s+(\d+)/g;

export const stalePreview: Rule = {
  id: 'stale-preview',
  group: 'documents',
  severity: 'error',
  summary: 'A finished phase is not called deferred, planned, a preview or a placeholder',
  *check(graph, { config }) {
    const inDocument = staleIn(config);
    for (const facts of graph.documents) yield* inDocument(facts);
  },
};

/** Depends on one document only, so it is computed once for each. */
const staleIn = oncePer((config: SpecConfig) => {
  const finished = new Set(config.phases?.filter((phase) => phase.finished).map((phase) => phase.number));
  const words = config.staleWords ?? [];
  const stale = new RegExp(`\\b(?:${words.join('|')})\\b`, 'gi');
  return oncePer((facts: DocumentFacts): Problem[] =>
    words.length === 0
      ? []
      : facts.units.flatMap(({ sentences }) =>
          sentences.flatMap((sentence) => [...inSentence(sentence, stale, finished)]),
        ),
  );
});

function* inSentence(sentence: Sentence, stale: RegExp, finished: Set<string>): Iterable<Problem> {
  const phase = [...sentence.text.matchAll(PHASE)]
    .map((match) => match[1])
    .find((number) => finished.has(number));
  if (phase === undefined) return;
  for (const match of sentence.text.matchAll(stale)) {
    if (NEGATED.test(sentence.text.slice(0, match.index))) continue;
    yield {
      at: sentence.place(match.index, match.index + match[0].length),
      message: `Phase ${phase} is finished, but the sentence calls something of it "${match[0]}".`,
      suggestion: 'say what is specified, and where',
    };
  }
}
