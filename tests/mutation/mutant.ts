/** One defect, put into the real specification on purpose. */
import type { Contract, DocumentFacts, GraphView, SourceRange, TableFacts } from '#specgraph';

export interface Mutant {
  /** What was done, for people: "spec/02:55 link to spec/14 leads nowhere". */
  name: string;
  /** The rule that must find it. */
  rule: string;
  /** Where the finding must be. */
  file: string;
  line: number;
  /** Where the finding may be at any of several lines: the last one. */
  lastLine?: number;
  /** New texts by path. */
  changes: Record<string, string>;
  /** Rules that may speak as well, because the defect really breaks what they guard. */
  alsoBreaks: readonly string[];
  /** The mutated set is compared with the original one, as `check --since` does. */
  isSince?: boolean;
}

/** The unchanged specification, as operators see it. */
export interface Original {
  graph: GraphView;
  contracts: readonly Contract[];
  text(path: string): string;
}

/** A kind of defect: gives its mutants for the whole set. */
export type Operator = (original: Original) => Iterable<Mutant>;

/** Replaces what stands in `range`. */
export function replaceRange(text: string, range: SourceRange, replacement: string): string {
  const start = offsetOf(text, range.line, range.column);
  return text.slice(0, start) + replacement + text.slice(offsetOf(text, range.endLine, range.endColumn));
}

/** The text that stands in `range`. */
export function textIn(text: string, range: SourceRange): string {
  return text.slice(offsetOf(text, range.line, range.column), offsetOf(text, range.endLine, range.endColumn));
}

/** Removes whole lines, 1-based, both ends included. */
export function removeLines(text: string, from: number, to = from): string {
  const lines = text.split('\n');
  lines.splice(from - 1, to - from + 1);
  return lines.join('\n');
}

/** Replaces one line. */
export function changeLine(text: string, line: number, change: (line: string) => string): string {
  const lines = text.split('\n');
  lines[line - 1] = change(lines[line - 1]);
  return lines.join('\n');
}

function offsetOf(text: string, line: number, column: number): number {
  let offset = 0;
  for (let n = 1; n < line; n++) offset = text.indexOf('\n', offset) + 1;
  return offset + column - 1;
}

/** At most `count` items, spread evenly: the same ones in every run. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]);
}

/** Rules that may break when a reference to a document is lost or changed. */
export const LOST_REFERENCE = [
  'contract-link',
  'contract-pattern',
  'contract-artifact',
  'missing-backlink',
  'unlisted-document',
  'orphan-document',
  'conflicting-cell',
  'requirement-mismatch',
] as const;

/** Rules that may break when code is lost or changed. */
export const LOST_CODE = ['undefined-function', 'unused-function', 'unset-shell-variable'] as const;

/** Rules that may break when a document loses all references to another one. */
export const UNREFERENCED = [
  ...LOST_REFERENCE,
  'broken-section',
  'broken-step',
  'link-text-mismatch',
  'unlinked-document',
  'wrong-version',
  'uncovered-requirement',
];

/** Replaces all words that refer to a document by words that refer to nothing. */
export function forget(text: string, document: DocumentFacts): string {
  const name = document.path.slice(document.path.lastIndexOf('/') + 1);
  return text
    .replaceAll(
      new RegExp(
        String.raw`\[[^\]]*\]\(${name.replaceAll('.', String.raw`\.`)}[^)]*\),? ?(?:Sections? [\d.a-z, -]+(?:and [\d.a-z]+)?)?`,
        'g',
      ),
      'another document ',
    )
    .replaceAll(
      new RegExp(
        String.raw`spec/${document.number}[\w.-]*(?:,? (?:Sections?|Steps?|Appendix) [\w.-]+(?:(?:, | and |-)\d[\w.]*)*)?`,
        'g',
      ),
      'another document',
    );
}

/** Position of the column with this heading, or -1. */
export function columnOf(table: TableFacts, name: string): number {
  return table.header.findIndex((cell) => cell.text === name);
}

/** The cells of the configured count tables that state a quantity. */
export function countTableCells(graph: GraphView): { file: string; range: SourceRange }[] {
  return (graph.config.countTables ?? []).flatMap((config) => {
    const facts = graph.document(config.document)!;
    const slugs = graph.sectionTree(facts, graph.section(facts.id, config.section)!);
    return facts.tables
      .filter((t) => t.section && slugs.has(t.section) && columnOf(t, config.column) >= 0)
      .flatMap((table) =>
        table.rows
          .filter((row) =>
            config.rows.some(({ label }) => row.cells.some((cell) => cell.text.startsWith(label))),
          )
          .map((row) => ({ file: facts.path, range: row.cells[columnOf(table, config.column)].range })),
      );
  });
}
