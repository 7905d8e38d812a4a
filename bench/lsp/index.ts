/**
 * The time from a key in an editor until the diagnostics of the document, with the real language server over its streams.
 * These have the findings of all rules that need one document. Rules that compare documents run when typing pauses.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connectLspClient, type LspClient } from '../../tests/helpers/lsp-client.ts';
import { copySpec, folderOfCopy } from '../copies.ts';
import { median } from '../process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** The smallest, the newest and the largest document. */
const DOCUMENTS = ['06-ml-framework-variants', '14-edge-and-auto-scaling', '03-contextualization-reference'];
/** What is typed, a key at a time: prose, a name and a reference that is broken until its last key. */
const TYPED = 'The client waits as Section 6 of spec/14 says, see FL_EDGE_BACKOFF.';
/** What is typed at the end of a heading, which other documents refer to. */
const TYPED_IN_HEADING = ' and what follows from it';
/** Keys before the measured ones. */
const WARM_UP_KEYS = 15;
/** Pause between a key and the next one. A quick typist makes one of 100 ms. */
const PAUSE_MS = 30;

/** The server is asked so often while it checks the whole set, at this interval. */
const QUESTIONS = 40;
const BETWEEN_QUESTIONS_MS = 50;
/** Typing has paused for so long when the check of the whole set begins. */
const QUIET_MS = 500;

interface TypingFigures {
  documents: number;
  document: string;
  /** Where the keys are typed. */
  in: 'prose' | 'heading';
  keys: number;
  /** Milliseconds from a key to the diagnostics. */
  median: number;
  p95: number;
  max: number;
}

interface SetFigures {
  documents: number;
  /** Milliseconds from the start of the process to the first diagnostics. */
  start: number;
  /** Milliseconds, over the keys in all documents. */
  median: number;
  goal: string;
  met: boolean;
  /** Milliseconds from a question to its answer while the whole set is checked. */
  answer: { median: number; max: number };
  /** Milliseconds from "shutdown" to the end of the process, in the middle of a check of the whole set. */
  end: number;
  typing: TypingFigures[];
}

/** @param log prints a line for each document */
export async function benchLsp(log: (line: string) => void): Promise<object> {
  const work = mkdtempSync(path.join(tmpdir(), 'specgraph-bench-lsp-'));
  try {
    copySpec(work, 100);
    const results = [
      await measureSet(ROOT, 'spec', 15, 50, log),
      await measureSet(work, folderOfCopy(50), 1500, 200, log),
    ];
    return {
      machine: {
        node: process.version,
        cpu: cpus()[0]?.model,
        cores: availableParallelism(),
        load: loadavg().map(round),
      },
      results,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param root the folder that the editor opens
 * @param folder of the edited documents, relative to `root`
 */
async function measureSet(
  root: string,
  folder: string,
  documents: number,
  goalMs: number,
  log: (line: string) => void,
): Promise<SetFigures> {
  const started = performance.now();
  const client = await connectLspClient(root);
  const typing: TypingFigures[] = [];
  const all: number[] = [];
  let start = Number.NaN;
  let last = '';
  for (const document of DOCUMENTS) {
    const file = path.join(folder, `${document}.md`);
    const text = readFileSync(path.join(root, file), 'utf8');
    await client.open(file, text);
    await client.diagnostics(file);
    if (Number.isNaN(start)) start = round(performance.now() - started);
    const times = await type(client, file, text);
    for (const where of ['prose', 'heading'] as const) {
      const own = figures(times[where]);
      all.push(...times[where]);
      typing.push({ documents, document, in: where, keys: times[where].length, ...own });
      log(
        `${documents} documents, ${where} of ${document}: ${own.median} ms (95 %: ${own.p95}, most: ${own.max})`,
      );
    }
    last = file;
  }
  await setTimeout(QUIET_MS);
  const answers = await ask(client, last);
  await client.connection.sendNotification('textDocument/didSave', {
    textDocument: { uri: client.uri(last) },
  });
  await setTimeout(QUIET_MS);
  const ending = performance.now();
  await client.end();
  const end = round(performance.now() - ending);
  const answer = { median: round(median(answers)), max: round(Math.max(...answers)) };
  log(
    `${documents} documents, during a check: answers after ${answer.median} ms (most: ${answer.max}), ends after ${end} ms`,
  );
  const whole = round(median(all));
  log(
    `${whole < goalMs ? 'met' : 'missed'}: ${documents} documents, ${whole} ms, first diagnostics after ${start} ms`,
  );
  return {
    documents,
    start,
    median: whole,
    goal: `under ${goalMs} ms`,
    met: whole < goalMs,
    answer,
    end,
    typing,
  };
}

/** Types a sentence before the third section, then in its heading. Returns the milliseconds of each key after the first. */
async function type(
  client: LspClient,
  file: string,
  text: string,
): Promise<Record<TypingFigures['in'], number[]>> {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.startsWith('## 3. '));
  if (line < 0) throw new Error(`${file} has no third section`);
  let version = 1;
  const press = async (key: string, position: { line: number; character: number }): Promise<number> => {
    const started = performance.now();
    version++;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri(file), version },
      contentChanges: [{ range: { start: position, end: position }, text: key }],
    });
    await client.diagnostics(file, version);
    const time = performance.now() - started;
    await setTimeout(PAUSE_MS);
    return time;
  };
  // The first key makes the empty lines that the sentence is typed into.
  await press('\n\n', { line, character: 0 });
  const prose: number[] = [];
  for (const [character, key] of [...TYPED].entries()) prose.push(await press(key, { line, character }));
  const heading: number[] = [];
  const end = lines[line].length;
  for (const [i, key] of [...TYPED_IN_HEADING].entries())
    heading.push(await press(key, { line: line + 2, character: end + i }));
  return { prose: prose.slice(WARM_UP_KEYS), heading };
}

/** Asks for the foldable parts of a document again and again. Returns the milliseconds of each answer. */
async function ask(client: LspClient, file: string): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < QUESTIONS; i++) {
    const started = performance.now();
    await client.request('textDocument/foldingRange', { textDocument: { uri: client.uri(file) } });
    times.push(performance.now() - started);
    await setTimeout(BETWEEN_QUESTIONS_MS);
  }
  return times;
}

function figures(numbers: readonly number[]): Pick<TypingFigures, 'median' | 'p95' | 'max'> {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    median: round(median(sorted)),
    p95: round(sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN),
    max: round(sorted.at(-1) ?? Number.NaN),
  };
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
