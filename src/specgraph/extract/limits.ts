/**
 * Reads the limits that prose states ("polls every second, at most 60 seconds", "after 30 attempts") and those that the code
 * of the same section has (`((waited >= 60))`, `sleep 1`, `timeout 300 docker pull`, `RestartSec=10`).
 */
import type { CodeBlock, CodedLimit, LimitKind, SectionLimits, StatedLimit } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { readNumeral, SMALL_NUMBERS } from '../text/numerals.ts';
import { unitNamed } from '../text/units.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const NUMBER = String.raw`(?<number>\d+(?:\.\d+)?|${SMALL_NUMBERS.slice(1).join('|')})`;
const TIME = String.raw`(?<unit>ms|milliseconds?|s|secs?|seconds?|min|minutes?|hours?)(?![\w-])`;
const DURATION = String.raw`(?<![\w.-])${NUMBER}[ -]?${TIME}`;

/** Wordings of prose, each with what it limits. */
const STATED: readonly (readonly [LimitKind, RegExp])[] = [
  ['pause', new RegExp(String.raw`\b(?:every|interval of|sleeps|pauses? of|pauses) ${DURATION}`, 'gi')],
  ['pause', new RegExp(String.raw`${DURATION} apart\b`, 'gi')],
  ['pause', /\b(?:every|once (?:per|a|every)) (?<unit>second|minute)\b/gi],
  [
    'bound',
    new RegExp(
      String.raw`\b(?:at most|up to|no (?:longer|more) than|maximum of|limit of|waits|times out after|gives up after|stops after) ${DURATION}`,
      'gi',
    ),
  ],
  ['timeout', new RegExp(String.raw`\b(?:timeout|time limit) (?:of|is) ${DURATION}`, 'gi')],
  ['timeout', new RegExp(String.raw`${DURATION} timeout\b`, 'gi')],
  ['attempts', new RegExp(String.raw`(?<![\w.-])${NUMBER} (?:attempts|tries|retries)\b`, 'gi')],
];
const ANY_DURATION = new RegExp(DURATION, 'gi');
/** Any duration or number of attempts in prose. */
const ANY = new RegExp(
  String.raw`(?<![\w.])${NUMBER}(?:[ -]?${TIME}|(?= ?(?:attempts?|tries|retries|times|waits|x|×)(?!\w)))`,
  'gi',
);

