/** Reads how scripts end behind their messages: `log ERROR "No file."`, then `exit 1`. */
import type { CodeBlock, ScriptEnding } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const LANGUAGES = /^(?:(?:ba|z|k)?sh|shell|py|python|python3)$/;
const IS_PYTHON = /^py/;

/** A command that prints: what stands before it on its line, its name and its arguments. */
const PRINTS =
  /^(?<before>.*?)(?<![\w./$-])(?<command>echo|printf|print|logger|log|log_?\w+|\w+_log|err|error|fatal|die|say|info)(?:\.(?<method>\w+))?[ (]+(?<args>[^=].*)$/;
/** A command that runs only where another one fails or succeeds, outside of braces. */
const IS_CONDITIONAL = /(?:\|\||&&)\s*$/;
const FAILURE =
  /^\s*["']?\[?(?:ERROR|ERR|FATAL|CRITICAL|FAIL|FAILED|FAILURE)\b|^\s*f?["']\[?(?:error|fatal|failed)\b\W|\bFAILED\b|\bfailed[.!]?["']/i;
const SUCCESS =
  /\b(?:passed|succeeded|success|successful|successfully|completed|all (?:\w+ )?(?:ok|good))\b|["'\s]OK\b/i;
/** Words of a message that make another ending right. */
const NO_FAILURE =
  /^\W*warn|\bWARN\b|\b(?:skip\w*|ignor\w*|continu\w*|optional|already|usage|not fatal|non-fatal)\b/i;
const NO_SUCCESS =
  /\b(?:not?|never|without|cannot|unless|until|unable|but|fail\w*|errors?|fatal|warn\w*|usage|expected)\b|n't\b/i;
const NO_LEVEL = /^\s*["']?(?:ERROR|ERR|FATAL|CRITICAL)\b/i;

const ENDS = /(?:^|[;{]\s*|\bthen\s+|&&\s*)(?:exit|return)\s+(?<status>\d{1,3})(?=\s*(?:$|[;}#]))/d;
const ENDS_PYTHON = /(?:^|;\s*)(?:sys\.exit|exit|raise SystemExit)\((?<status>\d{1,3})\)/d;
/** Commands between a message and the end of its path; behind more of them the message is about something else. */
const MAX_COMMANDS = 3;

/** A message whose path has not ended yet. */
interface Waiting extends Pick<ScriptEnding, 'outcome' | 'message' | 'line'> {
  indent: number;
  commands: number;
}

/** @returns the endings of scripts behind a message that tells of a failure or of a success, in code and as a text says */
export function readEndings(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): ScriptEnding[] {
  const inCode = blocks.flatMap((block) => {
    const lang = block.lang?.toLowerCase() ?? '';
    const mayEnd = LANGUAGES.test(lang) && /\b(?:exit|return|SystemExit)\b/.test(block.text);
    return mayEnd ? endingsOf(block, IS_PYTHON.test(lang), source, index) : [];
  });
  return [...inCode, ...units.flatMap(endingsInText)];
}

const STATED =
  /\b(?:exits?(?: with)?(?: (?:status|code))?|exit (?:status|code)) (?<status>\d{1,3})(?!\w|\.\d| ?[-–%])/dg;
const STATED_FAILURE = /\b(?:ERROR|FATAL) (?:lines?|messages?)\b|\b(?:fatal|FATAL)\b/;
const MAYBE =
  /\b(?:not?|never|without|nothing)\W+(?:\w+\W+){0,2}(?:ERROR|FATAL|fatal)\b|\b(?:unless|instead|WARN\w*)\b|non-fatal/;

/** "ERROR line, exit 1": a sentence or a cell that says both. */
function endingsInText({ text, kind, sentences, place }: FlatUnit): ScriptEnding[] {
  if (!/\bexits? /.test(text) || !STATED_FAILURE.test(text)) return [];
  const parts = kind === 'row' ? cellsOf(text) : sentences;
  return parts.flatMap(({ start, text: part }): ScriptEnding[] => {
    const [first, ...more] = part.matchAll(STATED);
    if (!first || more.length > 0 || !STATED_FAILURE.test(part) || MAYBE.test(part)) return [];
    const { status } = first.groups!;
    const [from, to] = first.indices!.groups!.status;
    const range = place(start + from, start + to);
    return [{ outcome: 'failure', message: part, line: range.line, status, range }];
  });
}

function cellsOf(row: string): { start: number; text: string }[] {
  let start = 0;
  return row.split(' | ').map((text) => {
    const cell = { start, text };
    start += text.length + 3;
    return cell;
  });
}

function endingsOf(block: CodeBlock, isPython: boolean, source: string, index: LineIndex): ScriptEnding[] {
  const found: ScriptEnding[] = [];
  const follow = pathFollower();
  let number = block.range.line - 1;
  forEachLine(block, source, index, (line, start) => {
    number = index.range(start, start).line;
    const code = line.trim();
    if (code === '' || code.startsWith('#')) return;
    const waiting = follow(line, number);
    const end = (isPython ? ENDS_PYTHON : ENDS).exec(code);
    if (!end || !waiting) return;
    const at = start + line.indexOf(code) + end.indices!.groups!.status[0];
    const { status } = end.groups!;
    const { outcome, message, line: own } = waiting;
    found.push({ outcome, message, line: own, status, range: index.range(at, at + status.length) });
  });
  return found;
}

/** Follows the path of each message to its end. */
interface Path {
  waiting?: Waiting;
  /** Of each open `if`: whether its last branch is `else`. */
  hasElse: boolean[];
  /** Open commands `if` between a message and the end of its path. */
  nested: number;
}

/** @returns gives, for each line of a script in turn, the message on whose path the line stands */
function pathFollower(): (line: string, number: number) => Waiting | undefined {
  const path: Path = { hasElse: [], nested: 0 };
  return (line, number) => {
    const code = line.trim();
    const indent = line.length - line.trimStart().length;
    if (isNested(code, indent, path)) return undefined;
    passKeyword(code, indent, path);
    const own = messageIn(code);
    if (own) {
      const message = { ...own, line: number, indent, commands: 0 };
      if (!own.isConditional) path.waiting = message;
      return message;
    }
    const { waiting } = path;
    if (waiting && (indent !== waiting.indent || ++waiting.commands > MAX_COMMANDS)) path.waiting = undefined;
    const here = path.waiting;
    if (ENDS_PATH.test(code)) path.waiting = undefined;
    return here;
  };
}

const ENDS_PATH = /^(?:exit|return|raise|sys\.exit|exec|break|continue)\b/;

/** Whether a line belongs to an `if` behind a message; the message is forgotten where that ends the path. */
function isNested(code: string, indent: number, path: Path): boolean {
  if (path.nested === 0 && path.waiting?.indent !== indent) return false;
  const opens = /^if\b/.test(code) && !/\bfi$/.test(code);
  if (path.nested === 0 && !(opens && path.waiting)) return false;
  if (opens) path.nested++;
  if (/^fi\b/.test(code)) path.nested--;
  if (ENDS_PATH.test(code) || messageIn(code)) path.waiting = undefined;
  return true;
}

const KEYWORD =
  /^(?:if|elif|else|fi|case|esac|for|while|until|do|done|;;|\}|def|try|except|finally|with)(?![\w-])/;

/** Where branches part or join, a message ends its path, unless every branch has passed because the last one has. */
function passKeyword(code: string, indent: number, path: Path): void {
  const [keyword] = KEYWORD.exec(code) ?? [];
  if (keyword === undefined) return;
  const { hasElse, waiting } = path;
  path.waiting = undefined;
  if (keyword === 'if' && !/\bfi$/.test(code)) hasElse.push(false);
  if (keyword === 'else' && hasElse.length > 0) hasElse[hasElse.length - 1] = true;
  if (keyword === 'fi' && hasElse.pop() && waiting?.outcome === 'success')
    path.waiting = { ...waiting, indent };
}

function messageIn(
  code: string,
): (Pick<Waiting, 'outcome' | 'message'> & { isConditional: boolean }) | undefined {
  const { before, command, method, args } = PRINTS.exec(code)?.groups ?? {};
  if (command === undefined) return undefined;
  const level = method ?? command;
  const message = /(["'])(?<text>.*?)\1/.exec(args)?.groups!.text ?? args;
  const outcome = outcomeOf(level, args);
  return outcome && { outcome, message, isConditional: IS_CONDITIONAL.test(before) };
}

function outcomeOf(command: string, args: string): ScriptEnding['outcome'] | undefined {
  const isError = /(?:^|_)(?:err|error|fatal|die|critical)$/.test(command);
  if ((isError || FAILURE.test(args)) && !NO_FAILURE.test(args)) return 'failure';
  return SUCCESS.test(args) && !NO_SUCCESS.test(args) && !NO_LEVEL.test(args) && !isError
    ? 'success'
    : undefined;
}
