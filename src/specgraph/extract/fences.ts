import type { Code } from 'mdast';
import type { UnclosedFence } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import type { Parts } from '../parse/markdown.ts';

const FENCE = /^(`{3,}|~{3,})[^\n\r]*/;
/** Markers of quotes, and blanks, before a fence. */
const PREFIX = String.raw`[ \t>]*`;

/**
 * Code fences that are not closed where their code ends: the document ends first; or a list item ends, and the fence that
 * was meant to close opens another block; or the opening fence of the next block is taken for code.
 */
export function extractUnclosedFences(parts: Parts, source: string, index: LineIndex): UnclosedFence[] {
  const found: UnclosedFence[] = [];
  let consequence = -1;
  for (const node of parts.code) {
    const start = node.position!.start.offset!;
    const end = node.position!.end.offset!;
    const raw = source.slice(start, end);
    const fence = FENCE.exec(raw);
    if (!fence) continue;
    const isConsequence = start === consequence;
    const reach = reachOf(node, raw, fence[1], source);
    if (reach === 'item') consequence = nextFence(source, end);
    if (!reach || isConsequence) continue;
    const text = fence[0].trimEnd();
    const codeEnd = reach === 'item' ? undefined : lineBelowCode(node);
    found.push({
      range: index.range(start, start + text.length),
      text,
      end: codeEnd === undefined ? undefined : rangeOfLine(codeEnd, index, source),
      endLine: index.lineAt(end),
      reach,
    });
  }
  return found;
}

function reachOf(node: Code, raw: string, fence: string, source: string): UnclosedFence['reach'] | undefined {
  const lines = raw.split(/\r\n|\n|\r/);
  const closing = new RegExp(`^${PREFIX}${fence[0]}{${fence.length},}[ \\t]*$`);
  if (lines.length > 1 && closing.test(lines.at(-1)!))
    return includesNextBlock(node, fence) ? 'next-block' : undefined;
  const end = node.position!.end.offset!;
  if (source.slice(end).trim() === '') return 'document';
  return nextFence(source, end) >= 0 && closing.test(lineFrom(source, nextFence(source, end)))
    ? 'item'
    : undefined;
}

/** Offset of the fence on the line behind a block, where there is one. */
function nextFence(source: string, end: number): number {
  const match = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?=`{3}|~{3})/.exec(source.slice(end, end + 200));
  return match ? end + match[0].length : -1;
}

function lineFrom(source: string, at: number): string {
  return /^[^\r\n]*/.exec(source.slice(at))![0];
}

/** Blocks that may show a fence on purpose. */
const MARKDOWN = /^(?:md|markdown|mdx|gfm|diff|rst|adoc|asciidoc)\b/i;

/** Whether the code contains an opening fence: the block should end above it. */
function includesNextBlock({ lang, value }: Code, fence: string): boolean {
  if (lang && MARKDOWN.test(lang)) return false;
  const opening = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*[\\w+-]+[ \\t]*$`, 'm').exec(value);
  if (!opening) return false;
  // A block without a language may show Markdown from its first line on.
  return Boolean(lang) || /\S\s*\n[ \t]*\n[^]*\S/.test(value.slice(0, opening.index));
}

/** A heading, a table row, a quote, a list item, bold words, or a sentence: lines that code seldom has at its margin. */
const PROSE =
  /^(?:#{2,6} \S|\|.*\|\s*$|> \S|\*\*\S|[-*] +[A-Z`*[]|(?:[A-Z[]|`[^`]+`[ ,:])[^;{}=$]*(?:\S+ +){3,}[^;{}=$]*|[A-Z`][^;{}=$]*:\s*$)/;

/** The first line of prose in a code block gives the place of the lost fence: the blank line above it, 1-based. */
function lineBelowCode({ value, position }: Code): number | undefined {
  const lines = value.split('\n');
  const prose = lines.findIndex((line, i) => i > 1 && lines[i - 1].trim() === '' && PROSE.test(line));
  if (prose < 0) return undefined;
  const code = lines.findLastIndex((line, i) => i < prose && line.trim() !== '');
  return code < 0 ? undefined : position!.start.line + code + 2;
}

function rangeOfLine(line: number, index: LineIndex, source: string): UnclosedFence['range'] {
  const start = index.starts[line - 1];
  return index.range(start, start + lineFrom(source, start).trimEnd().length);
}
