import type { SpecConfig } from '../config.ts';
import { findMatches } from '../contracts/matcher.ts';
import type { DocumentFacts, Problem, Sentence } from '../model/index.ts';
import { oncePer } from '../resolve/once.ts';
import { fieldOf, phaseNumbers } from '../text/header-fields.ts';
import type { Rule } from './rule.ts';

/** "Nothing is deferred", "no longer a preview": words that say the opposite. */
const NEGATIONS = [
  ...['no', 'not', 'nothing', 'none', 'never', 'neither', 'nor', 'without', "isn't", "aren't"],
  ...['were', 'was', 'formerly', 'instead of'],
];
const NEGATION = new RegExp(String.raw`\b(?:${NEGATIONS.join('|')})\b`, 'i');
const CLAUSE_END = /[.;:]/g;
const PHASE = /\bPhases?\s+(\d+)/g;

/** What makes a word the status of something: "Status: deferred", "is still planned", and a whole cell of a table. */
const STATUS = {
  text: { before: /\b(?:status:\s*|(?:is|are|remains?|will be)\s+(?:still\s+|only\s+)?)$/i, behind: /^/ },
  row: { before: /(?:^|\|)\s*$/, behind: /^\s*(?:\||$)/ },
};

interface Word {
  text: string;
  start: number;
  end: number;
}

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
  return oncePer((facts: DocumentFacts): Problem[] => {
    if (words === '' || finished.size === 0) return [];
    const own = phaseNumbers(fieldOf(facts.header, 'Phase')?.value ?? '');
    const isFinished = own.length > 0 && own.every((number) => finished.has(number));
    return facts.units.flatMap((unit) =>
      unit.sentences.flatMap((sentence) => {
        const phase = [...sentence.text.matchAll(PHASE)]
          .map((match) => match[1])
          .find((number) => finished.has(number));
        if (phase !== undefined) return [...besidePhase(sentence, words, phase)];
        return isFinished ? [...asStatus(sentence, words, unit.kind === 'row' ? 'row' : 'text', own)] : [];
      }),
    );
  });
});

/** The words in a sentence, where they are not negated. Expressions of a configuration run on RE2, which nothing can hang. */
function staleWords({ text }: Sentence, words: string): Word[] {
  const found = findMatches(String.raw`(?i)\b(?:${words})\b`, text);
  if ('fault' in found) return [];
  return found.matches
    .filter(({ start }) => !isNegated(text.slice(0, start)))
    .map(({ start, end }) => ({ text: text.slice(start, end), start, end }));
}

/** Whether the clause that a text ends with has a negation. */
function isNegated(text: string): boolean {
  const end = [...text.matchAll(CLAUSE_END)].at(-1)?.index ?? -1;
  return NEGATION.test(text.slice(end + 1));
}

function* besidePhase(sentence: Sentence, words: string, phase: string): Iterable<Problem> {
  for (const word of staleWords(sentence, words))
    yield {
      at: sentence.place(word.start, word.end),
      message: `Phase ${phase} is finished, but the sentence calls something of it "${word.text}".`,
      suggestion: 'say what is specified, and where',
    };
}

/** A document whose phases are all finished has no parts with such a status, whether the sentence names a phase or not. */
function* asStatus(
  sentence: Sentence,
  words: string,
  unit: keyof typeof STATUS,
  phases: readonly string[],
): Iterable<Problem> {
  const { before, behind } = STATUS[unit];
  for (const word of staleWords(sentence, words)) {
    if (!before.test(sentence.text.slice(0, word.start))) continue;
    if (!behind.test(sentence.text.slice(word.end))) continue;
    yield {
      at: sentence.place(word.start, word.end),
      message: `${phases.length === 1 ? `Phase ${phases[0]}` : 'Every phase'} of this document is finished, but something is called "${word.text}" here.`,
      suggestion: 'say what is specified, and where',
    };
  }
}
