/** Reads lists of names: "`idle`, `busy` and `down`", `a|b|c`, `["a", "b"]`, the keys of an object, the first column of a table. */
import type { CodeBlock, CodeUse, SourceRange, TableFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** Fewer names are alike by chance. */
const MIN_NAMES = 4;
const NAME = String.raw`[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*`;
const IS_NAME = new RegExp(`^${NAME}$`);
const JOIN = String.raw`(?:, ?(?:and |or )?|\s?\\?\|\s?)`;
const IN_CODE = new RegExp(
  String.raw`(?<![\w.-])["']?${NAME}["']?(?:${JOIN}["']?${NAME}["']?){3,}(?![\w-])`,
  'g',
);
/** In prose, words with a capital letter. */
const CAPITAL = String.raw`[A-Z][A-Za-z0-9_]+`;
const IN_PROSE = new RegExp(
  String.raw`(?<![\w.-])${CAPITAL}(?:, ${CAPITAL}){2,},? (?:(?:and|or) )?${CAPITAL}(?![\w-])`,
  'g',
);
const BETWEEN = /^(?:, |,? (?:and|or) |\/)$/;
const KEY = /^(?<indent>\s*)(?<quote>["'])(?<name>[A-Za-z][\w-]*)\k<quote>\s*:/;

type Place = (start: number, end: number) => SourceRange;

export function readNameLists(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  tables: readonly Omit<TableFacts, 'section'>[],
  source: string,
  index: LineIndex,
): CodeUse[][] {
  const found: CodeUse[][] = [];
  const add = (names: CodeUse[]): void => {
    if (names.length >= MIN_NAMES && new Set(names.map(({ name }) => name)).size === names.length)
      found.push(names);
  };
  const addMatches = (text: string, pattern: RegExp, place: Place): void => {
    if (!/[,|]/.test(text)) return;
    for (const { 0: list, index: at } of text.matchAll(pattern))
      add(namesIn(list, (start, end) => place(at + start, at + end)));
  };
  for (const unit of units) {
    for (const { start, end } of unit.codes)
      addMatches(unit.text.slice(start, end), IN_CODE, (from, to) => unit.place(start + from, start + to));
    for (const names of spansInRow(unit)) add(names);
    // Lists of code spans were read above.
    addMatches(withoutCode(unit), IN_PROSE, unit.place);
  }
  for (const block of blocks) {
    let keys: CodeUse[] = [];
    let indent: string | undefined;
    forEachLine(block, source, index, (line, start) => {
      const place: Place = (from, to) => index.range(start + from, start + to);
      addMatches(line, IN_CODE, place);
      const key = KEY.exec(line)?.groups;
      if (key?.indent !== indent) {
        add(keys);
        keys = [];
      }
      indent = key?.indent;
      if (key)
        keys.push({
          name: key.name,
          range: place(key.indent.length + 1, key.indent.length + 1 + key.name.length),
        });
    });
    add(keys);
  }
  for (const { rows } of tables) {
    const cells = rows.flatMap(({ cells: [first] }) => (first && IS_NAME.test(first.text) ? [first] : []));
    if (cells.length === rows.length) add(cells.map(({ text, range }) => ({ name: text, range })));
  }
  return found;
}

function namesIn(list: string, place: Place): CodeUse[] {
  return Array.from(list.matchAll(new RegExp(NAME, 'g')), ({ 0: name, index }) => ({
    name,
    range: place(index, index + name.length),
  })).filter(({ name }) => name !== 'and' && name !== 'or');
}

/** The text of a unit with a blank in the place of each character of code. */
function withoutCode({ text, codes }: FlatUnit): string {
  const pieces: string[] = [];
  let end = 0;
  for (const code of codes) {
    pieces.push(text.slice(end, code.start), ' '.repeat(code.end - code.start));
    end = code.end;
  }
  return pieces.join('') + text.slice(end);
}

/** Code spans that follow each other in an enumeration. */
function spansInRow({ text, codes, place }: FlatUnit): CodeUse[][] {
  const rows: CodeUse[][] = [];
  let last: number | undefined;
  for (const { start, end } of codes) {
    const name = text.slice(start, end);
    if (!IS_NAME.test(name)) {
      last = undefined;
      continue;
    }
    const isNext = last !== undefined && BETWEEN.test(text.slice(last, start));
    if (!isNext) rows.push([]);
    rows.at(-1)!.push({ name, range: place(start, end) });
    last = end;
  }
  return rows;
}
