import type { AnnouncedCount, Problem } from '../model/index.ts';
import { plural } from '../text/lists.ts';
import { writeNumeral } from '../text/numerals.ts';
import type { Rule } from './rule.ts';

export const countMismatch: Rule = {
  id: 'count-mismatch',
  group: 'form',
  severity: 'error',
  summary: 'A list or table has as many items as the text that introduces it says',
  isPerDocument: true,
  *check(graph) {
    for (const { form } of graph.documents) for (const count of form.announcedCounts) yield describe(count);
  },
};

const ITEMS: Record<AnnouncedCount['below'], string> = {
  list: 'item',
  table: 'row',
  code: 'line',
  sentence: 'item',
};

function describe({ range, words, counted, below, place }: AnnouncedCount): Problem {
  const [number, ...things] = words.split(' ');
  const isOfEntries = below === 'code' && things.at(-1) !== 'lines';
  const items = isOfEntries ? plural(counted, 'entry', 'entries') : plural(counted, ITEMS[below]);
  const found = below === 'sentence' ? `the sentence lists ${items}` : `the ${below} below it has ${items}`;
  return {
    at: range,
    message: `The text says "${words}"; ${found}.`,
    suggestion: [writeNumeral(counted, number), ...things].join(' '),
    related:
      below === 'sentence'
        ? undefined
        : [{ at: { file: place.file, line: place.line }, note: `the ${below}` }],
  };
}
