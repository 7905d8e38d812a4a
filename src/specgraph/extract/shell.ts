/**
 * Reads which functions and variables shell code defines and uses. It is no parser of the shell: it follows quotes,
 * comments, here-documents, substitutions and `case` patterns as far as is needed to tell commands from their arguments.
 */
import type { CodeBlock, CodeUse, ShellFacts, SourceRange } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { codeOf } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const LANGUAGES = new Set(['sh', 'bash', 'shell', 'zsh', 'ksh']);

/** Words that make code in prose a function: "calls `setup_tls`", "the function `setup_tls`", "`setup_tls` runs …". */
const BEFORE_FUNCTION = /\b(?:calls|runs|functions?)\s+$/;
const BEHIND_FUNCTION = /^\s+(?:calls|runs|returns|sets|writes|checks)\b/;

/** @returns the functions that prose names: snake case with `()` or beside such words */
export function readFunctionsInProse(units: readonly FlatUnit[]): CodeUse[] {
  return units.flatMap(({ text, codes, place }) =>
    codes.flatMap(({ start, end }): CodeUse[] => {
      const [, name, isCall] = /^_?([a-z]\w*_\w+)(\(\))?$/.exec(text.slice(start, end)) ?? [];
      const isFunction =
        isCall ??
        (BEFORE_FUNCTION.test(text.slice(Math.max(0, start - 20), start)) ||
          BEHIND_FUNCTION.test(text.slice(end, end + 20)));
      return name !== undefined && isFunction ? [{ name, range: place(start, start + name.length) }] : [];
    }),
  );
}

