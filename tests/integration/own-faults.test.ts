import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { expect, test } from 'vitest';
import { saysOwnFaultsOnce } from '../../src/integration/own-faults.ts';
import { SiteError } from '../../src/integration/site-error.ts';

/** What the log has after a hook threw, as Astro runs it. */
async function logOf(error: Error): Promise<string[]> {
  const lines: string[] = [];
  const logger = { error: (line: string) => lines.push(line) } as unknown as AstroIntegrationLogger;
  const integration: AstroIntegration = {
    name: 'x',
    hooks: {
      'astro:build:start': () => {
        throw error;
      },
    },
  };
  const run = saysOwnFaultsOnce(integration).hooks['astro:build:start']!;
  await expect(run({ logger } as never)).rejects.toBe(error);
  logger.error('An unhandled error occurred while running the "astro:build:start" hook');
  logger.error('another line');
  return lines;
}

test('Astro does not call a set with errors, or a folder that cannot be written, an unhandled error', async () => {
  expect(await logOf(new SiteError('1 error; nothing is built'))).toEqual(['another line']);
  expect(await logOf(Object.assign(new Error('EACCES'), { syscall: 'mkdir' }))).toEqual(['another line']);
});

test('an error of the program is one', async () => {
  expect(await logOf(new TypeError('x is not a function'))).toEqual([
    'An unhandled error occurred while running the "astro:build:start" hook',
    'another line',
  ]);
});
