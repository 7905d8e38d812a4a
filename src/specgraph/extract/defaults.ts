/** Reads the default values that a text states: "`retries` (default 5)", "`retries` defaults to 5", `${RETRIES:-5}`. */
import type { CodeBlock, StatedDefault } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { plainText, type Parts } from '../parse/markdown.ts';
import { forEachLine } from './code-lines.ts';
import { codedDefaults } from './coded-defaults.ts';
import type { FlatUnit, Span } from './prose.ts';

/** The name of a setting: `FL_MODE`, `--max-retries`, `server.port`, `maxRetries`. A plain word may mean many things. */
const SETTING =
  /^(?:--?)?(?:[A-Za-z][\w-]*(?:[._-]\w+)+|[A-Z][A-Z0-9_]{3,}|[a-z]+(?:[A-Z][a-z0-9]*)+|--[a-z]+)$/;

const UNIT = String.raw`(?:ms|milliseconds?|s|secs?|seconds?|min|minutes?|h|hours?|days?|[kKMG]i?B|bytes?|%)(?![\w])`;
const DIGITS = String.raw`-?\d+(?:[_,]\d{3})*(?:\.\d+)?`;
const NUMBER = String.raw`${DIGITS}\s?${UNIT}|${DIGITS}(?![\w.]*\w)`;
const WORD = String.raw`(?:YES|NO|[Yy]es|[Nn]o|[Tt]rue|[Ff]alse|TRUE|FALSE|on|off|none|null|empty|enabled|disabled)(?![\w-])`;
const QUOTED = String.raw`"[^"\n]{0,80}"|'[^'\n]{0,80}'`;

/** What follows a name and says its default; the value follows. */
const AFTER_NAME = new RegExp(
  String.raw`^\s*(?:(?:[(,;:–—-]\s*)(?:(?:optional|required|number|integer|int|string|boolean|bool|float|list|seconds|in seconds)\s*[,;:]\s*)*)?(?:(?:by\s+|the\s+|its\s+|whose\s+)?default(?:s\s+to|\s+value(?:\s+is|:)?|\s+is|:|\s*=)?)\s*`,
);
/** "The default of `retries` is 5": what stands before the name and behind it. */
const BEFORE_NAME = /\b[Dd]efault(?:\s+value)?\s+(?:of|for)\s+(?:the\s+)?$/;
const IS = /^\s*(?:is|=|:)\s+/;
const VALUE = new RegExp(`^(?:${QUOTED}|${NUMBER}|${WORD})`);

export function readDefaults(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  parts: Parts,
  source: string,
  index: LineIndex,
): StatedDefault[] {
  return [
    ...units.flatMap(defaultsInProse),
    ...blocks.flatMap((block) => defaultsInCode(block, source, index)),
    ...defaultsInTables(parts, index),
  ];
}

function defaultsInProse(unit: FlatUnit): StatedDefault[] {
  if (unit.codes.length === 0) return [];
  const found: StatedDefault[] = [];
  const { text, codes } = unit;
  for (const { value, ...one } of codedDefaults(text))
    found.push({
      ...one,
      value: value.text,
      form: 'code',
      range: unit.place(value.start, value.end),
    });
  if (/\d/.test(text)) found.push(...valuesBesideNames(unit));
  if (!/default/i.test(text)) return found;
  found.push(...assignedDefaults(unit), ...defaultsOfSentences(unit));
  for (const [i, span] of codes.entries()) {
    const name = text.slice(span.start, span.end);
    if (!SETTING.test(name)) continue;
    const start = valueStart(text, span);
    const value = start === undefined ? undefined : valueAt(text, start, codes.slice(i + 1));
    if (value)
      found.push({
        name,
        value: text.slice(value.start, value.end),
        form: 'prose',
        range: unit.place(value.start, value.end),
      });
  }
  return found;
}

const ASSIGNMENT = /^([\w.-]+)\s?=\s?(.+)$/;
const IS_DEFAULT = /^(?:,\s+(?:which\s+is\s+)?the\s+default\b(?!\s+(?:of|for)\b)|\s+\((?:the\s+)?default\))/;

/** "`FL_MODE=fast`, the default", "`mode=fast` (default)". */
function assignedDefaults(unit: FlatUnit): StatedDefault[] {
  return unit.codes.flatMap(({ start, end }): StatedDefault[] => {
    const [, name, value] = ASSIGNMENT.exec(unit.text.slice(start, end)) ?? [];
    if (name === undefined || !SETTING.test(name) || !IS_DEFAULT.test(unit.text.slice(end, end + 40)))
      return [];
    return [{ name, value, form: 'prose', range: unit.place(end - value.length, end) }];
  });
}

const THE_DEFAULT = /\b(?:the|its|a|an|by)\s+default(?:\s+value)?(?:\s+of|\s+is|\s+stays|:)?\s+/gi;

