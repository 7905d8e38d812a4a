/** Runs whole processes and measures their time and memory. */
import { spawnSync } from 'node:child_process';

export interface Run {
  /** Exit status; null where a signal ended the process. */
  status: number | null;
  milliseconds: number;
  /** Milliseconds of work of the process with all its threads, on any core; 0 where it was not measured. */
  cpuMilliseconds: number;
  /** Highest resident memory of the process, in megabytes; 0 where it was not measured. */
  megabytes: number;
  stdout: string;
  stderr: string;
}

const REPORT_USAGE =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write(`\\nmaxRSS=${u.maxRSS} cpu=${u.userCPUTime+u.systemCPUTime}`)})';

/** Runs Node once. A module that is loaded first reports memory and work, so short times are measured in runs without it. */
export function runNode(args: readonly string[], cwd: string, withUsage = false): Run {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...(withUsage ? ['--import', REPORT_USAGE] : []), ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 29,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  const milliseconds = performance.now() - started;
  const megabytes = Number(/maxRSS=(\d+)/.exec(stderr)?.[1] ?? 0) / 1024;
  const cpuMilliseconds = Number(/ cpu=(\d+)/.exec(stderr)?.[1] ?? 0) / 1000;
  return { status, milliseconds, cpuMilliseconds, megabytes, stdout, stderr };
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
