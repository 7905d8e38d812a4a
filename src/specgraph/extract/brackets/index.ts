/**
 * Pairs of brackets that the parser left as text. An author who writes `[words][label]`, `[words][]`, `[^note]` or
 * `[words](my file.md)` intended a link; without a definition, or with a space in the destination, readers see brackets.
 */
import type { RawLink, SourceRange, UndefinedLabel } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import { habitsOf, type LinkHabits } from './habits.ts';
import { isIntendedFootnote, isIntendedLabel } from './intent.ts';
import { maskBlock, type MaskedText } from './mask.ts';
import { readPairs, type BracketPair } from './pairs.ts';

type LinkShownAsText = Omit<RawLink, 'section' | 'context'>;

export interface BracketFacts {
  undefinedLabels: UndefinedLabel[];
  /** Links that are shown as text, if their destination is a file: only the resolver can know. */
  shownAsText: LinkShownAsText[];
}

/** Reads the brackets of all blocks. `source` is the whole document. */
export function extractBrackets(parts: Parts, source: string, index: LineIndex): BracketFacts {
  const facts: BracketFacts = { undefinedLabels: [], shownAsText: [] };
  const habits = habitsOf(parts, source);
  for (const block of parts.bracketed) {
    const raw = source.slice(block.position!.start.offset, block.position!.end.offset);
    if (!/\][[(:]|\[\^/.test(raw)) continue;
    for (const masked of maskBlock(block, source)) {
      for (const pair of readPairs(masked, source)) addFact(pair, masked, facts, { source, index, habits });
    }
  }
  return facts;
}

interface Context {
  source: string;
  index: LineIndex;
  habits: () => LinkHabits;
}

function addFact(pair: BracketPair, masked: MaskedText, facts: BracketFacts, context: Context): void {
  const { source, index, habits } = context;
  const inDocument = (from: number, to: number): SourceRange =>
    index.range(masked.start + from, masked.start + to);
  const range = inDocument(pair.start, pair.end);
  const words = source
    .slice(masked.start + pair.start, masked.start + pair.pairEnd)
    .replace(/^!?\[|\]$/g, '');
  switch (pair.kind) {
    case 'label':
      if (isIntendedLabel(pair, masked, words, habits()))
        facts.undefinedLabels.push({ form: 'link', label: pair.label || words, range });
      break;
    case 'footnote':
      if (isIntendedFootnote(pair, masked, habits()))
        facts.undefinedLabels.push({ form: 'footnote', label: pair.label, range });
      break;
    case 'destination':
      if (!masked.insideLink)
        facts.shownAsText.push({
          form: 'text',
          url: pair.url,
          text: words,
          range,
          urlRange: inDocument(pair.urlStart, pair.urlStart + pair.raw.length),
        });
  }
}