/** Words behind which a command begins. */
const BEFORE_COMMAND = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', 'time', '!', '{', '}']);
/** Words behind which none begins in the same line. */
const OTHER_RESERVED = new Set(['for', 'select', 'in', 'fi', 'done', 'esac']);
const WORD = /[^\s;&|()<>"'`$\\]+/y;
const NAME = /[A-Za-z_]\w*/y;
const DEFINITION_MARK = /\s*\(\s*\)/y;
const WORD_WITHOUT_DOLLAR = /(?<![\w$])(?<!\$\{[#!]?)[A-Za-z_]\w*/g;
/** `${NAME:=value}` sets the variable where it is empty. */
const SET_BY_DEFAULT = /\$\{([A-Za-z_]\w*):?=/g;
const HERE_DOCUMENT = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/y;
const IS_ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
const IS_FUNCTION_NAME = /^[A-Za-z_]\w*$/;

/** @returns the names of all shell blocks; undefined where the document has no such block */
export function readShell(
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): ShellFacts | undefined {
  const shellBlocks = blocks.filter(({ lang }) => LANGUAGES.has(lang?.toLowerCase() ?? ''));
  if (shellBlocks.length === 0) return undefined;
  const facts: ShellFacts = { definitions: [], calls: [], reads: [], words: [] };
  const words = new Set<string>();
  for (const block of shellBlocks) {
    const { code, start } = codeOf(block, source, index);
    const place = (from: number, to: number): SourceRange => index.range(start + from, start + to);
    const known = { definitions: facts.definitions.length, reads: facts.reads.length };
    new ShellReader(code, facts, place, block.range.line).read();
    // A block without functions is an excerpt: what it reads may be set anywhere.
    if (facts.definitions.length === known.definitions) facts.reads.length = known.reads;
    for (const [word] of code.matchAll(WORD_WITHOUT_DOLLAR)) words.add(word);
    for (const [, name] of code.matchAll(SET_BY_DEFAULT)) words.add(name);
  }
  facts.words = [...words];
  return facts;
}

/** What stands around a position, and whether it is the value of an assignment. */
interface Nesting {
  kind: '(' | '$(' | '`' | '"';
  isAssigning: boolean;
}

class ShellReader {
  private at = 0;
  private readonly code: string;
  private readonly facts: ShellFacts;
  private readonly place: (from: number, to: number) => SourceRange;
  private readonly block: number;
  private readonly nesting: Nesting[] = [];
  private readonly endMarks: string[] = [];
  private isCommandNext = true;
  private isAssigning = false;
  /** `case` commands that are open, and whether a pattern of one is next. */
  private openCases = 0;
  private isPattern = false;
  /** Between `case` and its `in`. */
  private isCaseHead = false;

  constructor(
    code: string,
    facts: ShellFacts,
    place: (from: number, to: number) => SourceRange,
    block: number,
  ) {
    this.code = code;
    this.facts = facts;
    this.place = place;
    this.block = block;
  }

  read(): void {
    while (this.at < this.code.length) {
      if (this.isInString) this.inString();
      else this.inCode();
    }
  }

  private get isInString(): boolean {
    return this.nesting.at(-1)?.kind === '"';
  }

  private inCode(): void {
    const { code, at } = this;
    const char = code[at];
    if (char === '\\') this.at += 2;
    else if (char === '\n') this.endLine();
    else if (/\s/.test(char)) this.endWord();
    else if (char === '#' && /[\s;(]/.test(code[at - 1] ?? ' ')) this.skipTo('\n', 0);
    else if (char === "'") {
      this.beginArgument();
      this.skipTo("'", 1);
    } else if (char === '"') this.open('"', 1);
    else if (char === '`') this.backtick();
    else if (char === '$') this.dollar();
    else if (char === '<') this.less();
    else if (char === '(') this.parenthesis();
    else if (char === ')') this.close();
    else if (/[;&|>]/.test(char)) this.operator(char);
    else this.word();
  }

  private inString(): void {
    const char = this.code[this.at];
    if (char === '\\') this.at += 2;
    else if (char === '"') {
      this.leave();
      this.at++;
    } else if (char === '$') this.dollar();
    else if (char === '`') this.backtick();
    else this.at++;
  }

  private endWord(): void {
    if (this.isAssigning) this.isCommandNext = true;
    this.isAssigning = false;
    this.at++;
  }

  private endLine(): void {
    this.isAssigning = false;
    this.isCommandNext = true;
    this.at++;
    for (const mark of this.endMarks.splice(0)) {
      const end = new RegExp(`^\\s*${mark}\\s*$`, 'gm');
      end.lastIndex = this.at;
      const match = end.exec(this.code);
      this.at = match ? match.index + match[0].length : this.code.length;
    }
  }

  private beginArgument(): void {
    if (!this.isAssigning) this.isCommandNext = false;
  }

  private open(kind: Nesting['kind'], length: number): void {
    this.nesting.push({ kind, isAssigning: this.isAssigning });
    this.isCommandNext = kind !== '"';
    this.isAssigning = false;
    this.at += length;
  }

  /** @returns what ends; a command follows only behind a subshell */
  private leave(): Nesting['kind'] | undefined {
    const left = this.nesting.pop();
    this.isAssigning = left?.isAssigning ?? false;
    this.isCommandNext = left?.kind === '(';
    return left?.kind;
  }

  private backtick(): void {
    if (this.nesting.some(({ kind }) => kind === '`')) {
      while (this.leave() !== '`');
      this.at++;
    } else this.open('`', 1);
  }

  private dollar(): void {
    const { code, at } = this;
    if (code.startsWith('$((', at)) {
      this.beginArgument();
      this.arithmetic(at + 3);
    } else if (code[at + 1] === '(') this.open('$(', 2);
    else {
      if (!this.isInString) this.beginArgument();
      const isBraced = code[at + 1] === '{';
      const from = at + (isBraced ? (/[#!]/.test(code[at + 2] ?? '') ? 3 : 2) : 1);
      const name = this.match(NAME, from);
      if (name) this.facts.reads.push(this.use(name, from));
      this.at = name ? from + name.length : at + 1;
      if (isBraced) this.expansion();
    }
  }

  /** What stands behind the name in `${name…}`; it may hold further expansions. */
  private expansion(): void {
    while (this.at < this.code.length && !/[}\n]/.test(this.code[this.at])) {
      if (this.code[this.at] === '\\') this.at += 2;
      else if (this.code[this.at] === '$') this.dollar();
      else this.at++;
    }
    if (this.code[this.at] === '}') this.at++;
  }

  private arithmetic(from: number): void {
    const end = this.code.indexOf('))', from);
    for (const { 1: name, index } of this.code
      .slice(from, Math.max(from, end))
      .matchAll(/\$\{?([A-Za-z_]\w*)/g))
      this.facts.reads.push(this.use(name, from + index + this.code.slice(from + index).indexOf(name)));
    this.at = end < 0 ? this.code.length : end + 2;
  }

  private less(): void {
    const { code, at } = this;
    this.isAssigning = false;
    const match = code.startsWith('<<<', at) ? undefined : this.match(HERE_DOCUMENT, at);
    if (match) {
      this.endMarks.push(/([A-Za-z_]\w*)["']?$/.exec(match)![1]);
      this.at += match.length;
    } else if (code[at + 1] === '(') this.open('(', 2);
    else this.at += code.startsWith('<<<', at) ? 3 : 1;
  }

  private parenthesis(): void {
    if (this.isPattern) this.at++;
    else if (this.isAssigning) {
      // The values of an array are no commands.
      this.open('(', 0);
      this.isCommandNext = false;
      const end = this.code.indexOf(')', this.at);
      if (end > 0 && !/["'`$]/.test(this.code.slice(this.at, end))) this.at = end;
      else this.at++;
    } else if (this.code[this.at + 1] === '(') this.arithmetic(this.at + 2);
    else this.open('(', 1);
  }

  private close(): void {
    this.at++;
    if (this.isPattern) {
      this.isPattern = false;
      this.isCommandNext = true;
    } else this.leave();
  }

  private operator(char: string): void {
    const { code, at } = this;
    const isRedirection = char === '>' || (char === '&' && (code[at - 1] === '>' || code[at + 1] === '>'));
    this.isAssigning = false;
    if (code.startsWith(';;', at)) {
      this.isPattern = this.openCases > 0;
      this.at += 2;
    } else {
      if (!isRedirection) this.isCommandNext = !this.isPattern;
      this.at++;
    }
  }

  private word(): void {
    const from = this.at;
    const word = this.match(WORD, from) ?? this.code[from];
    this.at += word.length;
    if (word === 'esac' && (this.isPattern || this.isCommandNext)) {
      this.openCases = Math.max(0, this.openCases - 1);
      this.isPattern = false;
    } else if (word === 'in' && this.openCases > 0 && this.isCaseHead) {
      this.isCaseHead = false;
      this.isPattern = true;
    } else if (this.isCommandNext && !this.isPattern) this.command(word, from);
  }

  private command(word: string, from: number): void {
    if (IS_ASSIGNMENT.test(word)) {
      this.isAssigning = true;
      return;
    }
    if (BEFORE_COMMAND.has(word)) return;
    this.isCommandNext = false;
    if (word === 'case') {
      this.openCases++;
      this.isCaseHead = true;
    } else if (word === 'function') {
      const name = this.match(/\s+[A-Za-z_]\w*/y, this.at);
      if (!name) return;
      this.at += name.length;
      this.define(name.trim(), this.at - name.trim().length);
    } else if (IS_FUNCTION_NAME.test(word) && !OTHER_RESERVED.has(word)) {
      if (this.match(DEFINITION_MARK, this.at)) this.define(word, from);
      else if (!/[$"'`\\]/.test(this.code[this.at] ?? ''))
        this.facts.calls.push({ ...this.use(word, from), block: this.block });
    }
  }

  private define(name: string, from: number): void {
    this.facts.definitions.push({ ...this.use(name, from), block: this.block });
    this.at += this.match(DEFINITION_MARK, this.at)?.length ?? 0;
    this.isCommandNext = true;
  }

  private skipTo(mark: string, lead: number): void {
    const end = this.code.indexOf(mark, this.at + lead);
    this.at = end < 0 ? this.code.length : end + lead;
  }

  private match(pattern: RegExp, from: number): string | undefined {
    pattern.lastIndex = from;
    return pattern.exec(this.code)?.[0];
  }

  private use(name: string, from: number): CodeUse {
    return { name, range: this.place(from, from + name.length) };
  }
}
