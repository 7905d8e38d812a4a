import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { falsify } from './falsify.ts';

const OWN = `# Own

## 1 Scope

See Section 2.1 and [Section 2](#2-types).

RFC 2119 says it in Section 1.

- [2.1 Keys](#21-keys)
- In their words, "clause 9" holds.

| a |
|---|
| § 1 tells it |
| 2024-01-01: Section 1 |

## 2 Types

### 2.1 Keys

    Section 2 in code.
`;

test('numbers of references are changed one at a time, and the findings at their lines are told', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'falsify-'));
  writeFileSync(path.join(folder, 'own.md'), OWN);
  const trials = await falsify(folder, 20, 1);
  const told = trials.map(({ mention, falsehood, findings }) =>
    [falsehood, mention.line + 1, mention.number, mention.place, findings[0]?.rule].join(' '),
  );
  expect(told.sort()).toEqual([
    'missing 14 1 table broken-section',
    'missing 5 2 link text link-text-mismatch',
    'missing 5 2.1 text broken-section',
    'missing 9 2.1 list link-text-mismatch',
    'other 5 2 link text link-text-mismatch',
    'other 9 2.1 list link-text-mismatch',
  ]);
  expect(trials.every(({ number, mention }) => number !== mention.number)).toBe(true);
  expect(await falsify(folder, 20, 1)).toEqual(trials);
});
