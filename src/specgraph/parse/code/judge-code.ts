/** Whether a code block that does not parse is meant to: examples leave out parts and name what a reader has to fill in. */
import type { CodeFault, CodeLanguage, Grammar } from '../../model/index.ts';
import { findLostEnd } from './lost-ends.ts';
import { offsetOfOneEdit } from './one-edit.ts';

export interface Code {
  text: string;
  language: CodeLanguage;
  /** What stands behind the language in the info string. */
  meta: string;
}

const FRAGMENT = /\b(?:fragment|excerpt|incomplete|invalid)\b/i;
const COMMENT_LINE = /^\s*(?:#|\/\/|<!--|;).*$/;
/** Dots that stand for what is left out. */
const ELISION = /…|\.\.\.|\. \. \.|\[snip\]/i;
const PROMPT = /^\s*(?:[\w.@~:/-]*[$%>❯]|\(\w+\)\s*\$|\((?:gdb|lldb|dlv)\)|PS .*>) +\S/m;
/** Lines of a log: `I1103 12:30:59`, `2026-11-28T12:30`, `[12:30:59]`, `cc: error:`. */
const LOG =
  /^\s*(?:[\w./-]+: (?:error|warning|fatal):|[IWEF]\d{4} \d\d:|\[?\d{4}-\d\d-\d\d[T ]\d\d:|\[?\d\d:\d\d:\d\d)/m;
const JSON_MEMBER = /^\s*"[^"\n]+"\s*:/m;
const MARKUP = /^\s*(?:[\w+:;/-]+,)?<\/?\w[^>]*>/m;
const HTTP = /^\s*(?:HTTP\/|(?:GET|POST|PUT|PATCH|DELETE)\s)/m;
/** A prompt before a command, output of a program, or a request: not text of the language. */
const TRANSCRIPTS: Partial<Record<CodeLanguage, readonly RegExp[]>> = {
  shell: [PROMPT, LOG, JSON_MEMBER, MARKUP, HTTP],
  python: [/^\s*(?:>>>|In \[\d)/m],
  json: [/^\s*[$>]/m, HTTP],
  yaml: [/^\s*[$>] \S/m, HTTP],
};
/** Signs that no Python has: the block is written in a language of its own. */
const PSEUDO_CODE = /\|\||&&/;
const DIFF = /^(?:[-+]{3} |@@ |[-+] ?[^\s\d-])/m;

/**
 * @param parse the grammar of the language
 * @returns what does not parse; nothing where the code is an example that is not meant to parse as it stands
 */
export function judgeCode({ text, language, meta }: Code, parse: Grammar): CodeFault | undefined {
  const fault = parse(text);
  if (!fault || isFragment(text, meta)) return undefined;
  const lost = language === 'shell' ? findLostEnd(text, parse) : undefined;
  if (lost) return { offset: lost.offset, reason: `"${lost.end}" is missing below this line` };
  if (isTranscript(text, language) || isDiff(text, language)) return undefined;
  if (language === 'python' && PSEUDO_CODE.test(text)) return undefined;
  if (language === 'yaml' && hasAlternatives(text, fault)) return undefined;
  const filled = fillPlaceholders(text, language);
  const isFilled = filled !== text;
  if (isFilled && !parse(filled)) return undefined;
  if (wrapped(filled, language).some((whole) => !parse(whole))) return undefined;
  if (ELISION.test(text) || isTemplate(text) || isSynopsis(text, language)) return undefined;
  return asSlip(isFilled ? filled : text, language, parse);
}

/** The fault, at the line that one edit mends. */
function asSlip(text: string, language: CodeLanguage, parse: Grammar): CodeFault | undefined {
  const fault = parse(text)!;
  const offset = offsetOfOneEdit(text, fault, language, parse);
  if (offset === undefined) return undefined;
  // Of JSON the fault stands where something is missing; an edit that helps may stand in the next line.
  const last = language === 'json' ? fault.offset : Math.max(offset, fault.offset);
  const isElsewhere = text.slice(Math.min(offset, fault.offset), last).includes('\n');
  return isElsewhere ? { ...fault, offset } : fault;
}

/** Declared by its info string or by its first comment. */
function isFragment(text: string, meta: string): boolean {
  const [first] = text.split('\n');
  return FRAGMENT.test(meta) || (COMMENT_LINE.test(first) && FRAGMENT.test(first));
}

function isDiff(text: string, language: CodeLanguage): boolean {
  return (
    language !== 'yaml' &&
    language !== 'python' &&
    text.split('\n').filter((line) => DIFF.test(line)).length > 1
  );
}

function isTranscript(text: string, language: CodeLanguage): boolean {
  return TRANSCRIPTS[language]?.some((form) => form.test(text)) ?? false;
}

/** The same key stands twice because the block shows two ways to write it, set off by a comment or a blank line. */
function hasAlternatives(text: string, { offset, reason }: CodeFault): boolean {
  if (!/must be unique/.test(reason)) return false;
  const before = text.slice(0, offset).split('\n');
  const key = (/^[^:]*/.exec(text.slice(offset))?.[0] ?? '').trim();
  const first = before.findLastIndex((line) => line.replace(/^[\s-]+/, '').startsWith(`${key}:`));
  return before.slice(first + 1, -1).some((line) => /^\s*(?:#.*)?$/.test(line));
}

/** Loops and conditions of a template engine. */
function isTemplate(text: string): boolean {
  return /\{%|<%|<\?php|\{\{(?:-|\s*(?:if|else|end|range|with|define|include|template|[#/]))/.test(text);
}

/** `start [--port N] (tcp|udp)`: the grammar of a command, not a command. */
function isSynopsis(text: string, language: CodeLanguage): boolean {
  return language === 'shell' && /(?:^|\s)\[-{1,2}\w|\(\w+\|\w+\)|^\s*usage:/im.test(text);
}

/** Signs between which an author writes what is to be filled in: `<NAME>`, `{{ name }}`, `${NAME}`. */
const ANGLES = /<[A-Za-z0-9](?:[^<>\n]|>=){0,120}>/g;
/** A line of YAML that is only a placeholder for lines. */
const ANGLES_ALONE = /^\s*<[A-Za-z][^<>\n]*>[ \t]*$/gm;
/** Comments that YAML does not have, where it is written like JSON. */
const SLASH_COMMENT = /(?<=^|[\s,[\]{}])\/\/(?= )/gm;
const BRACES = /\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|\$[A-Z_]{2,}\b|\{[A-Z_]{2,}\}/g;

/** Puts a value of the same length for each placeholder, so that offsets stay. */
function fillPlaceholders(text: string, language: CodeLanguage): string {
  const value = language === 'json' ? '1' : 'X';
  const fill = (words: string): string => value.repeat(words.length);
  if (language === 'xml') return text.replace(BRACES, fill);
  const lines =
    language === 'yaml'
      ? text.replace(ANGLES_ALONE, (line) => '#'.padEnd(line.length)).replace(SLASH_COMMENT, ' #')
      : text;
  const filled = lines.replace(ANGLES, fill);
  return language === 'shell' ? filled : filled.replace(BRACES, fill);
}

/** Parts that parse within something larger: members of an object, items, objects one after the other, a branch. */
function wrapped(text: string, language: CodeLanguage): string[] {
  switch (language) {
    case 'json': {
      const trimmed = text.trim().replace(/,$/, '');
      const sequence = trimmed.replace(/^(?!\s)(.*[}\]])[ \t]*\n\s*(?=[[{])/gm, '$1,');
      return [`{${trimmed}\n}`, `[${trimmed}\n]`, `[${sequence}\n]`];
    }
    case 'python': {
      const deeper = text.replace(/^/gm, ' ');
      const level = withoutIndent(text);
      const heads = ['if 1:\n pass\n', 'try:\n pass\n'].map((head) => `${head}${level}\n`);
      return [`if 1:\n${deeper}\n`, `class A:\n${deeper}\n`, ...heads];
    }
    case 'xml':
      return text.includes('<?xml') ? [] : [`<a>${text}</a>`];
    default:
      return [];
  }
}

/** Takes the indentation of the first line off all lines. */
function withoutIndent(text: string): string {
  const [indent] = /^[ \t]*(?=\S)/m.exec(text) ?? [''];
  return text.replace(new RegExp(`^${indent}`, 'gm'), '');
}
