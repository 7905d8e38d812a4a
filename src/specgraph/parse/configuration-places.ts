/** Finds where a configuration file says something. The file may be a program: it is read as text and never run. */
import { isMap, isNode, isScalar, parseDocument } from 'yaml';
import type { ConfigPath, SourceRange } from '../model/index.ts';
import { lineIndex } from './line-index.ts';

/** Offsets in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/** A value in the text, and where its entry begins. */
interface Found {
  value: Span;
  /** Start of the key; that of the value in a list. */
  entry: number;
}

/**
 * The place of a value, without its quotes. A list or an object has the place of its first line, from its key on. Where
 * the value is computed, it is the place of the nearest value around it that stands in the text.
 * @param value what the program found there; a text that stands once in a computed value is found by it
 */
export function placeInConfiguration(
  { path: file, text }: { path: string; text: string },
  path: ConfigPath,
  value?: unknown,
): SourceRange {
  const { range } = lineIndex(file, text);
  const found = /\.ya?ml$/.test(file) ? findInYaml(text, path) : findInScript(text, path);
  if (!found) return range(0, 0);
  const { start, end } = shown(text, found, value);
  return range(start, end);
}

function shown(text: string, { value: span, entry }: Found, value: unknown): Span {
  const words = text.slice(span.start, span.end);
  if (isQuoted(words)) return { start: span.start + 1, end: span.end - 1 };
  if (typeof value === 'string' && value !== '') {
    const at = onlyPlace(words, value);
    if (at !== undefined) return { start: span.start + at, end: span.start + at + value.length };
  }
  if (!words.includes('\n') && !/^[[{]/.test(words)) return span;
  const lineEnd = text.indexOf('\n', entry);
  return { start: entry, end: lineEnd < 0 ? text.length : lineEnd };
}

function isQuoted(words: string): boolean {
  return /^(['"`])(?:(?!\1)[^\\\n]|\\.)*\1$/.test(words);
}

/** Where a text stands in quotes; undefined where it stands there several times. */
function onlyPlace(words: string, value: string): number | undefined {
  const places = ["'", '"', '`'].flatMap((quote) => {
    const parts = words.split(quote + value + quote);
    return parts.slice(1).map(() => parts[0].length + 1);
  });
  return places.length === 1 ? places[0] : undefined;
}

function findInYaml(text: string, path: ConfigPath): Found | undefined {
  const document = parseDocument(text);
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
      : undefined;
    const key = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
    return { value: { start: node.range[0], end: node.range[1] }, entry: key ?? node.range[0] };
  }
  return undefined;
}

/** JSON and scripts: the literal is followed as far as it goes. */
function findInScript(text: string, path: ConfigPath): Found | undefined {
  let found = rootOf(text);
  for (const key of path) {
    const child = found && childOf(text, literalAt(text, found.value), key);
    if (!child) break;
    found = child;
  }
  return found;
}

/** The object that a script exports, or the one of a JSON file. */
function rootOf(text: string): Found | undefined {
  const exported = /\bexport\s+default\s+/.exec(text);
  const start = afterTrivia(text, exported ? exported.index + exported[0].length : 0);
  const value = literalAt(text, { start, end: endOfValue(text, start) });
  return text[value.start] === '{' ? { value, entry: value.start } : undefined;
}

/** Follows `defineConfig(…)` and the name of a constant to the literal that they stand for. */
function literalAt(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end).trim();
  const call = /^defineConfig\s*\(\s*/.exec(words);
  if (call) {
    const start = afterTrivia(text, span.start + call[0].length);
    return literalAt(text, { start, end: endOfValue(text, start) });
  }
  if (!/^[A-Za-z_$][\w$]*$/.test(words)) return span;
  const constant = new RegExp(String.raw`\bconst ${words.replaceAll('$', String.raw`\$`)}\b[^=\n]*=\s*`).exec(
    text,
  );
  if (!constant) return span;
  const start = afterTrivia(text, constant.index + constant[0].length);
  const end = endOfValue(text, start);
  return /^[\w$]+$/.test(text.slice(start, end).trim()) ? span : literalAt(text, { start, end });
}

/** An entry of an object or an element of a list; undefined where it does not stand in the text. */
function childOf(text: string, { start }: Span, key: string | number): Found | undefined {
  const isList = text[start] === '[';
  if (!isList && text[start] !== '{') return undefined;
  let position = 0;
  for (let at = afterTrivia(text, start + 1); at < text.length && !/[\]}]/.test(text[at]);) {
    // What a spread adds is not known: nothing behind it can be counted.
    if (isList && text.startsWith('...', at)) return undefined;
    const named = isList ? undefined : KEY.exec(text.slice(at, at + MAX_KEY));
    const valueStart = afterTrivia(text, at + (named?.[0].length ?? 0));
    const end = endOfValue(text, valueStart);
    const isMeant = isList ? position === key : named && (named[2] ?? named[3]) === String(key);
    if (isMeant) return { value: { start: valueStart, end: trimmedEnd(text, valueStart, end) }, entry: at };
    position += 1;
    at = afterTrivia(text, text[end] === ',' ? end + 1 : end);
    if (text[end] !== ',') return undefined;
  }
  return undefined;
}

/** A key of an object: `name:`, `'a name':`. */
const KEY = /^(?:(['"])(.*?)\1|([\w$-]+))\s*:/;
/** The longest key that is looked for, in UTF-16 units. */
const MAX_KEY = 200;

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The offset behind spaces and comments. */
function afterTrivia(text: string, start: number): number {
  const trivia = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
  trivia.lastIndex = start;
  return start + (trivia.exec(text)?.[0].length ?? 0);
}

/** The offset of the comma or bracket that ends a value. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (/['"`]/.test(character)) at = endOfText(text, at);
    else if (text.startsWith('//', at) || text.startsWith('/*', at)) at = afterTrivia(text, at) - 1;
    else if (/[([{]/.test(character)) depth += 1;
    else if (/[)\]}]/.test(character)) {
      if (depth === 0) return at;
      depth -= 1;
    } else if (depth === 0 && /[,;]/.test(character)) return at;
  }
  return text.length;
}

/** The offset of the closing quote. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === text[start]) return at;
  }
  return text.length;
}
