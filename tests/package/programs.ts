/** Runs programs in a project that has the package installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

export interface Outcome {
  status: number | null;
  output: string;
}

/** A program that runs in the project. What runs at the same time builds different sites. */
export interface Running {
  child: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  ended: Promise<Outcome>;
}

/** What a program is started with besides its arguments, where it differs from the project's. */
export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
}

/**
 * Starts a program.
 * @param project folder whose `bin` comes first on the PATH
 */
export function start(
  project: string,
  program: string,
  args: readonly string[],
  { cwd = project, env }: Surroundings = {},
): Running {
  const child = spawn(program, args, {
    cwd,
    env: {
      ...process.env,
      PATH: `${path.join(project, 'bin')}${path.delimiter}${process.env.PATH}`,
      NO_COLOR: '1',
      SITE_URL: '',
      BASE_PATH: '',
      ASTRO_TELEMETRY_DISABLED: '1',
      // A server of Astro that Vitest has started answers nothing.
      VITEST: undefined,
      // Programs of others set this for themselves.
      BASE_URL: 'https://example.org/',
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const ended = new Promise<Outcome>((resolve) => child.on('close', (status) => resolve({ status, output })));
  return { child, output: () => output, ended };
}

/** Starts the program of the installed package. */
export function startSpecgraph(
  project: string,
  args: readonly string[],
  surroundings?: Surroundings,
): Running {
  const program = path.join(project, 'node_modules/specgraph/lib/cli/bin.js');
  return start(project, process.execPath, [program, ...args], surroundings);
}

/** Waits until something is there while a program runs. */
export async function until<T>(running: Running, look: () => T | undefined | false): Promise<T> {
  let isRunning = true;
  void running.ended.then(() => (isRunning = false));
  for (;;) {
    const found = look();
    if (found) return found;
    if (!isRunning) throw new Error(`the program ended:\n${running.output()}`);
    await setTimeout(50);
  }
}
