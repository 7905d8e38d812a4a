/** A document as the search for numbers reads it. */
import { extractLinks } from '../extract/links.ts';
import { extractUnits, type FlatUnit } from '../extract/prose.ts';
import { maskCode } from '../extract/references/index.ts';
import { extractTables } from '../extract/tables.ts';
import type { DocumentFacts, TableFacts } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import { parseDocument, partsOf } from '../parse/markdown.ts';
import type { Span } from './headings.ts';

export interface ReadText {
  facts: DocumentFacts;
  /** Prose with its code masked; headings are left out. */
  units: { unit: FlatUnit; masked: string }[];
  tables: Omit<TableFacts, 'section'>[];
  /** Code blocks, by their offsets in the source. */
  code: Span[];
}

export function readText(facts: DocumentFacts): ReadText {
  const { path, source } = facts;
  const parts = partsOf(parseDocument(path, source).root);
  const index = lineIndex(path, source);
  const { definitions } = extractLinks(parts, source, index);
  const units = extractUnits(parts, source, index, definitions).filter(({ kind }) => kind !== 'heading');
  return {
    facts,
    units: units.map((unit) => ({ unit, masked: maskCode(unit) })),
    tables: extractTables(parts, index),
    code: parts.code.map(({ position }) => ({ start: position!.start.offset!, end: position!.end.offset! })),
  };
}
