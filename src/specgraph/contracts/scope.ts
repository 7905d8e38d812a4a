/** Finds the text that a promise is about: a file, a document or one of its sections. */
import type { DocumentFacts, SectionFacts, SourceRange } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import { oncePer } from '../resolve/once.ts';
import type { GraphView } from '../view.ts';
import { promise } from './describe.ts';
import { entryOf, entryRange, missing, whyMissing, type Context, type Failure } from './failure.ts';
import { findMatches } from './matcher.ts';

export interface Scope {
  text: string;
  /** Offset of `text` in the file. */
  offset: number;
  /** Where missing text is reported: the heading of the section, or the title of the document. */
  head: SourceRange;
  facts?: DocumentFacts;
  section?: SectionFacts;
}

export function findDocument(path: string, graph: GraphView): DocumentFacts | undefined {
  return (
    graph.document(path) ??
    graph.documents.find(
      (document) => document.path.endsWith(`/${path}`) || path.endsWith(`/${document.path}`),
    )
  );
}

/** The text that a promise is about, or the failure that it does not exist. */
export function scopeOf(
  path: string,
  section: string | undefined,
  line: number,
  { contract, graph }: Context,
): Scope | { failure: Failure } {
  const facts = findDocument(path, graph);
  if (!facts) {
    const other = graph.others.find((file) => file.path === path);
    if (other && !section)
      return { text: other.text, offset: 0, head: lineIndex(path, other.text).range(0, 0) };
    return {
      failure: missing(`file ${path}`, {
        at: entryRange(contract, line),
        message: `${promise(contract)} ${path}, ${whyMissing(path, graph)}.`,
        related: [],
      }),
    };
  }
  if (!section) return { text: facts.source, offset: 0, head: facts.titleRange, facts };
  const found = graph.section(facts.id, section);
  if (!found) {
    return {
      failure: missing(`section ${section} of ${facts.path}`, {
        at: facts.titleRange,
        message: `${promise(contract)} something of Section ${section} of ${facts.path}, which does not exist.`,
        related: entryOf(contract, line),
      }),
    };
  }
  const starts = facts.lineStarts;
  const offset = starts[found.range.line - 1];
  return {
    text: facts.source.slice(offset, starts[found.endLine] ?? facts.source.length),
    offset,
    head: found.range,
    facts,
    section: found,
  };
}

/** The matches of a pattern in a scope. Matches in documents are cached. */
export function matchesIn({ facts, section, text }: Scope, pattern: string): Found {
  if (!facts) return findMatches(pattern, text);
  const known = foundIn(facts);
  const key = `${section?.slug ?? ''} ${pattern}`;
  const found = known.get(key) ?? findMatches(pattern, text);
  known.set(key, found);
  return found;
}

type Found = ReturnType<typeof findMatches>;

const foundIn = oncePer((_facts: DocumentFacts) => new Map<string, Found>());

/** The place of a stretch of the scope's text, in UTF-16 units of that text. */
export function rangeIn(
  { text, offset, facts }: Scope,
  path: string,
  { start, end }: { start: number; end: number },
): SourceRange {
  const index = lineIndex(path, facts?.source ?? text);
  return { ...index.range(offset + start, offset + end), file: facts?.path ?? path };
}
