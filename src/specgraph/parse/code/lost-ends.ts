/** Places where a shell block has lost the word that ends a branch, a loop or a function. */
import type { Grammar } from '../../model/index.ts';

/** What opens a block at the head or the end of a line, the word that closes it, and words that continue it. */
const BLOCKS: readonly { opens: RegExp; end: string; goesOn?: RegExp }[] = [
  { opens: /^if\b/, end: 'fi', goesOn: /^(?:then|else|elif)\b/ },
  { opens: /^(?:for|while|until|select)\b/, end: 'done', goesOn: /^do\b/ },
  { opens: /^case\b/, end: 'esac', goesOn: /^(?:\*|[^\s()]+)\)/ },
  { opens: /^(?:function\s+)?[\w-]+\s*\(\)\s*\{\s*(?:#.*)?$/, end: '}' },
];

interface Line {
  text: string;
  indent: number;
  start: number;
}

export interface LostEnd {
  /** UTF-16 offset of the end of the line above the lost one. */
  offset: number;
  /** "fi" */
  end: string;
}

/**
 * Finds the block that another line ends before its own end came, by the indentation of the lines, and whose end in that
 * place makes the code parse.
 * @param text code that does not parse
 */
export function findLostEnd(text: string, parse: Grammar): LostEnd | undefined {
  const lines = linesOf(text);
  for (const [at, line] of lines.entries()) {
    const block = BLOCKS.find(({ opens }) => opens.test(line.text));
    if (!block || closesItself(line, block.end)) continue;
    const next = lines.findIndex(
      (other, i) => i > at && other.indent <= line.indent && !goesOn(other, line, block),
    );
    if (next < 0 ? !isWhole(lines, line) : isEnd(lines[next].text, block.end)) continue;
    const offset = lines[next]?.start ?? text.length;
    const above = text.slice(0, offset).trimEnd();
    const mended = `${above}\n${' '.repeat(line.indent)}${block.end}\n${text.slice(offset)}`;
    if (!parse(mended)) return { offset: above.length, end: block.end };
  }
  return undefined;
}

/** A function that goes on to the end of the code, which is not left out. */
function isWhole(lines: readonly Line[], opening: Line): boolean {
  return opening.indent === 0 && opening.text.includes('()') && !/…|\.\.\.|^#/.test(lines.at(-1)!.text);
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/^([ \t]*)(\S.*)$/gm)].map(({ 0: line, 1: indent, index }) => ({
    text: line.trim(),
    indent: indent.length,
    start: index,
  }));
}

function closesItself({ text }: Line, end: string): boolean {
  return end !== '}' && new RegExp(`(?:^|[;\\s])${end}\\b`).test(text);
}

function goesOn(other: Line, { indent }: Line, { goesOn: words }: (typeof BLOCKS)[number]): boolean {
  return other.indent === indent && (words?.test(other.text) ?? false);
}

function isEnd(text: string, end: string): boolean {
  return end === '}' ? text.startsWith('}') : new RegExp(`^${end}\\b`).test(text);
}
