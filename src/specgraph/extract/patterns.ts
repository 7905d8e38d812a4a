/** Reads regular expressions that check the value of a name: in the row of a table, and in shell code. */
import type { CodeBlock, NamedPattern } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const NAMES_IN_CODE = /(?<!\w)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\w)/g;
/** The whole value is matched: `^…$`. */
const PATTERN = /^\^.{3,}\$$/;
const IN_CODE = /(?<=')\^[^'\n]{3,}\$(?=')|(?<==~ )\^\S{3,}\$(?= |$)/g;
const SET = /^\s*(?:local |readonly )?(?<name>[a-z]\w*)='(?<pattern>\^[^'\n]{3,}\$)'\s*$/;
const READ = /\$\{?([a-z]\w*)\}?/g;
const LOOP = /^\s*for (?<name>[a-z]\w*) in (?<words>[^;]+);? ?(?:do)?$/;

export function readPatterns(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): NamedPattern[] {
  return [
    ...units.flatMap(patternsOfRow),
    ...blocks
      .filter(({ lang, text }) => /^(?:ba)?sh$/.test(lang ?? '') && text.includes('^'))
      .flatMap((block) => patternsOfShell(block, source, index)),
  ];
}

function patternsOfRow({ kind, text, codes, place }: FlatUnit): NamedPattern[] {
  if (kind !== 'row' || codes.length < 2 || codes[0].start > 0) return [];
  const name = text.slice(0, codes[0].end);
  if (!NAME.test(name)) return [];
  return codes.flatMap(({ start, end }): NamedPattern[] => {
    const pattern = text.slice(start, end).replaceAll(String.raw`\|`, '|');
    return PATTERN.test(pattern) ? [{ names: [name], pattern, form: 'row', range: place(start, end) }] : [];
  });
}

function patternsOfShell(block: CodeBlock, source: string, index: LineIndex): NamedPattern[] {
  const set = new Map<string, NamedPattern>();
  const loops = new Map<string, string[]>();
  const found: NamedPattern[] = [];
  forEachLine(block, source, index, (line, start) => {
    const loop = LOOP.exec(line)?.groups;
    if (loop) loops.set(loop.name, loop.words.match(NAMES_IN_CODE) ?? []);
    const assigned = SET.exec(line)?.groups;
    if (assigned) {
      const at = start + line.indexOf(assigned.pattern);
      const range = index.range(at, at + assigned.pattern.length);
      const one: NamedPattern = { names: [], pattern: assigned.pattern, form: 'code', range };
      set.set(assigned.name, one);
      found.push(one);
      return;
    }
    const read = [...line.matchAll(READ)].map(([, name]) => name);
    const names = [
      ...(line.match(NAMES_IN_CODE) ?? []).slice(0, 1),
      ...(line.includes('for ') ? [] : read.flatMap((name) => loops.get(name) ?? [])),
    ];
    for (const name of read) set.get(name)?.names.push(...names);
    for (const { 0: pattern, index: at } of line.matchAll(IN_CODE))
      found.push({
        names,
        pattern,
        form: 'code',
        range: index.range(start + at, start + at + pattern.length),
      });
  });
  return found;
}
