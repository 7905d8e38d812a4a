/** Only the parsers of languages that a document's code blocks name are loaded. */
import { describe, expect, it } from 'vitest';
import { loadGrammars } from '#specgraph';

const loaded = async (...texts: string[]): Promise<string[]> => Object.keys(await loadGrammars(texts)).sort();

describe('the parsers for a text', () => {
  it.each([
    ['a block', 'Text.\n\n```json\n{}\n```\n', ['json']],
    ['a block at the beginning', '~~~~ YAML\na: 1\n~~~~\n', ['yaml']],
    ['a block in a list', '1. ```toml\n   a = 1\n   ```\n', ['toml']],
    ['a block in a list in a quotation', '> - ```env\n>   A=1\n>   ```\n', ['dotenv']],
    ['a block in a quotation alone', '> ```env\n> A=1\n> ```\n', ['dotenv']],
    ['a block with more behind the name', '```py title="a.py"\n1\n```\n', ['python']],
    ['lines that end with CR', 'Text.\r\r```xml\r<a/>\r```\r', ['xml']],
    ['the shell', '```sh\nls\n```\n', ['shell', 'shellNames']],
    ['a name that only begins so', '```jsonp\n{}\n```\n', []],
    ['code in a line', 'Write ```json {} ``` there.\n', []],
    ['two backticks', '``xml``\n', []],
    ['no code', 'json\n', []],
  ])('%s', async (_what, text, languages) => {
    expect(await loaded(text)).toEqual(languages);
  });

  it('are the same object for texts with the same languages', async () => {
    const [one, two] = ['```toml\n```', '- ```yaml\n```'];
    expect(await loadGrammars([one, two])).toBe(await loadGrammars([two, two, one]));
    expect(await loaded(one, two)).toEqual(['toml', 'yaml']);
  });
});