/**
 * "With the default of 60 s": of the setting that is named last before it in its sentence, else of the first one in the
 * sentence, else, where the value is a number, of the last one in the sentences before.
 */
function defaultsOfSentences({ kind, text, codes, sentences, place }: FlatUnit): StatedDefault[] {
  if (kind === 'row') return [];
  const settings = codes
    .map(({ start, end }) => ({ start, name: text.slice(start, end).replace(/=.*$/, '') }))
    .filter(({ name }) => SETTING.test(name));
  if (settings.length === 0) return [];
  return sentences.flatMap((sentence): StatedDefault[] => {
    const isWithin = ({ start }: { start: number }): boolean =>
      start >= sentence.start && start < sentence.start + sentence.text.length;
    return [...sentence.text.matchAll(THE_DEFAULT)].flatMap((match): StatedDefault[] => {
      const at = sentence.start + match.index;
      const value = valueAt(text, at + match[0].length, codes.filter(isWithin));
      if (!value || SETTING.test(text.slice(value.start, value.end))) return [];
      const written = text.slice(value.start, value.end);
      const own = settings.filter(isWithin);
      const before = settings.filter(({ start }) => start < at);
      const meant = own.length > 0 ? (own.findLast(({ start }) => start < at) ?? own[0]) : before.at(-1);
      if (!meant || (own.length === 0 && !/^\d/.test(written))) return [];
      const others = new Set(own.map(({ name }) => name).filter((name) => name !== meant.name));
      return [
        {
          name: meant.name,
          others: [...others],
          value: written,
          form: 'sentence',
          range: place(value.start, value.end),
        },
      ];
    });
  });
}

const IN_BRACKETS = new RegExp(String.raw`^ \((${NUMBER})(?=[),;])`);
const BEHIND_COMMA = new RegExp(String.raw`^, (${DIGITS}\s?${UNIT})(?=[),;.]| \(| \||$)`);

/** The number directly behind a name: "`FL_TIMEOUT` (60 s)", "`FL_TIMEOUT`, 60 s". */
function valuesBesideNames({ text, codes, place }: FlatUnit): StatedDefault[] {
  return codes.flatMap(({ start, end }): StatedDefault[] => {
    const name = text.slice(start, end);
    const after = text.slice(end, end + 40);
    const match = IN_BRACKETS.exec(after) ?? BEHIND_COMMA.exec(after);
    if (!match || !SETTING.test(name)) return [];
    const at = end + match[0].length - match[1].length;
    return [{ name, value: match[1], form: 'beside', range: place(at, at + match[1].length) }];
  });
}

/** Where the value of a name begins that "default" introduces; undefined where the words say no default. */
function valueStart(text: string, { start, end }: Span): number | undefined {
  const after = text.slice(end, end + 80);
  const introduced = AFTER_NAME.exec(after);
  if (introduced) return end + introduced[0].length;
  const is = BEFORE_NAME.test(text.slice(Math.max(0, start - 40), start)) ? IS.exec(after) : undefined;
  return is ? end + is[0].length : undefined;
}

/** The value that begins at a position: a code span, or a number, a quoted text or a word such as "YES". */
function valueAt(text: string, start: number, codes: readonly Span[]): Span | undefined {
  const code = codes.find((span) => span.start === start);
  if (code) return code;
  const match = VALUE.exec(text.slice(start, start + 90));
  return match ? { start, end: start + match[0].length } : undefined;
}

function defaultsInCode(block: CodeBlock, source: string, index: LineIndex): StatedDefault[] {
  const found: StatedDefault[] = [];
  if (!/\$\{|env|get|fetch|efault/.test(block.text)) return found;
  forEachLine(block, source, index, (line, start) => {
    for (const { value, ...one } of codedDefaults(line))
      found.push({
        ...one,
        value: value.text,
        form: 'code',
        range: index.range(start + value.start, start + value.end),
      });
  });
  return found;
}

/** The cells of a column "Default" beside the only code span of the row's first cells. */
function defaultsInTables(parts: Parts, index: LineIndex): StatedDefault[] {
  return parts.tables.flatMap((table) => {
    const [header, ...rows] = table.children;
    const column = (header?.children ?? []).findIndex((cell) =>
      /^default(?: value)?$/i.test(plainText(cell).trim()),
    );
    if (column < 0) return [];
    return rows.flatMap(({ children }): StatedDefault[] => {
      const cell = children[column];
      const name = children
        .slice(0, 2)
        .map((one) =>
          one.children.length === 1 && one.children[0].type === 'inlineCode' ? plainText(one) : '',
        )
        .find((text) => SETTING.test(text));
      if (!cell || name === undefined || column === 0) return [];
      const first = cell.children[0]?.position?.start.offset ?? cell.position!.start.offset!;
      const last = cell.children.at(-1)?.position?.end.offset ?? first;
      return [{ name, value: plainText(cell).trim(), form: 'table', range: index.range(first, last) }];
    });
  });
}
