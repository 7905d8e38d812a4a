/** Reads names of variables and ids of requirements: `FL_READY`, ORCH-03. */
import { requirementKind } from '../../kinds/requirement.ts';
import type { RawReference } from '../../model/index.ts';
import type { Unplaced, Words } from '../prose.ts';
import { CURRENT, sentenceAt } from './owner.ts';
import type { Vocabulary } from './vocabulary.ts';

const CODE_TOKEN = /(?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\w*{-])/g;

export function readNames(unit: Words, masked: string, words: Vocabulary): Unplaced<RawReference>[] {
  const found: Unplaced<RawReference>[] = [];
  const add = (kind: string, match: RegExpExecArray, base: number, where: 'prose' | 'code'): void => {
    const start = base + match.index;
    found.push(plainReference(unit, kind, match[0], start, start + match[0].length, where));
  };
  if (words.requirement)
    for (const match of unit.text.matchAll(words.requirement)) add(requirementKind.id, match, 0, 'prose');
  if (!words.name) return found;
  for (const match of masked.matchAll(words.name)) add('name', match, 0, 'prose');
  for (const span of unit.codes) {
    for (const match of namesInCode(unit.text.slice(span.start, span.end), words.name))
      add('name', match, span.start, 'code');
  }
  return found;
}

/** Names by their prefix, and any other word in capitals: whether that is a name is known once all documents are read. */
export function namesInCode(code: string, name: RegExp): RegExpExecArray[] {
  const matches = [...code.matchAll(name)];
  const taken = new Set(matches.map((match) => match.index));
  for (const match of code.matchAll(CODE_TOKEN)) {
    if (match[0].length > 3 && !taken.has(match.index)) matches.push(match);
  }
  return matches;
}

/** A reference whose words are its value and that needs no owner. */
export function plainReference(
  unit: Words,
  kind: RawReference['kind'],
  value: string,
  start: number,
  end: number,
  where: 'prose' | 'code',
): Unplaced<RawReference> {
  return {
    start,
    end,
    fact: {
      kind,
      value,
      where,
      owner: CURRENT,
      text: unit.text.slice(start, end),
      context: unit.kind === 'row' ? unit.text : (sentenceAt(unit, start)?.text ?? unit.text),
    },
  };
}
