/** Reads the messages of programs: strings in code that prints them, and code spans and sample output that quote them. */
import type { CodeBlock, Message } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** A string of at least two words. */
const STRING = /(?<![\w"'\\])(?:"((?:[^"\\\n]|\\.){8,300})"|'([^'\n]{8,300})')(?!\w)/g;
/** Two words in a row, or a placeholder beside a word: other strings are no messages. */
const HAS_WORDS = /[A-Za-z]{2,}[,:]?\s+(?:[A-Za-z]{2,}|[$'"%<{(])|[$%>}]\S*\s+[a-z]{2,}/;
/** Three words in a row. */
const IS_QUOTE = /[A-Za-z]\w*[,:;]?\s+['"$<{(]*\w\S*\s+\S*[A-Za-z]{2,}/;
/** A command line is no message (`apt-get install -y jq`), and neither are fields between bars (`O|text|Name`). */
const IS_COMMAND = /^[a-z][\w.-]*\s+(?:--?\w|[a-z]+\s+--?\w)|\s--?[a-z]|[;{}]\s*$|[|&]{2}|\w\|\w/;

/** Languages of blocks that show what programs print. */
const OUTPUT = new Set(['', 'text', 'txt', 'console', 'log', 'output', 'plain']);
/** What stands before the message in a line of a log: "[2026-01-01 10:00:00] [WARN] [boot] ", "2026-01-01T10:00:00Z ERROR ". */
const LOG_PREFIX =
  /^\s*(?:(?:\[[^\]\n]*\]|\d{4}-\d\d-\d\d\S*|\d\d:\d\d:\d\d\S*)\s+)+(?:(?:[A-Z]{4,8}|\S+\[\d+\]:?)\s+)*|^\s*(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG)[:\s]\s*/;

export function readMessages(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): Message[] {
  const found: Message[] = [];
  for (const { text, codes, place } of units) {
    for (const { start, end } of codes) {
      const code = text.slice(start, end);
      if (end - start >= 8 && IS_QUOTE.test(code) && !IS_COMMAND.test(code))
        found.push({
          text: code,
          where: 'quote',
          range: place(start, end),
        });
    }
  }
  for (const block of blocks) {
    const isOutput = OUTPUT.has(block.lang ?? '');
    forEachLine(block, source, index, (line, start) => {
      const read = isOutput ? outputOf(line) : stringsOf(line);
      for (const { text, at } of read)
        found.push({
          text,
          where: isOutput ? 'output' : 'code',
          block: block.range.line,
          range: index.range(start + at, start + at + text.length),
        });
    });
  }
  return found;
}

function stringsOf(line: string): { text: string; at: number }[] {
  if (line.length < 10 || !/["']/.test(line)) return [];
  return [...line.matchAll(STRING)].flatMap((match) => {
    const text = match[1] ?? match[2];
    return HAS_WORDS.test(text) && !/\w\|\w/.test(text) ? [{ text, at: match.index + 1 }] : [];
  });
}

function outputOf(line: string): { text: string; at: number }[] {
  const prefix = LOG_PREFIX.exec(line)?.[0] ?? '';
  const text = line.slice(prefix.length);
  return prefix !== '' && IS_QUOTE.test(text) ? [{ text, at: prefix.length }] : [];
}
