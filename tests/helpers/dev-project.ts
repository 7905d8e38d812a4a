/** A copy of the project that a test can edit, with a dev server of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { ROOT } from './built-site.ts';

/** The files that the site is made from. Packages are found in a folder above the copy. */
const PARTS = ['src', 'spec', 'public', 'package.json', 'astro.config.mjs', 'tsconfig.json'];

export interface DevProject {
  url: string;
  /** The output of the server so far. */
  output(): string;
  /** Whether the server is still running. */
  alive(): boolean;
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** Writes bytes to a file. */
  save(file: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(file: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The copy lies inside the project, so that Node and Vite find the packages in a folder above it.
 * @returns the folder of the copy
 */
export async function copyProject(prefix: string): Promise<string> {
  await mkdir(path.join(ROOT, '.cache'), { recursive: true });
  const folder = await mkdtemp(path.join(ROOT, '.cache', prefix));
  for (const part of PARTS) await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  return folder;
}

/** @param env settings of the site, as environment variables */
export async function startDevProject(env: Record<string, string> = {}): Promise<DevProject> {
  const folder = await copyProject('dev-');
  const removeFolder = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return serveProject(folder, path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), env, removeFolder);
}

/**
 * Starts Astro's server in a folder.
 * @param program Astro's command line
 * @param dispose removes what was made for the server
 */
export async function serveProject(
  folder: string,
  program: string,
  env: Record<string, string> = {},
  dispose: () => Promise<void> = () => Promise.resolve(),
): Promise<DevProject> {
  const port = await freePort();
  let output = '';
  const server = spawn(process.execPath, [program, 'dev', '--port', String(port), '--host', '127.0.0.1'], {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: '/', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (output += data));
  const url = `http://127.0.0.1:${port}/`;
  const close = async (): Promise<void> => {
    await end(server);
    await dispose();
  };
  await waitForAnswer(url, () => server.exitCode === null).catch(async (error: Error) => {
    await close();
    throw new Error(`${error.message}\n${output}`);
  });
  return {
    url,
    close,
    output: () => output,
    alive: () => server.exitCode === null,
    edit: async (file, change) =>
      writeFile(
        path.join(folder, file),
        change(await readFile(path.join(folder, file), 'utf8').catch(() => '')),
      ),
    save: (file, bytes) => writeFile(path.join(folder, file), bytes),
    rename: (from, to) => rename(path.join(folder, from), path.join(folder, to)),
    remove: (file) => rm(path.join(folder, file)),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function waitForAnswer(url: string, alive: () => boolean): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (!alive()) throw new Error('the dev server ended');
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the dev server does not answer');
}

function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
    setTimeout(() => server.kill('SIGKILL'), 3000).unref();
  });
}
