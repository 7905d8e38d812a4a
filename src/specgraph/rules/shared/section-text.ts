import type { DocumentFacts, SectionFacts } from '../../model/index.ts';

/** Whether the text of a section, its subsections and code included, holds a name as a whole word. */
export function holdsName(
  { source, lineStarts }: DocumentFacts,
  section: SectionFacts,
  name: string,
): boolean {
  const text = source.slice(lineStarts[section.range.line - 1], lineStarts[section.endLine]);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) return true;
  return false;
}
