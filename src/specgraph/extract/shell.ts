/** Which functions and variables the shell code of a document defines and uses. */
import type { CodeBlock, CodeUse, Grammars, ShellFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { codeOf } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const LANGUAGES = new Set(['sh', 'bash', 'shell']);

/** Words that make code in prose a function: "calls `setup_tls`", "the function `setup_tls`", "`setup_tls` runs …". */
const BEFORE_FUNCTION = /\b(?:calls|runs|functions?)\s+$/;
const AFTER_FUNCTION = /^\s+(?:calls|runs|returns|sets|writes|checks)\b/;

/** @returns the functions that prose names: snake case with `()` or beside such words */
export function readFunctionsInProse(units: readonly FlatUnit[]): CodeUse[] {
  return units.flatMap(({ text, codes, place }) =>
    codes.flatMap(({ start, end }): CodeUse[] => {
      const [, name, isCall] = /^_?([a-z]\w*_\w+)(\(\))?$/.exec(text.slice(start, end)) ?? [];
      const isFunction =
        isCall ??
        (BEFORE_FUNCTION.test(text.slice(Math.max(0, start - 20), start)) ||
          AFTER_FUNCTION.test(text.slice(end, end + 20)));
      return name !== undefined && isFunction ? [{ name, range: place(start, start + name.length) }] : [];
    }),
  );
}

const WORD_WITHOUT_DOLLAR = /(?<![\w$])(?<!\$\{[#!]?)[A-Za-z_]\w*/g;
/** `${NAME:=value}` sets the variable where it is empty. */
const SET_BY_DEFAULT = /\$\{([A-Za-z_]\w*):?=/g;

/** @returns the names of all shell blocks; undefined where the document has none, or no parser of the shell is given */
export function readShell(
  blocks: readonly CodeBlock[],
  shellNames: Grammars['shellNames'],
  source: string,
  index: LineIndex,
): ShellFacts | undefined {
  const shellBlocks = blocks.filter(({ lang }) => LANGUAGES.has(lang?.toLowerCase() ?? ''));
  if (shellBlocks.length === 0 || !shellNames) return undefined;
  const facts: ShellFacts = { definitions: [], calls: [], reads: [], scopes: [], words: [] };
  const words = new Set<string>();
  for (const block of shellBlocks) {
    const { code, start } = codeOf(block, source, index);
    const { definitions, calls, reads, scopes } = shellNames(code);
    const place = ({ name, offset }: { name: string; offset: number }): CodeUse => ({
      name,
      range: index.range(start + offset, start + offset + name.length),
    });
    const { line } = block.range;
    facts.definitions.push(...definitions.map((one) => ({ ...place(one), block: line })));
    facts.calls.push(...calls.map((one) => ({ ...place(one), block: line })));
    facts.scopes.push(
      ...scopes.map((scope) => ({
        ...scope,
        block: line,
        sets: scope.sets.map(({ name, offset, ...how }) => ({ ...place({ name, offset }), ...how })),
        reads: scope.reads.map(place),
      })),
    );
    // A block without functions is an excerpt: what it reads may be set anywhere.
    if (definitions.length > 0) facts.reads.push(...reads.map(place));
    for (const [word] of code.matchAll(WORD_WITHOUT_DOLLAR)) words.add(word);
    for (const [, name] of code.matchAll(SET_BY_DEFAULT)) words.add(name);
  }
  facts.words = [...words];
  return facts;
}
