/** Reads the functions that code blocks of a document define, and the names that the document uses like functions. */
import type { CodeBlock, DocumentFunctions, FunctionForm } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { codeOf } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** `def load_key(path)`, `function loadKey(path)`, `fn load_key<T>(path: T)`, `func loadKey(path)`, `load_key() {`. */
const DEFINITION =
  /\b(?:def|function|fn|func)\s+(?<word>[A-Za-z_]\w*)\s*(?:<[^>(\n]*>)?\((?<parameters>[^)]*)|^[ \t]*(?<shell>[a-z_]\w*)\(\)\s*\{/gm;
const DEFINES = /\b(?:def|function|fn|func)\s|\(\)\s*\{/;
/** A call that stands alone: methods belong to something else, and a signature declares another function. */
const CALL = /(?<![\w.$:>]|\b(?:def|function|fn|func)\s)(?<name>[A-Za-z_]\w*)\((?<parameters>[^()]*)/g;
/** A name of two or more words. */
const IS_NAME = /^_?[a-z][a-z0-9]*(?:_[a-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z0-9]*)+$/;

/** @returns undefined where the document defines no function */
export function readFunctions(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): DocumentFunctions | undefined {
  if (!blocks.some(({ text }) => DEFINES.test(text))) return undefined;
  const found: DocumentFunctions = { definitions: [], uses: [] };
  const readUses = (code: string, place: FlatUnit['place']): void => {
    for (const match of code.matchAll(CALL)) add(found.uses, match, match.groups!.name, place);
  };
  for (const block of blocks) {
    const { code, start } = codeOf(block, source, index);
    const place = (from: number, to: number): FunctionForm['range'] => index.range(start + from, start + to);
    for (const match of code.matchAll(DEFINITION))
      add(found.definitions, match, (match.groups!.word ?? match.groups!.shell)!, place);
    readUses(code, place);
  }
  if (found.definitions.length === 0) return undefined;
  for (const { text, codes, place } of units)
    for (const { start, end } of codes) {
      const code = text.slice(start, end);
      if (IS_NAME.test(code))
        found.uses.push({ name: code, parameters: [], isCall: false, range: place(start, end) });
      else if (code.includes('(')) readUses(code, (from, to) => place(start + from, start + to));
    }
  return found;
}

function add(list: FunctionForm[], match: RegExpExecArray, name: string, place: FlatUnit['place']): void {
  if (!IS_NAME.test(name)) return;
  const at = match.index + match[0].indexOf(name);
  list.push({
    name,
    parameters: parametersOf(match.groups!.parameters ?? ''),
    isCall: true,
    range: place(at, at + name.length),
  });
}

/** "path" and "mode" of "path: Path, mode = 'r'". */
function parametersOf(list: string): string[] {
  return list.split(',').flatMap((one) => /^\s*(\w+)/.exec(one)?.[1] ?? []);
}
