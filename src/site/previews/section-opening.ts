/** The first lines of a section, for previews. */
import type { DocumentFacts } from '#specgraph';

export interface Opening {
  text?: string[];
  code?: string;
}

const MAX_CODE_LINES = 7;
const MAX_TABLE_ROWS = 4;

/** The first paragraph of a section, or else the first rows of its table, or else the first lines of its code. */
export function sectionOpening(facts: DocumentFacts, slug: string | undefined, maxLength: number): Opening {
  const units = facts.units.filter((unit) => unit.section === slug);
  const paragraph = units.find(({ kind }) => kind === 'paragraph');
  if (paragraph) return { text: [shortened(paragraph.text, maxLength)] };
  const rows = units.filter(({ kind }) => kind === 'row').slice(0, MAX_TABLE_ROWS);
  if (rows.length > 0)
    return { text: rows.map(({ text }) => shortened(text.replaceAll(' | ', ' · '), maxLength / 2)) };
  const code = facts.codeBlocks.find((block) => block.section === slug);
  return code ? { code: code.text.split('\n').slice(0, MAX_CODE_LINES).join('\n') } : {};
}

/** Cuts a text after a sentence, or else after a word. */
function shortened(text: string, maxLength: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength);
  const sentences = /^.*[.!?](?=\s)/.exec(cut)?.[0] ?? '';
  return sentences.length > maxLength / 2 ? sentences : `${cut.replace(/\s\S*$/, '')} …`;
}
