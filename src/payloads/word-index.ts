/**
 * An inverted index of the texts of all sections, made by the build: for each word the sections that have it. It is less
 * than half as large as the texts, and a browser searches it without indexing anything first.
 */
import { stemsOf } from './search-words.ts';

/** The index as a file. Sections are counted from 0 over all documents. */
export interface WordIndex {
  documents: readonly {
    /** URL of the file with the texts of its sections. */
    texts: string;
    /** URLs of the sections with a text. */
    sections: readonly string[];
  }[];
  /** The stems of all words in the order of their letters, separated by blanks. */
  words: string;
  /** A line for each word: its sections, each as the distance from the one before, in base 36. */
  sections: string;
  /** A line for each word: how often each section has it, a digit each in base 36; 35 stands for more, too. */
  counts: string;
  /** The number of words of each section. */
  lengths: readonly number[];
}

/** The texts of the sections of a document by the URLs of the sections. */
export type SectionTexts = Record<string, string>;

const BASE = 36;

export function encodeWordIndex(documents: readonly { file: string; texts: SectionTexts }[]): WordIndex {
  const texts = documents.flatMap((document) => Object.values(document.texts));
  const stems = texts.map(stemsOf);
  const counts = new Map<string, Map<number, number>>();
  stems.forEach((words, section) => {
    for (const word of words) {
      const own = counts.get(word) ?? new Map<number, number>();
      counts.set(word, own.set(section, (own.get(section) ?? 0) + 1));
    }
  });
  const words = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    documents: documents.map((document) => ({ texts: document.file, sections: Object.keys(document.texts) })),
    words: words.map(([word]) => word).join(' '),
    sections: words.map(([, own]) => encodeGaps([...own.keys()])).join('\n'),
    counts: words.map(([, own]) => [...own.values()].map(countDigit).join('')).join('\n'),
    lengths: stems.map(({ length }) => length),
  };
}

function encodeGaps(sections: readonly number[]): string {
  return sections.map((section, i) => (section - (sections[i - 1] ?? 0)).toString(BASE)).join(' ');
}

function countDigit(count: number): string {
  return Math.min(count, BASE - 1).toString(BASE);
}

/** A section that has a word. */
export interface Posting {
  section: number;
  count: number;
}

/** @returns the words in the order of their letters, and a function that reads the sections of the word at an index */
export function decodeWordIndex({ words, sections, counts }: WordIndex): {
  words: readonly string[];
  postingsAt(index: number): Posting[];
} {
  const [sectionLines, countLines] = [sections.split('\n'), counts.split('\n')];
  return {
    words: words === '' ? [] : words.split(' '),
    postingsAt(index) {
      let section = 0;
      return sectionLines[index].split(' ').map((gap, i) => {
        section += parseInt(gap, BASE);
        return { section, count: parseInt(countLines[index][i], BASE) };
      });
    },
  };
}
