/** USER_INPUT strings in code, each with the place of its words. */
import { describe, expect, test } from 'vitest';
import type { SourceRange } from '#specgraph';
import { opennebula } from '#profiles/opennebula/index';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const read = extractor('g', { profiles: [opennebula] });

function textIn(text: string, { line, column, endLine, endColumn }: SourceRange): string {
  if (line !== endLine) throw new Error('on one line');
  return text.split('\n')[line - 1].slice(column - 1, endColumn - 1);
}

const USER_INPUTS: [line: string, inputs: string[]][] = [
  ['A_1 = "O|text|What"', ['A_1 O|text|What']],
  ['A="M|number|What||1"', ['A M|number|What||1']],
  ['  "A": "O|text|What",', ['A O|text|What']],
  ['A  :  "O|text|What"', ['A O|text|What']],
  ['A = "|text|What"', ['A |text|What']],
  ['A = "O|a", B = "O|b"', ['A O|a', 'B O|b']],
  ['x; AB_2 = "wrong|text|What"', ['AB_2 wrong|text|What']],
  // other assignments
  ['A = "no bar"', []],
  ['a = "O|text|What"', []],
  ['xA = "O|text|What"', []],
  ['$A = "O|text|What"', []],
  ['A = O|text|What', []],
  ["A = 'O|text|What'", []],
  ['A "O|text|What"', []],
  ['A = "what comes before the bar is long|text"', []],
  ['A = "O|text', []],
];

describe('USER_INPUT strings', () => {
  test.each(USER_INPUTS)('%j', (line, inputs) => {
    const text = `# T\n\n\`\`\`ini\n# first\n${line}\n\`\`\`\n`;
    const found = read({ path: 'g/a.md', text }).codeValues;
    expect(found.map(({ name, value }) => `${name} ${value}`)).toEqual(inputs);
    expect(found.map(({ value, range }) => [range.line, textIn(text, range) === value])).toEqual(
      inputs.map(() => [5, true]),
    );
  });

  test('stand in code only', () => {
    expect(read({ path: 'g/a.md', text: 'A = "O|text|What"\n\n`A = "O|text|What"`\n' }).codeValues).toEqual(
      [],
    );
  });
});
