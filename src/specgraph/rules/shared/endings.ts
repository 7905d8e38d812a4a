import type { ScriptEnding } from '../../model/index.ts';

/** Whether a script that reports a success ends with 0, or one that reports a failure with another status. */
export function isRightEnding({ outcome, status }: ScriptEnding): boolean {
  return (outcome === 'success') === (status === '0');
}
