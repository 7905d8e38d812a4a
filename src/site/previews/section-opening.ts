/** The first lines of a section, for previews. */
import type { DocumentFacts } from '#specgraph';

export interface Opening {
  text?: string[];
  code?: string;
}

const MAX_CODE_LINES = 7;
const MAX_TABLE_ROWS = 4;
const MAX_LINES = 4;

/**
 * The first paragraphs of a section, or else the first rows of its table, or else the first lines of its code.
 * @param maxLength letters; paragraphs are added until half of them are reached
 */
export function sectionOpening(facts: DocumentFacts, slug: string | undefined, maxLength: number): Opening {
  const units = facts.units.filter((unit) => unit.section === slug && unit.kind !== 'heading');
  const prose = openingProse(units, maxLength);
  if (prose.length > 0) return { text: prose };
  const rows = units.filter(({ kind }) => kind === 'row').slice(0, MAX_TABLE_ROWS);
  if (rows.length > 0)
    return { text: rows.map(({ text }) => shortened(text.replaceAll(' | ', ' · '), maxLength / 2)) };
  const code = facts.codeBlocks.find((block) => block.section === slug);
  return code ? { code: code.text.split('\n').slice(0, MAX_CODE_LINES).join('\n') } : {};
}

/** A short first paragraph ("The rules apply in this order:") says little without the lines that it announces. */
function openingProse(units: DocumentFacts['units'], maxLength: number): string[] {
  const first = units.findIndex(({ kind }) => kind === 'paragraph');
  const lines: string[] = [];
  if (first < 0) return lines;
  let left = maxLength;
  for (const { text } of units.slice(first, first + MAX_LINES)) {
    lines.push(shortened(text.replaceAll(' | ', ' · '), left));
    left -= text.length;
    if (left < maxLength / 2) break;
  }
  return lines;
}

/** Cuts a text after a sentence, or else after a word. */
function shortened(text: string, maxLength: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength);
  const sentences = /^.*[.!?](?=\s)/.exec(cut)?.[0] ?? '';
  return sentences.length > maxLength / 2 ? sentences : `${cut.replace(/\s\S*$/, '')} …`;
}
