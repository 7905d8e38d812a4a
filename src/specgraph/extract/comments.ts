/** Comments in code blocks can refer to sections, too: "# See §3.14.6". */
import type { CodeBlock, RawReference } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-blocks.ts';
import type { Words } from './prose.ts';
import { readUnit, type Vocabulary } from './references/index.ts';

/** The mark of a comment with what follows it; a mark inside a word or an address ("https://") begins none. */
const COMMENT = /(?:^|\s)(?:#+|\/\/+|--|;+|%+|\/\*+|\*|<!--)\s+(?<words>\S.*?)\s*(?:\*\/|-->)?$/;
const SECTION = /§|[Ss]ect|[Aa]ppendix|[Aa]nnex/;

/** @returns the sections that comments name; comments on neighbouring lines are one text, so that each knows who was named before */
export function readComments(
  block: CodeBlock,
  source: string,
  index: LineIndex,
  words: Vocabulary,
): RawReference[] {
  if (!SECTION.test(block.text)) return [];
  const found: RawReference[] = [];
  let lines: { text: string; offset: number; start: number }[] = [];
  const finish = (): void => {
    if (lines.length > 0) found.push(...referencesOf(lines, index, words));
    lines = [];
  };
  forEachLine(block, source, index, (line, start) => {
    const match = COMMENT.exec(line);
    if (!match) return finish();
    const text = match.groups!.words;
    const before = lines.at(-1);
    const offset = before ? before.offset + before.text.length + 1 : 0;
    lines.push({ text, offset, start: start + line.indexOf(text, match.index) });
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
    .filter(({ fact }) => fact.kind === 'section' && fact.by === undefined)
    .map(({ start, end, fact }) => ({ ...fact, where: 'block', range: place(start, end) }));
}
