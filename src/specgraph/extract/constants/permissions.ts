/** Reads modes and owners of files: `chmod 0600 ca.key`, "`ca.key` (root:root, 0600)", a table row with path and mode. */
import type { StatedPermission } from '../../model/index.ts';
import { slipBetween } from '../../text/near-miss.ts';
import { spanAt } from '../prose.ts';
import { clauseAt, type ConstantText } from './texts.ts';

/** A path, or a file name with an extension. */
const FILE =
  /(?<![\w.-])(?:(?:[\w.~-]|\$\{\w+\}|\$\w+)*\/(?:[\w./*-]|\$\{\w+\})*[\w/]|[\w-]+(?:\.[\w-]+)*\.[a-z][a-z0-9]{1,7})(?![\w(])/g;
const MODE = String.raw`[0-7]?[0-7]{3}(?![\w:/-]|\.\d)`;
const OWNER = String.raw`(?:\d+|[a-z_][\w-]*):(?:\d+|[a-z_][\w-]*)`;
/** `chmod 0644 a.crt b.crt`, `chown -R root:root /etc/app`. */
const COMMAND = new RegExp(
  String.raw`\b(?<verb>chmod|chown)\s+(?:-[A-Za-z]+\s+)*(?<value>${MODE}|${OWNER})\s+(?<files>[^;&|#\n]+)`,
  'g',
);
/** `install -d -o app -g app -m 0755 /opt/app`: options in any order. */
const INSTALL =
  /\b(?:install|mkdir)\s+(?<options>(?:-\w+\s+(?:[\w:]+\s+(?=-|[/"'$~]))?)+)(?<files>[^;&|#\n]+)/g;
/** `MODE="0666"`, `mode: 0600`. */
const KEY = /\b\w*mode["']?\s*[:=]=?\s*["']?(?<value>0[0-7]{3})(?![\w:/-]|\.\d)/gi;
const IN_PROSE = new RegExp(
  [
    // Three digits are a mode where the word says so.
    String.raw`(?<![\w.:/+-])(?<mode>0[0-7]{3})(?![\w:/-]|\.\d)|\bmode (?<named>[0-7]{3})(?![\w:/-]|\.\d)`,
    String.raw`(?<![\w.:/-])(?<owner>(?<user>[1-9]\d{3,}):\d{4,}|root:[a-z]+)(?![\w.:/-]*\w)`,
  ].join('|'),
  'g',
);
/** A number with a leading zero may be a date or a code; these words or an owner beside it say that it is a mode. */
const SPEAKS_OF_MODES = /\b(?:modes?|permissions?|chmod|owner|owned)\b|\broot:[a-z]|\d{4,}:\d{4,}/;

/** @returns the modes and owners that a text states, each with the file that it belongs to */
export function permissionsIn(constant: ConstantText): StatedPermission[] {
  const { kind, text } = constant;
  if (/\b(?:chmod|chown|install|mkdir)\s|mode["']?\s*[:=]/i.test(text)) {
    const found = [...inCommands(constant)];
    if (found.length > 0 || kind === 'code') return found;
  }
  if (kind === 'code' || !/0[0-7]{3}|mode|\d:\d|root:/.test(text) || !SPEAKS_OF_MODES.test(text)) return [];
  return [...inProse(constant)];
}

function* inCommands({ text, place }: ConstantText): Iterable<StatedPermission> {
  for (const { groups, index } of text.matchAll(COMMAND)) {
    const { verb, value, files } = groups!;
    const start = text.indexOf(value, index + verb.length);
    const kind = verb === 'chmod' ? 'mode' : 'owner';
    if ((kind === 'owner') !== value.includes(':')) continue;
    for (const file of orUnnamed(filesIn(files)))
      yield { kind, file, value, range: place(start, start + value.length) };
  }
  for (const { groups, index, 0: words } of text.matchAll(KEY)) {
    const { value } = groups!;
    const start = index + words.length - value.length;
    yield { kind: 'mode', file: '', value, range: place(start, start + value.length) };
  }
  for (const { groups, index, 0: words } of text.matchAll(INSTALL)) {
    const { options, files } = groups!;
    const mode = new RegExp(String.raw`-m\s+(${MODE})`).exec(options)?.[1];
    const [user, group] = ['-o', '-g'].map((option) => new RegExp(`${option}\\s+(\\w+)`).exec(options)?.[1]);
    const end = index + words.length - files.length;
    const named = filesIn(files);
    // Without `-d` the last path is the target.
    for (const file of /-d\b/.test(options) ? named : named.slice(-1)) {
      if (mode) {
        const start = text.indexOf(mode, text.indexOf('-m', index));
        yield { kind: 'mode', file, value: mode, range: place(start, start + mode.length) };
      }
      if (user && group)
        yield {
          kind: 'owner',
          file,
          value: `${user}:${group}`,
          range: place(text.indexOf('-o', index), end),
        };
    }
  }
}

function* inProse({ text, codes = [], links = [], place }: ConstantText): Iterable<StatedPermission> {
  const named = (from: number, to: number): string[] =>
    withoutFolders(
      codes
        .filter(({ start, end }) => start >= from && end <= to && !spanAt(links, start))
        .flatMap(({ start, end }) => filesIn(text.slice(start, end))),
    );
  const all = named(0, text.length);
  let end = 0;
  let files: string[] = [];
  for (const { groups, index, 0: words } of text.matchAll(IN_PROSE)) {
    const { mode, owner, user } = groups!;
    const value = mode ?? groups!.named ?? owner;
    if (user !== undefined && !isAlike(user, owner.slice(user.length + 1))) continue;
    const start = index + words.length - value.length;
    const clause = clauseAt(text, start);
    if (clause.start >= end) files = [];
    const here = named(Math.max(end, clause.start), start);
    if (here.length > 0) files = here;
    end = start + value.length;
    // Of several files in other clauses or cells nobody can tell which one is meant.
    const owners = files.length > 0 ? files : all.length === 1 ? all : [''];
    for (const file of owners)
      yield { kind: owner === undefined ? 'mode' : 'owner', file, value, range: place(start, end) };
  }
}

/** A user and a group of its own have the same number; other pairs are years, times, ratios. */
function isAlike(user: string, group: string): boolean {
  return user === group || slipBetween(user, group) !== undefined;
}

/** The files; a folder beside them is the place where they are. */
function withoutFolders(all: readonly string[]): string[] {
  const files = all.filter((file) => !file.endsWith('/'));
  return files.length > 0 ? files : [...all];
}

function orUnnamed(files: readonly string[]): readonly string[] {
  return files.length > 0 ? files : [''];
}

function filesIn(text: string): string[] {
  return withoutFolders([...text.matchAll(FILE)].map(([file]) => file));
}
