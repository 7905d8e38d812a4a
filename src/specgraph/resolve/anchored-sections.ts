/** The sections whose headings hold an anchor that the author wrote: `## 3.14 Run <a id="run-object"></a>`. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { countWhere, lastWhere } from '../text/ordered.ts';
import { oncePer } from './once.ts';

/** A line of nothing but elements, comments and blanks. */
const ONLY_ELEMENTS = /^(?:\s|>|<!--.*?-->|<\/?[A-Za-z][^<>]*>)*$/;

/**
 * @returns sections by the names of anchors that stand within their heading, or on lines of their own directly above or
 * below it
 */
export const sectionsByAnchor = oncePer((facts: DocumentFacts): Map<string, SectionFacts> => {
  const { anchors, sections, source, lineStarts } = facts;
  const found = new Map<string, SectionFacts>();
  const isEmpty = (line: number): boolean => {
    const at = lineStarts[line - 1];
    return at !== undefined && ONLY_ELEMENTS.test(source.slice(at, lineStarts[line] ?? source.length));
  };
  for (const { name, range, renderer } of anchors) {
    // The first renderer may give a heading further slugs; those of others are no anchors here.
    if ((renderer ?? 0) > 0 || found.has(name)) continue;
    const above = lastWhere(sections, (section) => section.range.line <= range.line);
    if (above && range.line <= above.range.endLine) {
      found.set(name, above);
      continue;
    }
    if (renderer !== undefined || !isEmpty(range.line)) continue;
    const next = sections[countWhere(sections, (section) => section.range.line <= range.line)];
    const below = next && onlyEmpty(range.line + 1, next.range.line) ? next : undefined;
    const isBelow = above !== undefined && onlyEmpty(above.range.endLine + 1, range.line);
    // Between two headings it may belong to either.
    if (below && isBelow) continue;
    const section = below ?? (isBelow ? above : undefined);
    if (section) found.set(name, section);
  }
  return found;

  function onlyEmpty(from: number, to: number): boolean {
    if (to - from > MAX_DISTANCE) return false;
    for (let line = from; line < to; line++) if (!isEmpty(line)) return false;
    return true;
  }
});

/** Lines between an anchor and its heading; a long list of anchors above a heading is none of its own. */
const MAX_DISTANCE = 4;
