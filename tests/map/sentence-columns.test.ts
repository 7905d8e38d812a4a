import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SentenceReference } from '../../src/map/model.ts';
import { sentenceColumns, sentenceRows } from '../../src/map/sentence-columns.ts';

const reference = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat());

it('sentences in columns are the same in rows again', () => {
  fc.assert(
    fc.property(fc.array(reference), (references: SentenceReference[]) => {
      const sentences = { ids: ['a'], texts: ['A sentence.'], references };
      const sent = JSON.parse(JSON.stringify(sentenceColumns(sentences))) as ReturnType<
        typeof sentenceColumns
      >;
      expect(sentenceRows(sent)).toEqual(sentences);
    }),
  );
});
