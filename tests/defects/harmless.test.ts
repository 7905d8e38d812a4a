/** Edits that change nothing true: the checker must report nothing because of them. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HARMLESS_KINDS } from './harmless.ts';
import { createTrial } from './run.ts';

const EACH = 6;
const { plant } = await createTrial(path.resolve(import.meta.dirname, '../..'));

describe('harmless edits of the specification', () => {
  let total = 0;

  test.each(HARMLESS_KINDS.map((kind) => [kind.id, kind] as const))('%s: no finding', (_id, kind) => {
    const outcomes = plant(kind, EACH, 7);
    total += outcomes.length;
    expect(outcomes.length, 'the edit can be made nowhere').toBeGreaterThan(0);
    expect(
      outcomes.flatMap(({ defect, findings }) =>
        findings.map(
          ({ rule, file, line, message }) =>
            `${defect.file}:${defect.line} ${defect.what}: ${file}:${line} ${rule}: ${message}`,
        ),
      ),
    ).toEqual([]);
  });

  test('there are at least 100', () => {
    expect(total).toBeGreaterThanOrEqual(100);
  });
});
