/** Contradictions that readers found once are caught from now on: each is put back into a copy of the documents. */
import { describe, expect, test } from 'vitest';
import { createReader, type GraphView } from '#specgraph';
import { realSpecification } from '../../helpers/real-specification.ts';
import { missingPrograms } from '../boot/virtual-machine.ts';
import { CONTRADICTIONS, type Contradiction } from './rows.ts';

const spec = await realSpecification();
const canBoot = missingPrograms().length === 0;

describe('each contradiction that is put back', () => {
  for (const row of CONTRADICTIONS.filter(({ rule }) => rule !== undefined))
    test(`${row.what}: ${row.rule} reports it`, () => {
      const { path, text, from, to } = edited(row);
      const found = spec.news({ [path]: text }).filter((finding) => finding.rule === row.rule);
      expect(found.map(({ file }) => file)).toContain(path);
      const isThere = found.some(({ file, line }) => file === path && line >= from && line <= to);
      expect(isThere, found.map(({ line, message }) => `${line}: ${message}`).join('\n')).toBe(true);
    });

  for (const row of CONTRADICTIONS.filter(({ faults }) => faults !== undefined))
    test.skipIf(row.needsBash && !canBoot)(`${row.what}: ${row.faults!.name} finds it`, async () => {
      expect(await row.faults!(spec.graph)).toEqual([]);
      expect(await row.faults!(graphWith(row))).not.toEqual([]);
    });

  test('is caught in one way, and the check is silent without it', () => {
    for (const { what, rule, faults } of CONTRADICTIONS)
      expect(
        [rule, faults].filter((one) => one !== undefined),
        what,
      ).toHaveLength(1);
    expect(spec.news({})).toEqual([]);
  });
});

/** The text of the edited document, and the lines that the edit has changed, from 1. */
function edited({ document, find, by }: Contradiction): {
  path: string;
  text: string;
  from: number;
  to: number;
} {
  const { path, source } = spec.graph.document(document)!;
  const start = typeof find === 'string' ? source.indexOf(find) : source.search(find);
  const text = source.replace(find, () => by);
  if (start < 0 || text === source) throw new Error(`${path} does not hold ${String(find)}`);
  const from = source.slice(0, start).split('\n').length;
  return { path, text, from, to: from + by.split('\n').length - 1 };
}

function graphWith(row: Contradiction): GraphView {
  const { path, text } = edited(row);
  const { corpus, config } = spec.project;
  const files = corpus.files.map((file) => (file.path === path ? { path, text } : file));
  return createReader(config).read({ ...corpus, files });
}
