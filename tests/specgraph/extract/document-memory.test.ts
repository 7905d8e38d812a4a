/** A document that is read again: known parts are not read again, and changed ones are. */
import { expect, test } from 'vitest';
import {
  emptyMemory,
  rememberParts,
  type PartReaders,
} from '../../../src/specgraph/extract/document-memory.ts';
import type { Words } from '../../../src/specgraph/extract/prose.ts';
import type { Code } from '../../../src/specgraph/parse/code/judge-code.ts';

const code = (text: string, more: Partial<Code> = {}): Code => ({
  text,
  language: 'json',
  meta: '',
  ...more,
});
const unit = (text: string, more: Partial<Words> = {}): Words =>
  ({ kind: 'paragraph', text, codes: [], links: [], sentences: [], ...more }) as unknown as Words;

/** Readers that answer with what they were asked for, and list it. */
function recorder(): { readers: PartReaders; asked: unknown[] } {
  const asked: unknown[] = [];
  const note = <T>(part: T): T => {
    asked.push(part);
    return part;
  };
  const readers = {
    readWords: note,
    judgeCode: (one: Code) => (note(one).text === 'right' ? undefined : { offset: 0, reason: one.text }),
    shellNames: note,
  } as unknown as PartReaders;
  return { readers, asked };
}

test.each([
  ['code', [code('a'), code('b'), code('a', { language: 'yaml' }), code('a', { meta: 'fragment' })]],
  [
    'units',
    [unit('a'), unit('b'), unit('a', { kind: 'heading' }), unit('a', { codes: [{ start: 0, end: 1 }] })],
  ],
  ['names', ['a', 'b']],
] as const)('each of these %s is read by itself, and once', (what, parts) => {
  const { readers, asked } = recorder();
  const memory = emptyMemory();
  const readAll = (): void => {
    const { readWords, judgeCode, shellNames } = rememberParts(memory, readers);
    for (const part of parts)
      if (what === 'code') judgeCode(part as Code);
      else if (what === 'units') readWords(part as Words);
      else shellNames!(part as string);
  };
  readAll();
  expect(asked).toEqual(parts);
  readAll();
  expect(asked).toEqual(parts);
});

test('code without a fault is not judged again, and what a reading lacks is forgotten', () => {
  const { readers, asked } = recorder();
  const memory = emptyMemory();
  const judge = (text: string): unknown => rememberParts(memory, readers).judgeCode(code(text));
  expect([judge('right'), judge('right'), judge('wrong'), judge('right')]).toEqual([
    undefined,
    undefined,
    { offset: 0, reason: 'wrong' },
    undefined,
  ]);
  expect(asked.map((one) => (one as Code).text)).toEqual(['right', 'wrong', 'right']);
});
