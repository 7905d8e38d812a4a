/** The time of one keystroke in the search, against a plain scan of the same text; each is the best of three runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createReader } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { createMatcher } from '../../src/client/search/matcher.ts';
import { createTextSearch } from '../../src/client/search/text-search.ts';
import type { WordIndex } from '../../src/payloads/word-index.ts';
import { urls } from '../../src/site/urls.ts';
import { searchIndex } from '../../src/site/search/search-index.ts';
import { searchTexts, searchWords } from '../../src/site/search/search-texts.ts';
import { QUERIES, TEXT_QUERIES, UNSEEN } from '../../tests/client/search/search-queries.ts';
import { median, runNode } from '../process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FRAME_MS = 1000 / 60;
const MAX_PREPARING_MS = 50;
const MAX_BYTES = 120_000;
const PREPARATIONS = 7;

export interface SearchReport {
  keystrokes: number;
  milliseconds: Spread;
  plainScan: Spread;
  /** Median against median, and the 95th percentiles against each other. */
  ratio: Spread;
  frame: number;
  /** Milliseconds of work until names and texts can be searched. */
  preparing: number;
  gzipBytes: { names: number; words: number };
  met: boolean;
}

interface Spread {
  median: number;
  p95: number;
}

/** @param log prints the result in words */
export async function benchSearch(log: (line: string) => void): Promise<SearchReport> {
  const project = await loadProject('spec', { cwd: ROOT });
  const graph = createReader(project.config).read(project.corpus);
  const [index, words] = [searchIndex(graph), JSON.stringify(searchWords(graph))];
  const files = new Map(graph.documents.map((facts) => [urls.searchText(facts.id), searchTexts(facts)]));
  const matcher = createMatcher(index);
  const texts = createTextSearch(JSON.parse(words) as WordIndex, {
    load: (file) => Promise.resolve(files.get(file)!),
    onArrival: () => undefined,
  });
  matcher.addTexts(texts);
  const preparing = timeToPrepare(JSON.stringify(index), words);
  for (const own of files.values()) for (const url of Object.keys(own)) texts.excerpt(url, '', true);
  await new Promise((resolve) => setTimeout(resolve));
  const all = [
    ...index.entries.map((entry) => entry.slice(1).join(' ')),
    ...[...files.values()].flatMap((own) => Object.values(own)),
  ].map((text) => text.toLowerCase());
  const typed = [...QUERIES, ...TEXT_QUERIES, ...UNSEEN].flatMap(({ query }) =>
    Array.from(query, (_, i) => query.slice(0, i + 1)),
  );
  const search = (query: string): unknown => matcher.find(query);
  const scan = (query: string): unknown => all.filter((text) => text.includes(query.toLowerCase()));
  for (const query of typed.slice(0, 200)) [search, scan].forEach((find) => find(query));
  // Both are measured in turn for each letter, so that other work of the machine slows both.
  const times = typed.map((query) => [search, scan].map((find) => bestOf(3, () => find(query))));
  const [milliseconds, plainScan] = [0, 1].map((column) => spreadOf(times.map((both) => both[column])));
  const report = {
    keystrokes: typed.length,
    milliseconds,
    plainScan,
    ratio: { median: milliseconds.median / plainScan.median, p95: milliseconds.p95 / plainScan.p95 },
    frame: FRAME_MS,
    preparing,
    gzipBytes: { names: gzipped(index), words: gzipped(JSON.parse(words)) },
    met: false,
  };
  const bytes = report.gzipBytes.names + report.gzipBytes.words;
  report.met = milliseconds.p95 <= FRAME_MS && preparing <= MAX_PREPARING_MS && bytes <= MAX_BYTES;
  const show = ({ median: middle, p95 }: Spread): string => `${middle.toFixed(2)} (95 %: ${p95.toFixed(2)})`;
  log(
    `${report.met ? 'met   ' : 'missed'} search: ${show(milliseconds)} ms a keystroke over ${typed.length}, plain scan ${show(plainScan)} ms, ratio ${show(report.ratio)} (within a frame of ${FRAME_MS.toFixed(1)} ms)`,
  );
  log(
    `       prepared in ${preparing.toFixed(0)} ms (at most ${MAX_PREPARING_MS}); gzip ${report.gzipBytes.names} bytes of names and ${report.gzipBytes.words} of words (together at most ${MAX_BYTES})`,
  );
  return report;
}

/** Milliseconds of the fastest of several processes, the one with the least disturbance by other programs. */
function timeToPrepare(names: string, words: string): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
  try {
    const files = ['names.json', 'words.json'].map((name) => path.join(folder, name));
    [names, words].forEach((text, i) => writeFileSync(files[i], text));
    const prepare = [path.join(import.meta.dirname, 'prepare.ts'), ...files];
    return Math.min(...Array.from({ length: PREPARATIONS }, () => Number(runNode(prepare, ROOT).stdout)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of the fastest run, the one with the least disturbance by other programs. */
function bestOf(runs: number, work: () => unknown): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const before = performance.now();
      work();
      return performance.now() - before;
    }),
  );
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: median([...values]), p95: sorted[Math.floor(sorted.length * 0.95)] };
}

function gzipped(value: unknown): number {
  return gzipSync(JSON.stringify(value), { level: 9 }).length;
}
