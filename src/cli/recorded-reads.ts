/**
 * What a program has asked of the file system, with the answers, and whether the answers are still the same: a
 * verifying trace (Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte, 2018). A file whose size, times and
 * inode are unchanged is not read again, as in git's index; one that was written within moments of the reading is,
 * since a second write in the same tick of the clock would leave no mark.
 */
import { statSync } from 'node:fs';
import type { Disk } from '#specgraph/disk';

type Question = 'kind' | 'list' | 'realPath' | 'size' | 'read' | 'evaluate';

/** A question, the path it was asked of, the answer as text; for a file that was read its mark as well. */
export type Seen = [question: Question, file: string, answer: string, mark?: string];

export interface Traced {
  disk: Disk;
  /** What has been asked so far. */
  seen(): Seen[];
}

/** Passes questions on and notes the answers; a refusal is an answer, too. */
export function traced(disk: Disk): Traced {
  const notes = new Map<string, Seen>();
  const note = (question: Question, file: string, answer: string, mark?: string): void =>
    void notes.set(`${question} ${file}`, mark ? [question, file, answer, mark] : [question, file, answer]);
  const asked = <T>(question: Question, file: string, ask: () => T, words: (value: T) => string): T => {
    try {
      const value = ask();
      note(question, file, words(value));
      return value;
    } catch (error) {
      note(question, file, refusal(error));
      throw error;
    }
  };
  const awaited = async <T>(
    question: Question,
    file: string,
    ask: () => Promise<T>,
    words: (value: T) => string | Promise<string>,
  ): Promise<T> => {
    // Before it is read: what is written meanwhile has another mark.
    const mark = question === 'read' ? markOf(file) : undefined;
    try {
      const value = await ask();
      note(question, file, await words(value), mark);
      return value;
    } catch (error) {
      note(question, file, refusal(error));
      throw error;
    }
  };
  return {
    seen: () => [...notes.values()],
    disk: {
      kind: (file) => asked('kind', file, () => disk.kind(file), String),
      list: (folder) => asked('list', folder, () => disk.list(folder), listing),
      realPath: (folder) => asked('realPath', folder, () => disk.realPath(folder), String),
      measure: (file) =>
        awaited(
          'size',
          file,
          () => disk.measure(file),
          ({ size }) => String(size),
        ),
      read: (file) => awaited('read', file, () => disk.read(file), digest),
      evaluate: (file) => awaited('evaluate', file, () => disk.evaluate(file), json),
    },
  };
}

/**
 * Asks everything again.
 * @returns the notes, with new marks of files that were only touched; undefined as soon as an answer differs
 */
export async function stillTrue(seen: readonly Seen[], disk: Disk): Promise<Seen[] | undefined> {
  const fresh: Seen[] = [];
  for (const note of seen) {
    const again = await askAgain(note, disk);
    if (again[2] !== note[2]) return undefined;
    fresh.push(again);
  }
  return fresh;
}

async function askAgain(note: Seen, disk: Disk): Promise<Seen> {
  const [question, file, answer, mark] = note;
  if (mark !== undefined && mark === markOf(file)) return note;
  try {
    switch (question) {
      case 'kind':
        return [question, file, String(disk.kind(file))];
      case 'list':
        return [question, file, listing(disk.list(file))];
      case 'realPath':
        return [question, file, disk.realPath(file)];
      case 'size':
        return [question, file, String(statSync(file).size)];
      case 'evaluate':
        return [question, file, json(await disk.evaluate(file))];
      case 'read': {
        const fresh = markOf(file);
        const again = await digest(await disk.read(file));
        return again === answer && fresh ? [question, file, again, fresh] : [question, file, again];
      }
    }
  } catch (error) {
    return [question, file, refusal(error)];
  }
}

/** A moment, in nanoseconds: clocks of file systems tick in hundredths of a second, some in two seconds. */
const MOMENT = 3_000_000_000n;

/** What changes when a file is written; undefined where it was written only just now, or is not there. */
export function markOf(file: string): string | undefined {
  const info = statSync(file, { bigint: true, throwIfNoEntry: false });
  if (!info) return undefined;
  const now = BigInt(Date.now()) * 1_000_000n;
  const last = info.mtimeNs > info.ctimeNs ? info.mtimeNs : info.ctimeNs;
  return now - last < MOMENT ? undefined : `${info.size} ${info.mtimeNs} ${info.ctimeNs} ${info.ino}`;
}

function listing(entries: ReturnType<Disk['list']>): string {
  return entries
    .map(({ name, kind }) => `${kind} ${name}`)
    .sort()
    .join('\0');
}

async function digest(bytes: Uint8Array): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('base64');
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function refusal(error: unknown): string {
  return `! ${(error as NodeJS.ErrnoException).code ?? String(error)}`;
}
