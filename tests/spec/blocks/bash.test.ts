/** Shell blocks: each is valid bash, and writes log lines with levels that exist. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { blocksIn, graph } from './blocks.ts';
import { missingPrograms } from '../boot/virtual-machine.ts';

const blocks = blocksIn('bash');

describe.skipIf(missingPrograms().includes('bash'))('bash', () => {
  test('every block is valid', () => {
    const faults = blocks.flatMap(({ text, place }) => {
      try {
        execFileSync('bash', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] });
        return [];
      } catch (error) {
        return [`${place}: ${(error as { stderr: Buffer }).stderr.toString()}`];
      }
    });
    expect(faults).toEqual([]);
  });
});

test('log lines have the levels of spec/01, Section 11', () => {
  const levels = /`LEVEL` is ([^.]+)\./.exec(graph.document('01')!.source)![1].match(/[A-Z]+/g)!;
  expect(levels).toContain('WARN');
  const unknown = blocks.flatMap(({ text, place }) =>
    [...text.matchAll(/(?:^|[;|&{(] *|then |do |else )\s*log ([A-Z]+) /gm)]
      .filter(([, level]) => !levels.includes(level))
      .map(([call]) => `${place}: ${call.trim()}`),
  );
  expect(unknown).toEqual([]);
});
