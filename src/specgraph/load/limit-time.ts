/**
 * A limit for the time in which the expressions of a configuration read a document. Those that can take exponential time
 * are refused when the configuration is read; others, such as `\w*\w*\w*x`, take long on a long text only.
 */
import vm from 'node:vm';
import { expressionsOf } from '../config-expressions.ts';
import type { SpecConfig } from '../config.ts';
import type { ReadingGuard } from '../project.ts';
import { UsageError } from '../usage-error.ts';

/** Reading a document takes milliseconds. */
const LIMIT_MS = 60_000;
/** How long one expression may take that is tried to find out which one is slow. */
const TRIAL_MS = 2000;

const WORK = Symbol.for('specgraph.limited-work');
const script = new vm.Script(`globalThis[Symbol.for('specgraph.limited-work')]()`);

/** @returns a guard for `createReader`; undefined where the configuration has no expressions */
export function limitTime(
  config: SpecConfig,
  { limit = LIMIT_MS, trial = TRIAL_MS }: { limit?: number; trial?: number } = {},
): ReadingGuard | undefined {
  const expressions = expressionsOf(config);
  if (expressions.length === 0) return undefined;
  return (file, read) => {
    const result = within(limit, read);
    if (result) return result.value;
    const slow = expressions.find(
      ({ pattern, flags }) => !within(trial, () => [...file.text.matchAll(new RegExp(pattern, flags))]),
    );
    throw new UsageError(
      `${file.path} was not read within ${limit / 1000} s`,
      slow
        ? `the expression ${slow.name} of the configuration takes too long: ${slow.written}`
        : 'an expression of the configuration takes too long on its text',
    );
  };
}

/** @returns undefined where the work takes longer than the limit, in milliseconds */
function within<T>(limit: number, work: () => T): { value: T } | undefined {
  const global = globalThis as Record<symbol, unknown>;
  try {
    // Only a script can be interrupted, and it sees only what is global.
    global[WORK] = work;
    return { value: script.runInThisContext({ timeout: limit }) as T };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  } finally {
    delete global[WORK];
  }
}
