/**
 * Records what the program reads from the file system, and finds out later whether the same reads would give the same
 * answers: a verifying trace (Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte, 2018). As in git's index, a file
 * with the same size, times and inode is not read again, unless it was written just before it was read: a second write
 * within the resolution of the clock would not change the times.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '#specgraph/disk';
import { holdsCode } from '#specgraph/text/holds-code';

type Operation = 'kind' | 'list' | 'realPath' | 'size' | 'read' | 'text' | 'committed' | 'evaluate';

/** An operation, its path and its answer as text; for the content of a file also the stamp of the file. */
export type RecordedRead = [operation: Operation, file: string, answer: string, stamp?: string];

export interface ReadRecorder {
  /** Reads from the disk and records every operation. */
  disk: Disk;
  /** Everything that was recorded so far. */
  reads(): RecordedRead[];
}

/**
 * Records every operation on the disk with its answer; an error counts as an answer, too.
 * @param known values with functions that a configuration may hold, since the program itself brings them
 */
export function recordReads(disk: Disk, known: readonly unknown[] = []): ReadRecorder {
  const reads = new Map<string, RecordedRead>();
  const record = (operation: Operation, file: string, answer: string, stamp?: string): void =>
    void reads.set(
      `${operation} ${file}`,
      stamp ? [operation, file, answer, stamp] : [operation, file, answer],
    );
  const recordSync = <T>(
    operation: Operation,
    file: string,
    perform: () => T,
    toAnswer: (value: T) => string,
  ): T => {
    try {
      const value = perform();
      record(operation, file, toAnswer(value));
      return value;
    } catch (error) {
      record(operation, file, errorAnswer(error));
      throw error;
    }
  };
  const recordAsync = async <T>(
    operation: Operation,
    file: string,
    perform: () => Promise<T>,
    toAnswer: (value: T) => string | Promise<string>,
  ): Promise<T> => {
    // Taken before the file is read: a write during the reading changes the stamp.
    const stamp = operation === 'read' ? fileStamp(file) : undefined;
    try {
      const value = await perform();
      record(operation, file, await toAnswer(value), stamp);
      return value;
    } catch (error) {
      record(operation, file, errorAnswer(error));
      throw error;
    }
  };
  const sizeAnswer = ({ size }: { size: number }): string => String(size);
  return {
    reads: () => [...reads.values()],
    disk: {
      kind: (file) => recordSync('kind', file, () => disk.kind(file), String),
      list: (folder) => recordSync('list', folder, () => disk.list(folder), listingAnswer),
      realPath: (folder) => recordSync('realPath', folder, () => disk.realPath(folder), String),
      measure: (file) => recordAsync('size', file, () => disk.measure(file), sizeAnswer),
      read: (file) => recordAsync('read', file, () => disk.read(file), digestAnswer),
      readText: (file) => recordSync('text', file, () => disk.readText(file), String),
      committedThoughIgnored(repository) {
        // The stamp of the index tells whether git has to be asked again.
        const index = path.join(repository, '.git/index');
        const stamp = fileStamp(index);
        const names = disk.committedThoughIgnored(repository);
        record('committed', index, names.join('\0'), stamp);
        return names;
      },
      // The answer of git is recorded at each load.
      indexState: () => undefined,
      evaluate: (file) =>
        recordAsync(
          'evaluate',
          file,
          () => disk.evaluate(file),
          (value) => (holdsCode(value, known) ? UNREPEATABLE : jsonAnswer(value)),
        ),
    },
  };
}

/**
 * Repeats the recorded reads.
 * @returns the reads, with new stamps for files that were touched but not changed; undefined when an answer differs
 */
export async function refreshReads(
  reads: readonly RecordedRead[],
  disk: Disk,
): Promise<RecordedRead[] | undefined> {
  const fresh: RecordedRead[] = [];
  for (const read of reads) {
    const repeated = await repeatRead(read, disk);
    if (repeated[2] !== read[2]) return undefined;
    fresh.push(repeated);
  }
  return fresh;
}

async function repeatRead(read: RecordedRead, disk: Disk): Promise<RecordedRead> {
  const [operation, file, answer, stamp] = read;
  if (stamp !== undefined && stamp === fileStamp(file)) return read;
  try {
    switch (operation) {
      case 'kind':
        return [operation, file, String(disk.kind(file))];
      case 'list':
        return [operation, file, listingAnswer(disk.list(file))];
      case 'realPath':
        return [operation, file, disk.realPath(file)];
      case 'size':
        return [operation, file, String(statSync(file).size)];
      case 'text':
        return [operation, file, String(disk.readText(file))];
      case 'committed': {
        const newStamp = fileStamp(file);
        const names = disk.committedThoughIgnored(path.dirname(path.dirname(file))).join('\0');
        return newStamp ? [operation, file, names, newStamp] : [operation, file, names];
      }
      case 'evaluate':
        return [operation, file, jsonAnswer(await disk.evaluate(file))];
      case 'read': {
        const newStamp = fileStamp(file);
        const newAnswer = await digestAnswer(await disk.read(file));
        return newAnswer === answer && newStamp
          ? [operation, file, newAnswer, newStamp]
          : [operation, file, newAnswer];
      }
    }
  } catch (error) {
    return [operation, file, errorAnswer(error)];
  }
}

/** Clocks of file systems have a resolution of hundredths of a second, some of two seconds. */
const CLOCK_TOLERANCE_NS = 3_000_000_000n;

/** Changes when the file is written; undefined when the file does not exist or was written just now. */
function fileStamp(file: string): string | undefined {
  const info = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!info) return undefined;
  const now = BigInt(Date.now()) * 1_000_000n;
  const lastChange = info.mtimeNs > info.ctimeNs ? info.mtimeNs : info.ctimeNs;
  if (now - lastChange < CLOCK_TOLERANCE_NS) return undefined;
  return `${info.size} ${info.mtimeNs} ${info.ctimeNs} ${info.ino}`;
}

function listingAnswer(entries: ReturnType<Disk['list']>): string {
  return entries
    .map(({ name, kind }) => `${kind} ${name}`)
    .sort()
    .join('\0');
}

async function digestAnswer(bytes: Uint8Array): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('base64');
}

/** An answer that no later read equals. */
const UNREPEATABLE = '! code';

function jsonAnswer(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function errorAnswer(error: unknown): string {
  return `! ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
}
