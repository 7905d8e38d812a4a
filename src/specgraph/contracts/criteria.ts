/** Reads the success criteria that a planning document lists in its text. */

/** Lines of the part of the text that lists them: between two tags, or below a heading. */
const TAGGED = /^<success_criteria>[ \t]*\n(.*?)^<\/success_criteria>/ms;
const HEADING = /^#{1,6}[ \t]+success criteria\b.*\n((?:(?!#{1,6}[ \t]).*(?:\n|$))*)/im;
const ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(.+)$/;

/**
 * @param text the document without its front matter
 * @returns the items of the list, in order; empty when the document has none
 */
export function readCriteria(text: string): string[] {
  const lines = (TAGGED.exec(text) ?? HEADING.exec(text))?.[1].split('\n') ?? [];
  return lines.flatMap((line) => ITEM.exec(line)?.[1].trim() ?? []);
}
