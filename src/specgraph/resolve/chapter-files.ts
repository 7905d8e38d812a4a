/**
 * Chapters that are files without numbers in their headings: "01Introduction.md", "02-requirements.md". A tool that joins
 * the files writes the numbers, and text names them: "see section 4".
 */
import type { DocumentFacts } from '../model/index.ts';
import { oncePer } from './once.ts';
import { directory } from './paths.ts';

/**
 * "04-sessions.md", "04Sessions.md"; "00" stands before the first chapter, and four digits are a register of documents that
 * count on their own.
 */
const NUMBERED = /^(\d{2})(?:[-_. ]+\p{L}|\p{Lu})/u;
/** Fewer files may begin with a number by chance. */
const MIN_CHAPTERS = 3;

/** @returns the path of the chapter with this number, named in one of the chapters beside it */
export function chapterFile(
  documents: readonly DocumentFacts[],
  value: string,
  from: DocumentFacts,
): string | undefined {
  const chapters = chaptersByFolder(documents).get(directory(from.path));
  return [...(chapters?.values() ?? [])].includes(from.path) ? chapters!.get(Number(value)) : undefined;
}

const chaptersByFolder = oncePer(
  (documents: readonly DocumentFacts[]): ReadonlyMap<string, ReadonlyMap<number, string>> => {
    const folders = Map.groupBy(
      documents.filter(({ path }) => NUMBERED.test(fileName(path)) && !fileName(path).startsWith('00')),
      ({ path }) => directory(path),
    );
    return new Map(
      [...folders].flatMap(([folder, files]) => {
        const chapters = new Map(
          files.map(({ path }) => [Number(fileName(path).slice(0, 2)), path] as const),
        );
        const isSeries = chapters.size === files.length && chapters.size >= MIN_CHAPTERS;
        return isSeries && !files.some(hasNumbers) ? [[folder, chapters] as const] : [];
      }),
    );
  },
);

function hasNumbers({ sections }: DocumentFacts): boolean {
  return sections.some(({ number, written }) => /^\d/.test(number ?? written ?? ''));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
