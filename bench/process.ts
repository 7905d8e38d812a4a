/** Runs whole processes and measures their time and memory. */
import { spawnSync } from 'node:child_process';

export interface Run {
  /** Exit status; null where a signal ended the process. */
  status: number | null;
  milliseconds: number;
  /** Highest resident memory of the process, in megabytes. */
  megabytes: number;
  stdout: string;
  stderr: string;
}

const REPORT_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS="+process.resourceUsage().maxRSS))';

/** Runs Node once. A module that is loaded first reports the memory, so time is measured in runs without it. */
export function runNode(args: readonly string[], cwd: string, withMemory = false): Run {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(withMemory ? ['--import', REPORT_MEMORY] : []), ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  const milliseconds = performance.now() - started;
  const megabytes = Number(/maxRSS=(\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  return { status, milliseconds, megabytes, stdout, stderr };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median time of several runs, after one run that fills the disk's cache. */
export function medianTime(runs: number, args: readonly string[], cwd: string): number {
  runNode(args, cwd);
  return median(Array.from({ length: runs }, () => runNode(args, cwd).milliseconds));
}
