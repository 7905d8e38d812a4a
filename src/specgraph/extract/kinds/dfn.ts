/** Reads `<dfn>` elements, in a line of prose or in a block of HTML. */
import type { RawDefinition, SectionFacts } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import { sectionFinder } from '../sections.ts';
import type { DefinitionPattern } from './patterns.ts';

const OPENING = /<dfn\b[^>]*>/gi;
const CLOSING = '</dfn';
/** A longer element is one that nothing closes. */
const MAX_LENGTH = 200;

export function readDfns(
  { html }: Parts,
  source: string,
  index: LineIndex,
  sections: readonly SectionFacts[],
  { kind, form }: DefinitionPattern,
): RawDefinition[] {
  const sectionAt = sectionFinder([...sections]);
  return html.flatMap(({ value, position }) =>
    [...value.matchAll(OPENING)].flatMap((match): RawDefinition[] => {
      const start = position!.start.offset! + match.index + match[0].length;
      const inside = source.slice(start, start + MAX_LENGTH);
      const length = inside.toLowerCase().indexOf(CLOSING);
      const id = inside
        .slice(0, Math.max(0, length))
        .replace(/<[^>]*>|[*_`]/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      if (id === '') return [];
      const range = index.range(start, start + length);
      return [{ kind: kind.id, id, form: form.from, range, section: sectionAt(range.line)?.slug }];
    }),
  );
}
