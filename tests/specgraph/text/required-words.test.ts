import { expect, it } from 'vitest';
import { requiredWords } from '../../../src/specgraph/text/required-words.ts';

it.each([
  ['^### Step 2: ', '### Step 2: '],
  [String.raw`^###\x20Step`, 'Step'],
  [String.raw`\u0041bcd`, 'bcd'],
  [String.raw`\p{Lu}rest`, 'rest'],
  [String.raw`\pLrest`, 'rest'],
  [String.raw`\d20abc`, '20abc'],
  [String.raw`\012abc`, 'abc'],
  [String.raw`a\.b+c`, 'a.b'],
  ['abc?d', 'ab'],
  ['(abc)d[ef]', 'd'],
  ['abc|d', ''],
  ['(?i)abc', ''],
])('%s needs "%s"', (pattern, words) => {
  expect(requiredWords(pattern)).toBe(words);
});
