/** Caches the reports of checks, so that checking documents that have not changed only reads the cached report. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DISK } from '#specgraph/disk';
import { programFingerprint } from './program-fingerprint.ts';
import { refreshReads, type RecordedRead } from './recorded-reads.ts';
import type { StoredReport } from './report.ts';

export interface ReportCache {
  /**
   * @param request everything that the findings depend on besides files, as text
   * @returns the report of the same request, if everything that was read for it is still the same
   */
  read(request: string): Promise<StoredReport | undefined>;
  /** Stores the report of the project that was loaded last. Does nothing where the cache cannot be written. */
  write(request: string, report: StoredReport): void;
}

export const NO_CACHE: ReportCache = { read: async () => undefined, write: () => {} };

interface CacheEntry {
  schema: typeof SCHEMA;
  request: string;
  program: string;
  reads: RecordedRead[];
  report: StoredReport;
}

const SCHEMA = 'specgraph.cache/1';
/** The oldest files beyond this number are removed. */
const MAX_CACHE_FILES = 40;

/**
 * A cache in `node_modules/.cache/specgraph` of the nearest project; none where there is no such folder.
 * @param lastReads gives everything that was read for the project that was loaded last
 */
export function cacheInNodeModules(cwd: string, lastReads: () => RecordedRead[] | undefined): ReportCache {
  const folder = cacheFolder(cwd);
  if (!folder) return NO_CACHE;
  const fileOf = (request: string): string => path.join(folder, `${shortHash(`${cwd}\0${request}`)}.json`);
  return {
    async read(request) {
      const entry = readCacheFile(fileOf(request));
      if (entry?.request !== request || entry.program !== programFingerprint()) return undefined;
      const reads = await refreshReads(entry.reads, DISK);
      const hasNewStamps = reads?.some((read, i) => read !== entry.reads[i] && read[3]);
      if (reads && hasNewStamps) writeCacheFile(fileOf(request), { ...entry, reads });
      return reads && entry.report;
    },
    write(request, report) {
      const reads = lastReads();
      if (!reads) return;
      writeCacheFile(fileOf(request), {
        schema: SCHEMA,
        request,
        program: programFingerprint(),
        reads,
        report,
      });
      removeOldFiles(folder);
    },
  };
}

/** Beside the packages of the nearest project, where build tools keep files that can be made again. */
function cacheFolder(from: string): string | undefined {
  for (let at = from; ; at = path.dirname(at)) {
    const packages = path.join(at, 'node_modules');
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory())
      return path.join(packages, '.cache/specgraph');
    if (path.dirname(at) === at) return undefined;
  }
}

function readCacheFile(file: string): CacheEntry | undefined {
  try {
    const entry = JSON.parse(readFileSync(file, 'utf8')) as CacheEntry;
    return entry.schema === SCHEMA ? entry : undefined;
  } catch {
    // The file does not exist or is damaged: the documents are checked again.
    return undefined;
  }
}

function writeCacheFile(file: string, entry: CacheEntry): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, JSON.stringify(entry));
    renameSync(temporary, file);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function removeOldFiles(folder: string): void {
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    const age = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    for (const file of files.toSorted((a, b) => age(b) - age(a)).slice(MAX_CACHE_FILES))
      rmSync(file, { force: true });
  } catch {
    // Another process may have removed a file meanwhile; the next run removes the rest.
  }
}

/** FNV-1a (Fowler, Noll, Vo), forwards and backwards. A collision is harmless: each file holds the request that it answers. */
function shortHash(text: string): string {
  let [a, b] = [0x811c9dc5, 0xcbf29ce4];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
