import type { Rule } from './rule.ts';

/** So often a name is written in one way for each time that it is written in another way. */
const MIN_USES = 10;

/** At the head of a sentence the word itself may stand, where the document uses it in small letters: "Dataset", "DataSet". */
export const inconsistentCapitals: Rule = {
  id: 'inconsistent-capitals',
  group: 'statements',
  severity: 'warn',
  summary: 'A name has the same capital letters everywhere',
  fixable: true,
  *check({ documents }) {
    const all = Map.groupBy(
      documents.flatMap(({ otherCapitals }) => otherCapitals),
      ({ name }) => name,
    );
    for (const [name, entries] of all) {
      const count = entries.reduce((sum, entry) => sum + entry.count, 0);
      const others = entries.flatMap((entry) => entry.others);
      if (count < MIN_USES * Math.max(1, others.length)) continue;
      const isWord = entries.some((entry) => entry.isWord);
      for (const { word, isFirst, range } of others) {
        // Abbreviations are written in two ways on purpose: "SpanId", "SpanID".
        if ((isWord && isFirst) || /[A-Z]$/.test(word)) continue;
        yield {
          at: range,
          message: `"${word}" is written "${name}" in ${count} other places.`,
          suggestion: name,
          fix: [{ range, text: name }],
        };
      }
    }
  },
};
