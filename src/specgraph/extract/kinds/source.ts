import type { CodeBlock, SectionFacts, TableFacts } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import type { FlatUnit } from '../prose.ts';
import type { DocumentName } from './where.ts';

/** What of a document the definitions are read from. */
export interface DefinitionSource {
  document: DocumentName;
  parts: Parts;
  units: readonly FlatUnit[];
  sections: readonly SectionFacts[];
  tables: readonly TableFacts[];
  codeBlocks: readonly CodeBlock[];
  source: string;
  index: LineIndex;
}
