import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, Problem, Sentence } from '../model/index.ts';
import { oncePer } from '../resolve/once.ts';
import { fieldOf, phaseNumbers } from '../text/header-fields.ts';
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
  isPerDocument: true,
  *check(graph, { config }) {
    const inDocument = staleIn(config);
    for (const facts of graph.documents) yield* inDocument(facts);
  },
};

/** Depends on one document only, so it is computed once for each. */
const staleIn = oncePer((config: SpecConfig) => {
  const finished = new Set(config.phases?.filter((phase) => phase.finished).map((phase) => phase.number));
  const words = (config.staleWords ?? []).join('|');
  const stale = new RegExp(String.raw`\b(?:${words})\b`, 'gi');
  const statuses = statusForms(words);
  return oncePer((facts: DocumentFacts): Problem[] => {
    if (words === '') return [];
    const own = phaseNumbers(fieldOf(facts.header, 'Phase')?.value ?? '');
    const isFinished = own.length > 0 && own.every((number) => finished.has(number));
    return facts.units.flatMap((unit) =>
      unit.sentences.flatMap((sentence) => {
        const phase = [...sentence.text.matchAll(PHASE)]
          .map((match) => match[1])
          .find((number) => finished.has(number));
        if (phase !== undefined) return [...besidePhase(sentence, stale, phase)];
        return isFinished ? [...asStatus(sentence, statuses[unit.kind === 'row' ? 'row' : 'text'], own)] : [];
      }),
    );
  });
});

function* besidePhase(sentence: Sentence, stale: RegExp, phase: string): Iterable<Problem> {
  for (const match of sentence.text.matchAll(stale)) {
    if (NEGATED.test(sentence.text.slice(0, match.index))) continue;
    yield {
      at: sentence.place(match.index, match.index + match[0].length),
      message: `Phase ${phase} is finished, but the sentence calls something of it "${match[0]}".`,
      suggestion: 'say what is specified, and where',
    };
  }
}

/** The words as a status: "Status: deferred", "is still planned", and a whole cell of a table. */
function statusForms(words: string): { text: RegExp; row: RegExp } {
  const sentence = String.raw`(?:\bstatus:\s*|\b(?:is|are|remains?|will be)\s+(?:still\s+|only\s+)?)(?<word>${words})\b`;
  const cell = String.raw`(?:^|\|)\s*(?<word>${words})\s*(?:\||$)`;
  return { text: new RegExp(sentence, 'gi'), row: new RegExp(`(?:${cell})`, 'gi') };
}

/** A document whose phases are all finished has no parts with such a status, whether the sentence names a phase or not. */
function* asStatus(sentence: Sentence, form: RegExp, phases: readonly string[]): Iterable<Problem> {
  for (const match of sentence.text.matchAll(form)) {
    if (NEGATED.test(sentence.text.slice(0, match.index))) continue;
    const word = match.groups!.word;
    const start = match.index + match[0].indexOf(word);
    yield {
      at: sentence.place(start, start + word.length),
      message: `${phases.length === 1 ? `Phase ${phases[0]}` : 'Every phase'} of this document is finished, but something is called "${word}" here.`,
      suggestion: 'say what is specified, and where',
    };
  }
}