const LANGUAGES = /^(?:(?:ba|z|k)?sh|shell|ini|systemd|service|conf|console)$/;
/** Limits in code: `value` is the number. */
const CODED: readonly (readonly [LimitKind, RegExp])[] = [
  ['pause', /(?<![\w-])sleep (?<value>\d+)(?![\w.])/g],
  ['bound', /(?:>=?|-g[te]|<=?|-l[te]) ?(?<value>\d+)(?= *(?:\)\)|\]|;))/g],
  ['bound', /\bseq (?:1 )?(?<value>\d+)(?=\))|\{1\.\.(?<last>\d+)\}/g],
  [
    'timeout',
    /(?<![\w-])timeout (?:-\w+ \S+ )*(?<value>\d+)s? |--(?:max-time|timeout)[ =](?<last>\d+)(?![\w.])/g,
  ],
];
/** A number that is no limit. */
const STATUS = /\b(?:exit|return) \d+|\d?>&\d|[+-] ?1\b/g;
const SETTING = /^\s*(?<key>[A-Z][A-Za-z]+)=(?<value>.*)$/;
/** Text of messages and comments says nothing about what the code does. */
const NO_CODE = /"[^"]*\s[^"]*"|'[^']*\s[^']*'|(?:^|\s)#.*$/g;
/** Code spans: `RestartSec=10`, `ExecStop`. */
const KEY = /^(?<key>[A-Z][a-z]+(?:[A-Z][a-z]+)*)(?:=\S+)?$/;

/** @returns what each section with limits states and does */
export function readLimits(
  units: readonly FlatUnit[],
  blocks: readonly (CodeBlock & { section?: string })[],
  source: string,
  index: LineIndex,
): SectionLimits[] {
  const found = new Map<string, SectionLimits>();
  const of = (section: string): SectionLimits => {
    const known = found.get(section);
    if (known) return known;
    const made = {
      section,
      stated: [],
      said: [],
      coded: [],
      printed: [],
      numbers: [],
      settings: [],
      code: '',
    };
    found.set(section, made);
    return made;
  };
  for (const unit of units) {
    if (unit.kind !== 'paragraph' || unit.section === undefined) continue;
    const stated = statedIn(unit);
    if (stated.length > 0) of(unit.section).stated.push(...stated);
  }
  for (const block of blocks)
    if (block.section !== undefined && LANGUAGES.test(block.lang?.toLowerCase() ?? '')) {
      const before = found.get(block.section)?.coded.length ?? 0;
      forEachLine(block, source, index, (line, start) => {
        const own = of(block.section!);
        readLine(line, start, own, index);
        own.printed.push(...printedIn(line, start, own.coded.slice(before), index));
      });
    }
  for (const unit of units) {
    const own = unit.kind === 'heading' || unit.section === undefined ? undefined : found.get(unit.section);
    if (own) own.said.push(...saidIn(unit.text));
  }
  return [...found.values()];
}

function readLine(line: string, start: number, into: SectionLimits, index: LineIndex): void {
  const { key, value: setting } = SETTING.exec(line)?.groups ?? {};
  if (key !== undefined)
    into.settings.push({
      name: key,
      numbers: numbersIn(setting),
      text: line.trim(),
      range: index.range(start, start + line.length),
    });
  into.code += `${line}\n`;
  const code = line.replaceAll(NO_CODE, (text) => ' '.repeat(text.length));
  if (!/\d/.test(code)) return;
  into.numbers.push(...numbersIn(code.replaceAll(STATUS, '')));
  for (const [kind, pattern] of CODED)
    for (const { groups, index: at, 0: text } of code.matchAll(pattern)) {
      const value = groups!.value ?? groups!.last;
      const from = start + at + text.lastIndexOf(value);
      into.coded.push({
        kind,
        value: Number(value),
        text: text.trim(),
        range: index.range(from, from + value.length),
      });
    }
}

const MESSAGE = /"[^"]*\s[^"]*"|'[^']*\s[^']*'/g;
const IN_MESSAGE = new RegExp(
  String.raw`\b(?:after|within|in) ${NUMBER}(?:[ -]?${TIME}|(?= (?:attempts|tries|retries)\b))`,
  'gi',
);

/** What a message says of the last limit of the whole before it: "no answer after 60 s" behind `((waited >= 60))`. */
function printedIn(
  line: string,
  start: number,
  coded: readonly CodedLimit[],
  index: LineIndex,
): SectionLimits['printed'] {
  const limit = coded.findLast(({ kind }) => kind === 'bound');
  if (!limit || !/\d/.test(line)) return [];
  return [...line.matchAll(MESSAGE)].flatMap(({ 0: message, index: at }) =>
    Array.from(message.matchAll(IN_MESSAGE), ({ 0: text, index: within, groups }) => ({
      value: valueOf(groups!.number, groups!.unit),
      text,
      range: index.range(start + at + within, start + at + within + text.length),
      coded: limit,
    })),
  );
}

function numbersIn(code: string): number[] {
  return Array.from(code.matchAll(/(?<![\w.])\d+(?![\w.])/g), ([number]) => Number(number));
}

function statedIn(unit: FlatUnit): StatedLimit[] {
  const { text, codes } = unit;
  if (!/\d|second|minute|attempts|tries/.test(text)) return [];
  const found: StatedLimit[] = [];
  for (const { start, text: sentence, range } of unit.sentences) {
    const spans = codes.flatMap((span) =>
      span.start >= start && span.end <= start + sentence.length ? text.slice(span.start, span.end) : [],
    );
    const keys = spans.flatMap((span) => KEY.exec(span)?.groups!.key ?? []);
    const key = keys.length === 1 ? keys[0] : undefined;
    const own = STATED.flatMap(([kind, pattern]) =>
      [...sentence.matchAll(pattern)].map((match) => ({ kind, match })),
    );
    // Beside the only setting that a sentence names: "`Restart=on-failure` with 10 seconds".
    const durations = key === undefined || own.length > 0 ? [] : [...sentence.matchAll(ANY_DURATION)];
    if (durations.length === 1) own.push({ kind: 'setting', match: durations[0] });
    for (const { kind, match } of own) {
      const { number = 'one', unit: time } = match.groups!;
      const at = start + match.index;
      const place = unit.place(at, at + match[0].length);
      const value = valueOf(number, time);
      const quoted = spans.filter((span) => span.includes(' '));
      found.push({ kind, value, key, quoted, text: match[0], line: range.line, range: place });
    }
  }
  return found;
}

/** Seconds, or a plain number. */
function valueOf(number: string, unit: string | undefined): number {
  const value = /\d/.test(number) ? Number(number) : readNumeral(number);
  return unit === undefined ? value : (value * unitNamed(unit)!.factor) / 1000;
}

/** The durations of a text in seconds, and its numbers of attempts. */
function saidIn(text: string): number[] {
  return Array.from(text.matchAll(ANY), ({ groups }) => valueOf(groups!.number, groups!.unit));
}
