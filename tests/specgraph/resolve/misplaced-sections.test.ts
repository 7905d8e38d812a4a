/** Sections under a wrong parent, and what their number should be. */
import { expect, test } from 'vitest';
import { extractor } from '../../../src/specgraph/extract/document.ts';
import { misplacedSections } from '../../../src/specgraph/resolve/misplaced-sections.ts';

const read = extractor('g', {});

const CASES: [headings: string, misplaced: string[]][] = [
  // right numbers
  ['## 1. A | ### 1.1 B | #### 1.1.1 C | ## 2. D | ### 2a E', []],
  ['## 1. A | ## 2. B | ### Notes | #### 2.1 C', []],
  // the number of another parent
  ['## 1. A | ## 2. B | ### 1.1 C', ['1.1 under 2: 2.1']],
  ['## 1. A | ## 2. B | ### 1.10 C', ['1.10 under 2: 2.1']],
  ['## 1. A | ## 2. B | ### 2.1 C | ### 1.2 D', ['1.2 under 2: 2.2']],
  ['## 1. A | ### Notes | #### 2.1 B | ## 2. C', ['2.1 under 1: 1.1']],
  ['## 1. A | ## 2. B | ## 3. C | ### 31.1 D | ## 31. E', ['31.1 under 3: 3.1']],
  // letters
  ['## 1. A | ## 2. B | ### 1a C', ['1a under 2: 2a']],
  ['## 1. A | ## 2. B | ### 2a C | ### 1b D', ['1b under 2: 2b']],
  ['## 1. A | ## 12. B | ## 13. C | ### 12b D', ['12b under 13: 13a']],
  ['## 1. A | ## 2. B | ## 3. C | ### 31a D | ## 31. E', ['31a under 3: 3a']],
  ['## 1. A | ### 1.12 B | ### 1.13 C | #### 1.12a D | ## 2. E', ['1.12a under 1.13: 1.13a']],
  // the right number, one level too deep
  ['## 1. A | ### 1.1 B | #### 1.2 C | ## 2. D', ['1.2 under 1.1: a higher level']],
  // the first one is the mistake, the others follow from it
  ['## 1. A | ## 2. B | ### 1.1 C | ### 1.2 D', ['1.1 under 2: 2.1', '1.2 under 2: 2.2, follows']],
  ['## 1. A | ## 2. B | ### 1.1 C | ### 1.1.1 D', ['1.1 under 2: 2.1', '1.1.1 under 2: 2.2, follows']],
  ['## 1. A | ## 2. B | ### 1.1 C | ### 3.1 D | ## 3. E', ['1.1 under 2: 2.1', '3.1 under 2: 2.2']],
  // the section above has the wrong number, its parts have the right one
  ['## 0. Z | ## 1. A | ## 3. B | ### 2.1 C | ## 2. D', []],
  ['## 0. Z | ## 1. A | ## Notes | ## 3. B | ### 2.1 C | ## 2. D', []],
  ['## 1. A | ### 1.19 B | ### 1.21 C | #### 1.20.1 D | ### 1.20 E | ## 2. F', []],
  // "1.0" heads 1.1, 1.2
  ['## 1. A | ## 2. B | ### 1.0 C | #### 1.1 D | #### 1.2 E | ### 2.0 F | #### 2.1 G', []],
  ['## 1. A | ## 2. B | ### 1.0 C | #### 2.1 D', ['2.1 under 1.0: 1.0.1']],
  // a count of its own below a heading
  ['## 1. A | ## 2. B | ### 1. C | #### 1.1 D | ### 2. E | #### 2.1 F', []],
  // the parts of 4 stand for a section 4 that has no heading
  ['## 1. A | ## 2. B | ## 3. C | ### 4.1 D | ### 4.2 E | ## 5. F', []],
];

test.each(CASES)('%s', (headings, misplaced) => {
  const facts = read({ path: 'g/a.md', text: headings.replaceAll(' | ', '\n\n') });
  const found = misplacedSections(facts).map(
    ({ section, above, expected, follows }) =>
      `${section.number} under ${above.number}: ${expected ?? 'a higher level'}${follows ? ', follows' : ''}`,
  );
  expect(found).toEqual(misplaced);
});
