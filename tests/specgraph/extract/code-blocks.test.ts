/** What is read inside code: values and names, each with the place of its words. */
import { describe, expect, test } from 'vitest';
import type { SourceRange, SpecConfig } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const config = { names: { pattern: 'FL_[A-Z]+', attributes: [] } } as unknown as SpecConfig;
const read = extractor('g', config);

function textIn(text: string, { line, column, endLine, endColumn }: SourceRange): string {
  if (line !== endLine) throw new Error('on one line');
  return text.split('\n')[line - 1].slice(column - 1, endColumn - 1);
}

describe('values of names', () => {
  const withForm = (contains: string) =>
    extractor('g', {
      profiles: [
        { id: 'p', codeValues: [{ field: 'f', pattern: /(?<name>[a-z]+)=(?<value>\w+)/g, contains }] },
      ],
    });
  const text = '```sh\nport=10 host=port\n```\n\nport=11\n\n```sh\nport =12\n```\n';

  test('are read from code alone, in the form of the profile', () => {
    const found = withForm('=')({ path: 'g/a.md', text }).codeValues;
    expect(found.map(({ field, name, value, range }) => [field, name, value, textIn(text, range)])).toEqual([
      ['f', 'port', '10', '10'],
      ['f', 'host', 'port', 'port'],
    ]);
  });

  test('are not looked for in blocks without the text that each of them contains', () => {
    expect(withForm('port =')({ path: 'g/a.md', text }).codeValues).toEqual([]);
  });

  test('are not read without a profile', () => {
    expect(read({ path: 'g/a.md', text }).codeValues).toEqual([]);
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
