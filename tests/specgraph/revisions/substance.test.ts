import { expect, it } from 'vitest';
import {
  differenceOf,
  fingerprintOf,
  sentencesOf,
  type Sentence,
} from '../../../src/specgraph/revisions/substance.ts';
import { readGraph } from '#specgraph';
import { projectOf } from '../../helpers/refactor.ts';

function sentencesIn(text: string): Sentence[] {
  const { corpus, config } = projectOf({ 'spec/a.md': `# A\n\n## Rules\n\n${text}\n` });
  const [facts] = readGraph(corpus, config).documents;
  return sentencesOf(facts, facts.sections[1]);
}

it.each([
  ['- a. One rule.\n- b. Another one.', '* a. One rule.\n* b. Another one.'],
  ['- a. One rule.\n- b. Another one.', '1. One rule.\n2. Another one.'],
  ['> One rule.', 'One rule.'],
  ['See Section 2 and [this](a.md).', 'See Section 4 and [this](b.md).'],
  ['One **rule**\nof two lines.', 'One rule of two lines.'],
])('%j and %j say the same', (one, other) => {
  expect(differenceOf(sentencesIn(one), sentencesIn(other))).toBeUndefined();
  expect(fingerprintOf(sentencesIn(one))).toBe(fingerprintOf(sentencesIn(other)));
});

it.each([
  [
    '- One rule.',
    '- One rule.\n- A new one, see Section 2.',
    { sentence: 'A new one, see Section 2.', isRemoved: false },
  ],
  ['One rule. It ends.', 'One rule.', { sentence: 'It ends.', isRemoved: true }],
  ['It takes 5 s.', 'It takes 6 s.', { sentence: 'It takes 6 s.', isRemoved: false }],
])('%j and %j differ', (one, other, difference) => {
  expect(differenceOf(sentencesIn(one), sentencesIn(other))).toEqual(difference);
});
