/** Remembers what checks have found, so that a check of unchanged documents is told and not worked out again. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DISK } from '#specgraph/disk';
import type { StoredReport } from './report.ts';
import { stillTrue, type Seen } from './recorded-reads.ts';

export interface Memory {
  /**
   * @param request everything that was asked for, as text
   * @returns what the same request found, where everything that was read then is still the same
   */
  recall(request: string): Promise<StoredReport | undefined>;
  /** Keeps what the request has found in the project that was loaded last. A memory that cannot be written is none. */
  keep(request: string, report: StoredReport): void;
}

export const NO_MEMORY: Memory = { recall: async () => undefined, keep: () => {} };

interface Kept {
  schema: typeof SCHEMA;
  request: string;
  program: string;
  seen: Seen[];
  report: StoredReport;
}

const SCHEMA = 'specgraph.memory/1';
/** Files in the folder of the memory; the oldest go first. */
const MOST = 40;
const PROGRAM = fileURLToPath(new URL('..', import.meta.url));

/**
 * A memory in `node_modules/.cache/specgraph` of the project around a folder; none where there is no such folder.
 * @param seen what the last project was made from
 */
export function memoryBeside(cwd: string, seen: () => Seen[] | undefined): Memory {
  const folder = cacheFolder(cwd);
  if (!folder) return NO_MEMORY;
  const fileOf = (request: string): string => path.join(folder, `${shortHash(`${cwd}\0${request}`)}.json`);
  return {
    async recall(request) {
      const kept = readKept(fileOf(request));
      if (kept?.request !== request || kept.program !== programMark()) return undefined;
      const fresh = await stillTrue(kept.seen, DISK);
      if (fresh?.some((note, i) => note !== kept.seen[i] && note[3]))
        write(fileOf(request), { ...kept, seen: fresh });
      return fresh && kept.report;
    },
    keep(request, report) {
      const notes = seen();
      if (!notes) return;
      write(fileOf(request), { schema: SCHEMA, request, program: programMark(), seen: notes, report });
      prune(folder);
    },
  };
}

/** Where build tools keep what can be made again: beside the packages of the nearest project. */
function cacheFolder(from: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const packages = path.join(at, 'node_modules');
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory())
      return path.join(packages, '.cache/specgraph');
    if (path.dirname(at) === at) return undefined;
  }
}

function readKept(file: string): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return kept.schema === SCHEMA ? kept : undefined;
  } catch {
    // There is none, or it is damaged: the check is made.
    return undefined;
  }
}

/** Another program finds other things: the version of Node, and names, sizes and times of all our modules. */
function programMark(): string {
  const marks = ['specgraph', 'cli'].flatMap((part) => {
    const folder = `${PROGRAM}${part}/`;
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => {
        const { size, mtimeMs } = statSync(folder + name);
        return `${name} ${size} ${mtimeMs}`;
      });
  });
  return [process.version, ...marks.sort()].join('\n');
}

function write(file: string, kept: Kept): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, JSON.stringify(kept));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function prune(folder: string): void {
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    const age = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    for (const file of files.toSorted((a, b) => age(b) - age(a)).slice(MOST)) rmSync(file, { force: true });
  } catch {
    // The next one tidies up.
  }
}

/** FNV-1a forwards and backwards (Fowler, Noll, Vo): names files and no more, since what they hold says whose they are. */
function shortHash(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
