/**
 * Reads names in places that take one of a few names: `log_event("run_started"`, `"event": "run_started"`,
 * `docker logs app-server`, "the event `run_started`", a column "Value of `ERROR_CODE`", and a table whose first column is
 * headed "Event".
 */
import type { CodeBlock, Label, LabelForm, SourceRange, TableFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { singular } from '../text/singular.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** A name of two or more words. */
const NAME = String.raw`(?<value>[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)+)`;
const IS_NAME = new RegExp(`^${NAME}$`);
const PATTERNS: readonly (readonly [LabelForm, RegExp])[] = [
  // A function whose name ends with the noun; in the shell, a level may stand before the name.
  [
    'call',
    new RegExp(
      String.raw`(?<![\w$.-])(?:[a-z]+_)+(?<slot>[a-z]+)(?:\(["']|\s+(?:[A-Z]+\s+)?["']?)${NAME}(?=["'\s,)]|$)`,
      'g',
    ),
  ],
  // A key of JSON or YAML whose name ends with the noun.
  [
    'key',
    new RegExp(
      String.raw`(?<![\w$.-])["']?(?:[a-z]+_)*(?<slot>[a-z]+)["']?\s?:\s["']?${NAME}["']?(?=\s*[,}\]]|\s*$)`,
      'g',
    ),
  ],
];
const ONE_NAME = String.raw`["']?(?<value>[a-z][\w-]+)(?=["'\s]|$)`;
/** Commands that take the name of a container or of a unit. */
const COMMANDS: readonly (readonly [string, RegExp])[] = [
  [
    'container',
    new RegExp(
      String.raw`\bdocker\s+(?:logs|exec|stop|start|restart|inspect|rm|kill|wait)(?:\s+-\w+)*\s+${ONE_NAME}`,
      'g',
    ),
  ],
  ['container', new RegExp(String.raw`(?<![\w-])--name[ =]${ONE_NAME}`, 'g')],
  ['unit', new RegExp(String.raw`\bjournalctl\s(?:.*\s)?-u\s+${ONE_NAME}`, 'g')],
  ['unit', new RegExp(String.raw`\bsystemctl\s+(?:-\S+\s+)*[a-z-]+\s+(?:-\S+\s+)*${ONE_NAME}`, 'g')],
];
/** The noun before a code span. */
const NOUN = /(?<![\w-])(?<slot>[A-Za-z]{4,})\s+$/;
const MAX_NOUN = 24;
/** Between the code spans of a list: "the events `run_started`, `run_failed` and `run_ended`". */
const IN_LIST = /^(?:, |,? (?:and|or) )$/;
/** A column whose heading names a variable holds its values. */
const VARIABLE = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;
/** "`STATE` takes one of these values:" above a column "Value". */
const VALUES = /^values?$/i;
/** Fewer names are no list. */
const MIN_LISTED = 4;

export function readLabels(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  tables: readonly Omit<TableFacts, 'section'>[],
  source: string,
  index: LineIndex,
): Label[] {
  const found: Label[] = [];
  const readCode = (code: string, place: (start: number, end: number) => SourceRange): void => {
    for (const { form, slot, value, at } of labelsIn(code))
      found.push({ form, slot, value, range: place(at, at + value.length) });
  };
  for (const { text, codes, place } of units) {
    /** The noun before the code span before, and where that span ends. */
    let before: { slot: string; end: number } | undefined;
    for (const { start, end } of codes) {
      const code = text.slice(start, end);
      if (IS_NAME.test(code)) {
        const slot =
          NOUN.exec(text.slice(Math.max(0, start - MAX_NOUN), start))?.groups!.slot ??
          (before && IN_LIST.test(text.slice(before.end, start)) ? before.slot : undefined);
        before = slot !== undefined && nounOf(slot) !== slot.toLowerCase() ? { slot, end } : undefined;
        if (slot !== undefined)
          found.push({ form: 'noun', slot: nounOf(slot), value: code, range: place(start, end) });
      } else readCode(code, (from, to) => place(start + from, start + to));
    }
  }
  for (const block of blocks)
    forEachLine(block, source, index, (line, start) =>
      readCode(line, (from, to) => index.range(start + from, start + to)),
    );
  for (const { header, rows, range } of tables) {
    for (const [i, { text: heading }] of header.entries()) {
      const [variable] =
        VARIABLE.exec(heading) ?? (VALUES.test(heading) ? variableAbove(range.line, units) : []);
      for (const { cells } of variable === undefined ? [] : rows)
        if (cells[i] && IS_NAME.test(cells[i].text))
          found.push({ form: 'column', slot: variable!, value: cells[i].text, range: cells[i].range });
    }
    const slot = nounOf(header[0]?.text ?? '');
    const names = rows.flatMap(({ cells: [first] }) => (first && IS_NAME.test(first.text) ? [first] : []));
    if (/^[a-z]{4,}$/.test(slot) && names.length >= MIN_LISTED)
      for (const { text, range } of names) found.push({ form: 'list', slot, value: text, range });
  }
  return found;
}

/** The only variable of the sentence that introduces a table. */
function variableAbove(line: number, units: readonly FlatUnit[]): string[] {
  const above = units.find(({ kind, sentences }) => {
    const { endLine } = sentences.at(-1)?.range ?? { endLine: 0 };
    return kind === 'paragraph' && endLine < line && endLine >= line - 2;
  });
  const sentence = above?.sentences.at(-1)?.text ?? '';
  const names = sentence.match(new RegExp(VARIABLE, 'g')) ?? [];
  return /:\s*$/.test(sentence) && names.length === 1 ? names : [];
}

function nounOf(word: string): string {
  return singular(word.toLowerCase());
}

function labelsIn(code: string): (Omit<Label, 'range'> & { at: number })[] {
  const found: (Omit<Label, 'range'> & { at: number })[] = [];
  const add = (form: LabelForm, slot: string, match: RegExpMatchArray): void => {
    const { value } = match.groups!;
    found.push({ form, slot, value, at: match.index! + match[0].lastIndexOf(value) });
  };
  if (/[A-Za-z0-9][_-][A-Za-z0-9]/.test(code))
    for (const [form, pattern] of PATTERNS)
      for (const match of code.matchAll(pattern)) add(form, match.groups!.slot, match);
  if (/docker|--name|journalctl|systemctl/.test(code))
    for (const [slot, pattern] of COMMANDS)
      for (const match of code.matchAll(pattern)) add('command', slot, match);
  return found;
}
