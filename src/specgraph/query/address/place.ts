/** The places that addresses name, and the words that announce their numbers. */
import type { Kind } from '../../kinds/kind.ts';

/** A document, or a numbered part of one, as the reader of an address needs it. */
export interface Place {
  id: string;
  kind: string;
  /** Id of the document that contains it; absent for documents. */
  document?: string;
  /** "14" of a document, "6d" of a section, "A" of an appendix, "7b" of a step. */
  number?: string;
  title: string;
  /** Of a document: further names, such as its path and file name. */
  names?: readonly string[];
}

/** Words that announce the number of a place. */
export interface Announcement {
  kind: string;
  /** In lower case, without the full stop of an abbreviation: "section", "sec", "§". */
  words: readonly string[];
  /** Whether letters are counted: "Appendix A". */
  isLettered?: true;
}

/** The words of the kinds whose things are numbered within a document. */
export function announcementsOf(kinds: readonly Kind[]): Announcement[] {
  return kinds
    .filter(({ scope, definitions }) => scope !== 'set' && definitions.length > 0)
    .flatMap((kind) => [...seriesWords(kind), { kind: kind.id, words: ownWords(kind) }]);
}

function seriesWords({ id, series }: Kind): Announcement[] {
  return series.map(({ singular, plural, signs = [], neverWithoutStop = [], forms }) => ({
    kind: id,
    words: [...singular, ...plural, ...signs]
      .filter((word) => !neverWithoutStop.includes(word))
      .map(withoutStop),
    ...(forms[0] === 'letters' && { isLettered: true }),
  }));
}

/** The names of the kind, and what stands before the id in its label: "decision", "decisions", "DR" of "DR-{id}". */
function ownWords({ id, name, label }: Kind): string[] {
  const head = label.slice(0, Math.max(0, label.indexOf('{id}')));
  return [...new Set([id, name.one, name.many, head].map(withoutStop).filter(Boolean))];
}

/** A word in lower case without the signs behind it: "Sec." is "sec". */
export function withoutStop(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s.:#-]+$/, '');
}
