/** Reads files as texts. What cannot be read is reported as a problem, not thrown. */
import { availableParallelism } from 'node:os';
import type { ReadProblem, SourceFile } from '../model/index.ts';
import type { Reading } from './options.ts';
import { displayPath, reasonOf } from './places.ts';

/** Larger files are reported and not read. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const READS_PER_CORE = 4;

/** Reads files in parallel and keeps the order of the paths. */
export async function readSources(
  paths: readonly string[],
  reading: Reading,
  problems: ReadProblem[],
): Promise<SourceFile[]> {
  const files: (SourceFile | undefined)[] = new Array(paths.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++)
      files[i] = await readSource(paths[i], reading, problems);
  };
  const workers = Math.min(paths.length, READS_PER_CORE * availableParallelism());
  await Promise.all(Array.from({ length: workers }, worker));
  return files.filter((file) => file !== undefined);
}

async function readSource(
  file: string,
  { cwd, disk, kept }: Reading,
  problems: ReadProblem[],
): Promise<SourceFile | undefined> {
  const name = displayPath(cwd, file);
  const fail = (message: string): undefined =>
    void problems.push({ path: name, kind: 'unreadable', message });
  try {
    const { size, state } = await disk.measure(file);
    const before = kept?.sources.get(file);
    if (before?.state === state) {
      problems.push(...before.problems);
      return before.source;
    }
    if (size > MAX_FILE_BYTES) return fail(`The file has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`);
    const own: ReadProblem[] = [];
    const source = { path: name, text: decode(await disk.read(file), name, own) };
    kept?.sources.set(file, { state, source, problems: own });
    problems.push(...own);
    return source;
  } catch (error) {
    return fail(`The file cannot be read (${reasonOf(error)}).`);
  }
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });
const lenientDecoder = new TextDecoder('utf-8');

function decode(bytes: Uint8Array, name: string, problems: ReadProblem[]): string {
  let text: string;
  let line: number | undefined;
  try {
    text = strictDecoder.decode(bytes);
  } catch {
    text = lenientDecoder.decode(bytes);
    line = lineOf(text, text.indexOf('\uFFFD'));
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    line = Math.min(line ?? Number.POSITIVE_INFINITY, lineOf(text, nul));
    text = text.replaceAll('\0', '\uFFFD');
  }
  if (line !== undefined) {
    problems.push({
      path: name,
      kind: 'replaced',
      line,
      message: 'The text holds bytes that are not UTF-8 or are NUL; they were replaced by U+FFFD.',
    });
  }
  return text;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length;
}
