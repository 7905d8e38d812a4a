/** Numbers of headings that an edit made look like none: one that is left, or two with a gap between them. */
import type { DocumentFacts, SourceFile } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { matchDocuments } from './match.ts';

/**
 * @param files of the present graph
 * @returns the same files; documents that numbered their sections in an earlier revision, and whose headings still have
 *   their titles behind numbers, are known to number them. Undefined where there are none
 */
export function filesStillNumbered(
  files: readonly SourceFile[],
  before: GraphView,
  now: GraphView,
): SourceFile[] | undefined {
  const paths = new Set(
    [...matchDocuments(before.documents, now.documents)].flatMap(([was, is]) =>
      numbersSections(was) && !numbersSections(is) && keepsNumberedTitle(was, is) ? [is.path] : [],
    ),
  );
  if (paths.size === 0) return undefined;
  return files.map((file) => (paths.has(file.path) ? { ...file, isNumbered: true } : file));
}

function numbersSections({ sections }: DocumentFacts): boolean {
  return sections.some(({ number }) => number !== undefined);
}

function keepsNumberedTitle(was: DocumentFacts, is: DocumentFacts): boolean {
  const titles = was.sections.flatMap(({ number, title }) => (number === undefined ? [] : [title]));
  return is.sections.some(
    ({ written, heading }) => written !== undefined && titles.some((title) => heading.endsWith(` ${title}`)),
  );
}
