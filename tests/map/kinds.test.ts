/** The map decides by the traits of kinds and by data, never by the name of a kind. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { BUILT_IN_KINDS } from '#specgraph';
import { labelOf } from '../../src/map/names.ts';

const cwd = path.resolve(import.meta.dirname, '../..');
const names = BUILT_IN_KINDS.map(({ id }) => id).join('|');
/** A comparison with the name of a kind, or a list that begins with one. */
const DECIDES = new RegExp(
  `\\b(?:kind|name|kindOf\\(.*)\\)? [!=]== '(?:${names})'|\\['(?:${names})'[,\\]].*includes|includes\\('(?:${names})'\\)`,
);

/** Modules that may name kinds, with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/map/kinds.ts': 'the table of traits',
};

test('no module of the map, the client or the pictures decides by the name of a kind', () => {
  const files = globSync(['src/map/**/*.ts', 'src/client/**/*.ts', 'src/payloads/**/*.ts'], { cwd });
  const found = files.flatMap((file) =>
    readFileSync(path.join(cwd, file), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        DECIDES.test(line) && !(file in EXCEPTIONS) ? [`${file}:${i + 1} ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test('labels are put together as the kind says; an own kind has its label as title', () => {
  expect(labelOf({ kind: 'document', number: '14', title: 'Edge' })).toBe('14 Edge');
  expect(labelOf({ kind: 'section', number: '3', numbering: '3.', title: 'Rules' })).toBe('3. Rules');
  expect(labelOf({ kind: 'section', number: '3', title: 'Rules' })).toBe('Rules');
  expect(labelOf({ kind: 'step', number: '7b', title: 'Join' })).toBe('Step 7b');
  expect(labelOf({ kind: 'phase', number: '9', title: 'Edge' })).toBe('Phase 9');
  expect(labelOf({ kind: 'decision', title: 'DR-03' })).toBe('DR-03');
});
