import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawMentions } from './unread.ts';

const OWN = `# Own

## 1 Scope

See Section 2. They have Appendix Q of their policy.

RFC 2119 says it in Section 1. Go back to step 2.

**Figure 1.** The parts

1. Read.
2. Start.

## 2 Types
`;

test('mentions of parts are drawn, and those that the checker reads are told from the others', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'unread-'));
  writeFileSync(path.join(folder, 'own.md'), OWN);
  const drawn = await drawMentions(folder, 20, 1);
  expect(
    drawn.map(({ line, context, column, endColumn, reading }) =>
      [line, context.slice(column - 1, endColumn - 1), reading].join(' '),
    ),
  ).toEqual(['5 Section 2 read', '5 Appendix Q open', '7 Section 1 other', '7 step 2 read']);
  expect(await drawMentions(folder, 20, 1)).toEqual(drawn);
});
