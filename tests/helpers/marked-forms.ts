/**
 * Tables of forms: a piece of Markdown in which ⟦…⟧ marks what must be reported. The piece stands in a document, beside
 * other documents of a set; a row without marks must be silent.
 */
import { describe, expect, test } from 'vitest';
import { checkGraph, parseConfig, readGraph, type Corpus, type Finding, type SpecConfig } from '#specgraph';

export interface Setting {
  /** The documents by path. The one with `HERE` in it receives the row. */
  files: Readonly<Record<string, string>>;
  config?: Record<string, unknown>;
  /** Rules whose findings are left out: a set of few documents has orphans. */
  ignored?: readonly string[];
}

/** Where the row stands, as a line of its own. */
export const HERE = '@@HERE@@';

const IGNORED = ['orphan-document', 'unlisted-document', 'unlinked-document', 'missing-backlink'];

/** One test for each row: the findings are at the marked places and nowhere else, and all are of these rules. */
export function formsTest(
  name: string,
  rules: string | readonly string[],
  setting: Setting,
  rows: readonly string[],
): void {
  describe(name, () => {
    test.each(rows)('%j', (row) => {
      const { text, found } = reported(row, setting);
      expect(text, `reported: ${text}`).toBe(row);
      for (const { rule } of found) expect([rules].flat()).toContain(rule);
    });
    test('no row stands twice', () => {
      expect(new Set(rows).size).toBe(rows.length);
    });
  });
}

/** @returns the row with marks where something was reported, and the findings; those in other places as text */
export function reported(row: string, setting: Setting): { text: string; found: Finding[] } {
  const plain = row.replaceAll(/[⟦⟧]/g, '');
  const path = Object.keys(setting.files).find((name) => setting.files[name].includes(HERE))!;
  const files = { ...setting.files, [path]: setting.files[path].replace(HERE, () => plain) };
  const ignored = [...IGNORED, ...(setting.ignored ?? [])];
  const found = findingsIn(files, setting.config ?? {}).filter(({ rule }) => !ignored.includes(rule));
  const first = setting.files[path].slice(0, setting.files[path].indexOf(HERE)).split('\n').length;
  const lines = plain.split('\n');
  const last = first + lines.length - 1;
  const inside = found.filter((f) => f.file === path && f.line >= first && f.endLine <= last);
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - first).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  const marks = inside.flatMap((f) => [
    { at: offset(f.line, f.column), mark: '⟦' },
    { at: offset(f.endLine, f.endColumn), mark: '⟧' },
  ]);
  let text = plain;
  // Equal offsets: an end stands before a beginning.
  for (const { at, mark } of marks.toSorted((a, b) => b.at - a.at || (a.mark === '⟦' ? -1 : 1)))
    text = text.slice(0, at) + mark + text.slice(at);
  const elsewhere = found.filter((f) => !inside.includes(f));
  return {
    text: [text, ...elsewhere.map((f) => `${f.file}:${f.line} ${f.rule}: ${f.message}`)].join('\n'),
    found,
  };
}

function findingsIn(files: Readonly<Record<string, string>>, options: Record<string, unknown>): Finding[] {
  const parsed = parseConfig(options, []) as { config: SpecConfig };
  const paths = new Set(Object.keys(files));
  const folders = new Set([...paths].flatMap((path) => foldersOf(path)));
  const corpus: Corpus = {
    root: 'set',
    repositoryRoot: 'set',
    files: [...paths]
      .filter((path) => /\.(?:md|markdown|mdx)$/.test(path))
      .map((path) => ({ path, text: files[path] })),
    others: [],
    problems: [],
    tree: {
      kind: (path) => (paths.has(path) ? 'file' : folders.has(path) ? 'directory' : undefined),
      otherCases: (path) =>
        [...paths].filter((other) => other !== path && other.toLowerCase() === path.toLowerCase()),
    },
  };
  return checkGraph(readGraph(corpus, parsed.config), {}).findings;
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, i) => parts.slice(0, i + 1).join('/'));
}
