import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { verificationMarkdown, verifyContract } from '#specgraph';
import { refreshReports } from '../../src/integration/contract-reports.ts';
import { realSpecification } from '../helpers/real-specification.ts';

const { graph, project } = await realSpecification();

test('the report of Phase 9 is that of its contract', async () => {
  const contract = project.contracts.find(({ phase }) => phase === '9')!;
  // `specgraph verify spec/contracts/phase-09.yaml --out spec/contracts/reports/phase-09.md`, or a build, writes it.
  const report = await readFile('spec/contracts/reports/phase-09.md', 'utf8');
  expect(report).toBe(verificationMarkdown(verifyContract(contract, graph)));
  expect(report).toContain('Result: **verified**.');
});

test('a build writes a report that is stale, and makes none where there is none', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'reports-'));
  const file = path.join(root, 'spec/contracts/reports/phase-09.md');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, 'stale\n');
  expect(await refreshReports(project.contracts, graph, root)).toEqual([
    'spec/contracts/reports/phase-09.md',
  ]);
  expect(await readFile(file, 'utf8')).toContain('# Verification of Phase 9');
  expect(await refreshReports(project.contracts, graph, root)).toEqual([]);
  await expect(readFile(path.join(root, 'spec/contracts/reports/phase-01.md'))).rejects.toThrow();
  await rm(root, { recursive: true });
});
