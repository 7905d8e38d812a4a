/** Edits that change nothing true: the checker must report nothing because of them. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARMLESS_KINDS } from './harmless.ts';
import { createTrial } from './run.ts';

const EACH = 6;
const { plantTogether } = await createTrial(path.resolve(import.meta.dirname, '../..'));
const outcomes = plantTogether(HARMLESS_KINDS, EACH, 7);
const byKind = Map.groupBy(outcomes, ({ kind }) => kind.id);

describe('harmless edits of the specification', () => {
  test.each(HARMLESS_KINDS.map(({ id }) => id))('%s: no finding', (id) => {
    const own = byKind.get(id) ?? [];
    expect(own.length, 'the edit can be made nowhere').toBeGreaterThan(0);
    expect(
      own.flatMap(({ defect, findings }) =>
        findings.map(
          ({ rule, file, line, message }) =>
            `${defect.file}:${defect.line} ${defect.what}: ${file}:${line} ${rule}: ${message}`,
        ),
      ),
    ).toEqual([]);
  });

  test('there are at least 100', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(100);
  });
});
