/** What is read inside code: USER_INPUT strings and names, each with the place of its words. */
import { describe, expect, test } from 'vitest';
import type { SourceRange, SpecConfig } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const config = { names: { pattern: 'FL_[A-Z]+', attributes: [] } } as unknown as SpecConfig;
const read = extractor('g', config);

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
    const found = read({ path: 'g/a.md', text }).userInputs;
    expect(found.map(({ name, value }) => `${name} ${value}`)).toEqual(inputs);
    expect(found.map(({ value, range }) => [range.line, textIn(text, range) === value])).toEqual(
      inputs.map(() => [5, true]),
    );
  });

  test('are read from code blocks only', () => {
    expect(read({ path: 'g/a.md', text: 'A = "O|text|What"\n\n`A = "O|text|What"`\n' }).userInputs).toEqual(
      [],
    );
  });
});

const NAMES: [markdown: string, names: string[]][] = [
  ['```sh\necho FL_ONE   # and FL_TWO\n```', ['FL_ONE 2', 'FL_TWO 2']],
  ['```sh FL_INFO\nFL_ONE\n```', ['FL_ONE 2']],
  ['~~~~\n~~\nFL_ONE\n``\nFL_TWO\n~~~~', ['FL_ONE 3', 'FL_TWO 5']],
  ['> ```sh FL_INFO\n> FL_ONE\n> ```', ['FL_ONE 2']],
  ['> > ```sh FL_INFO\n> > FL_ONE\n> > ```', ['FL_ONE 2']],
  ['1. text\n\n   ```sh FL_INFO\n   FL_ONE\n   ```', ['FL_ONE 4']],
  ['    FL_ONE\n    FL_TWO', ['FL_ONE 1', 'FL_TWO 2']],
  ['```sh\nFL_ONE', ['FL_ONE 2']],
  ['```sh\na ``` FL_ONE\n```', ['FL_ONE 2']],
  ['```sh\nFL_ONE\n```\n\n```sh\nFL_TWO\n```', ['FL_ONE 2', 'FL_TWO 6']],
];

describe('names in code blocks', () => {
  test.each(NAMES)('%j', (markdown, names) => {
    const found = read({ path: 'g/a.md', text: markdown }).references;
    expect(found.map(({ value, range }) => `${value} ${range.line}`)).toEqual(names);
    for (const { kind, value, owner, where, range } of found) {
      expect({ kind, owner, where }).toEqual({ kind: 'name', owner: { kind: 'current' }, where: 'block' });
      expect(textIn(markdown, range)).toBe(value);
    }
  });

  test('come with their line, without the blanks around it', () => {
    const [found] = read({ path: 'g/a.md', text: '```sh\n  echo FL_ONE  \n```\n' }).references;
    expect(found.context).toBe('echo FL_ONE');
  });

  test('without a pattern of names there are none', () => {
    expect(extractor('g', {})({ path: 'g/a.md', text: '```sh\nFL_ONE\n```\n' }).references).toEqual([]);
  });
});
