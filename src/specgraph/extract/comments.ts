/** Comments in code blocks can refer to sections, too: "# See §3.14.6". */
import { sectionKind } from '../kinds/section.ts';
import type { CodeBlock, RawReference } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { Words } from './prose.ts';
import { readUnit, type Vocabulary } from './references/index.ts';

/** Marks behind which the rest of a line is a comment; one inside a word or an address ("https://") begins none. */
const LINE_MARKS = String.raw`#+!?|\/\/+!?|--(?!-)|;+|%+|\*(?!\/)|(?:REM|rem)(?=\s)|'(?=\s)`;
/** Marks around a comment, as pairs of what opens and what closes it. */
const BLOCK_MARKS: readonly (readonly [open: string, close: string])[] = [
  [String.raw`\/\*+!?`, String.raw`\*+\/`],
  ['<!--', '-->'],
  [String.raw`\{-`, String.raw`-\}`],
  [String.raw`\(\*`, String.raw`\*\)`],
  [String.raw`--\[\[`, String.raw`\]\]`],
];
const OPENS = BLOCK_MARKS.map(([open], i) => `(?<b${i}>${open})`).join('|');
/** A comment begins at the head of a line or behind a blank. */
const COMMENT = new RegExp(
  String.raw`(?:^|\s)(?:(?:${OPENS})\s*|(?:${LINE_MARKS})\s*(?=[\w§"(\[]))(?<words>.*)$`,
);
const CLOSES = BLOCK_MARKS.map(([, close]) => new RegExp(close));
/** Blocks that are prose: "#" begins a heading in them. */
const PROSE_LANGUAGES = /^(?:md|markdown|mdx|rst|adoc|asciidoc)$/i;

/** @returns the sections that comments name; comments on neighbouring lines are one text, so that each knows who was named before */
export function readComments(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  words: Vocabulary,
): RawReference[] {
  if (!words.numberedWord.test(block.text) || PROSE_LANGUAGES.test(block.lang ?? '')) return [];
  const found: RawReference[] = [];
  let lines: { text: string; offset: number; start: number }[] = [];
  const finish = (): void => {
    if (lines.length > 0) found.push(...referencesOf(lines, index, words));
    lines = [];
  };
  /** Index of the marks around the comment that is open, or -1. */
  let open = -1;
  forEachLine(block, source, index, (line, start) => {
    const match = open < 0 ? COMMENT.exec(line) : /^(?:[\s>]*\*?\s+)?(?<words>.*)$/.exec(line);
    if (!match) return finish();
    if (open < 0) open = BLOCK_MARKS.findIndex((_marks, i) => match.groups![`b${i}`] !== undefined);
    let text = match.groups!.words;
    const at = line.length - text.length;
    const close = open < 0 ? undefined : CLOSES[open].exec(text);
    if (close) {
      text = text.slice(0, close.index);
      open = -1;
    }
    const before = lines.at(-1);
    const offset = before ? before.offset + before.text.length + 1 : 0;
    lines.push({ text, offset, start: start + at });
  });
  finish();
  return found;
}

function referencesOf(
  lines: readonly { text: string; offset: number; start: number }[],
  index: LineIndex,
  words: Vocabulary,
): RawReference[] {
  const text = lines.map((line) => line.text).join(' ');
  const lineAt = (at: number): (typeof lines)[number] =>
    lines.findLast(({ offset }) => offset <= at) ?? lines[0];
  const place = (from: number, to: number): RawReference['range'] => {
    const [first, last] = [lineAt(from), lineAt(Math.max(from, to - 1))];
    return index.range(first.start + from - first.offset, last.start + to - last.offset);
  };
  const sentence = { start: 0, text, range: place(0, text.length), place };
  const unit: Words = { kind: 'paragraph', text, codes: [], links: [], sentences: [sentence] };
  return readUnit(unit, words)
    .filter(({ fact }) => fact.kind === sectionKind.id && fact.by === undefined)
    .map(({ start, end, fact }) => ({ ...fact, where: 'block', range: place(start, end) }));
}
