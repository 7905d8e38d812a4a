/** Comments in code blocks can refer to sections and steps, too: "# See §3.14.6", "wait_for_docker # Step 8". */
import { sectionKind } from '../kinds/section.ts';
import { stepKind } from '../kinds/step.ts';
import type { CodeBlock, RawReference } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { Unplaced, Words } from './prose.ts';
import { mayBeNumbered, readUnit, type Vocabulary } from './references/index.ts';

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

/** The function or script that a line of code calls. */
const CALLED = /^\s*(?:\.\/|\w+\s*=\s*)?(?<name>[a-z][\w-]*_[\w-]+|[\w-]+\.(?:sh|py))\b/;

/** @returns the sections that comments name, and the steps that stand alone behind code; comments on neighbouring lines are one text, so that each knows who was named before */
export function readComments(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  words: Vocabulary,
): RawReference[] {
  if (!mayBeNumbered(block.text, words) || PROSE_LANGUAGES.test(block.lang ?? '')) return [];
  const found: RawReference[] = [];
  let lines: CommentLine[] = [];
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
    const code = line.slice(0, match.index).trim() === '' ? '' : line.slice(0, match.index);
    if (code !== '') found.push(...stepBehind(code, { text, offset: 0, start: start + at }, index, words));
    const before = lines.at(-1);
    const offset = before ? before.offset + before.text.length + 1 : 0;
    lines.push({ text, offset, start: start + at });
  });
  finish();
  return found;
}

interface CommentLine {
  text: string;
  /** Offset in the text of all lines. */
  offset: number;
  /** Offset in the source. */
  start: number;
}

/** "# Step 8" behind a line of code says in which step it runs. With further words it may count the lines of the block. */
function stepBehind(code: string, line: CommentLine, index: LineIndex, words: Vocabulary): RawReference[] {
  const length = line.text.trimEnd().length;
  return readLines([line], index, words)
    .filter(({ start, end, fact }) => fact.kind === stepKind.id && start === 0 && end === length)
    .map(({ fact, range }) => ({ ...fact, where: 'block', runs: CALLED.exec(code)?.groups!.name, range }));
}

function referencesOf(lines: readonly CommentLine[], index: LineIndex, words: Vocabulary): RawReference[] {
  return readLines(lines, index, words)
    .filter(({ fact }) => fact.kind === sectionKind.id && fact.by === undefined)
    .map(({ fact, range }) => ({ ...fact, where: 'block', range }));
}

function readLines(
  lines: readonly CommentLine[],
  index: LineIndex,
  words: Vocabulary,
): (Unplaced<RawReference> & { range: RawReference['range'] })[] {
  const text = lines.map((line) => line.text).join(' ');
  const lineAt = (at: number): CommentLine => lines.findLast(({ offset }) => offset <= at) ?? lines[0];
  const place = (from: number, to: number): RawReference['range'] => {
    const [first, last] = [lineAt(from), lineAt(Math.max(from, to - 1))];
    return index.range(first.start + from - first.offset, last.start + to - last.offset);
  };
  const sentence = { start: 0, text, range: place(0, text.length), place };
  const unit: Words = { kind: 'paragraph', text, codes: [], links: [], sentences: [sentence] };
  return readUnit(unit, words).map((found) => ({ ...found, range: place(found.start, found.end) }));
}
