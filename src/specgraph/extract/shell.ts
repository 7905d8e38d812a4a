/** Which functions and variables the shell code of a document defines and uses. */
import type { CodeBlock, CodeUse, Grammars, ShellFacts, ShellRead } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { codeOf } from './code-lines.ts';
import { slipBetween } from '../text/near-miss.ts';
import { singular } from '../text/singular.ts';
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
  const facts: ShellFacts = { definitions: [], calls: [], reads: [], words: [] };
  const words = new Set<string>();
  for (const block of shellBlocks) {
    const { code, start } = codeOf(block, source, index);
    const { definitions, calls, reads } = shellNames(code);
    const place = ({ name, offset }: { name: string; offset: number }): CodeUse => ({
      name,
      range: index.range(start + offset, start + offset + name.length),
    });
    const { line } = block.range;
    facts.definitions.push(...definitions.map((one) => ({ ...place(one), block: line })));
    facts.calls.push(...calls.map((one) => ({ ...place(one), block: line })));
    // A block without functions is an excerpt: what it reads may be set anywhere.
    const own = new Set(Array.from(code.matchAll(WORD_WITHOUT_DOLLAR), ([word]) => word));
    if (definitions.length > 0) {
      const isSet = namesSetIn(code);
      facts.reads.push(...reads.map((read) => ({ ...place(read), ...meantInBlock(read.name, own, isSet) })));
    }
    for (const word of own) words.add(word);
    for (const [, name] of code.matchAll(SET_BY_DEFAULT)) words.add(name);
  }
  facts.words = [...words];
  return facts;
}

/** `name=value`, `local name`, `for name in`, `read -r name`, `printf -v name`. */
const SET =
  /(?<![\w$-])(?:(?<assigned>[a-z_]\w*)\+?=|(?:local|declare|readonly|for|read|mapfile|printf -v)(?<options>(?: -\w+)*(?: [a-z_]\w*)+))/g;

/** The names that a block sets in one of the plain ways. */
function namesSetIn(code: string): Set<string> {
  return new Set(
    Array.from(code.matchAll(SET), ({ groups }) =>
      groups!.assigned === undefined ? groups!.options.split(' ') : [groups!.assigned],
    )
      .flat()
      .filter((name) => /^\w/.test(name)),
  );
}

/** Shorter names are alike by chance. */
const MIN_LENGTH = 4;

/** The only name that a block sets and that resembles a name in small letters, where that one stands only in an expansion. */
function meantInBlock(
  name: string,
  words: ReadonlySet<string>,
  isSet: ReadonlySet<string>,
): Partial<ShellRead> {
  if (name.length < MIN_LENGTH || words.has(name) || !/^[a-z][a-z_]*$/.test(name)) return {};
  const alike = [...isSet].filter(
    (other) => other.length >= MIN_LENGTH && (singular(other) === singular(name) || slipBetween(name, other)),
  );
  return alike.length === 1 ? { inBlock: alike[0] } : {};
}
