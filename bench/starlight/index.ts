/** Compares our site with a Starlight site of the same documents, page by page: bytes, requests, blocking time. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { systemChromium } from '../../tests/helpers/browser.ts';
import { chromium } from 'playwright';
import { serveCompressed } from './serve.ts';
import { buildBoth, DOCUMENTS } from './sites.ts';

export interface Visit {
  bytes: Record<'html' | 'js' | 'css' | 'font' | 'image' | 'other', number>;
  total: number;
  requests: number;
  /** Lighthouse's total blocking time in milliseconds, with its own throttling. */
  blocking: number;
  shift: number;
  performance: number;
  accessibility: number;
}

export interface PageComparison {
  document: string;
  ours: Visit;
  starlight: Visit;
  lighter: { total: boolean; requests: boolean; blocking: boolean };
}

export interface StarlightReport {
  pages: PageComparison[];
  summary: {
    pages: number;
    lighterInBytes: number;
    lighterInRequests: number;
    noMoreBlocking: number;
    ours: Visit;
    starlight: Visit;
  };
}

/** @param runs visits of each page; the one with the least blocking time counts */
export async function benchStarlight(log: (line: string) => void, runs = 1): Promise<StarlightReport> {
  const folders = buildBoth(log);
  const [ours, theirs] = await Promise.all([folders.ours, folders.starlight].map(serveCompressed));
  try {
    const pages: PageComparison[] = [];
    log(`${'document'.padEnd(32)} ours: KB (html js css) requests blocking | Starlight: the same`);
    // The two sites take turns, so that other work of the machine slows both.
    const both = DOCUMENTS.flatMap((id) => [ours, theirs].map(({ url }) => `${url}spec/${id}/`));
    let own: Visit | undefined;
    for await (const visit of visits(both, runs)) {
      if (!own) {
        own = visit;
        continue;
      }
      const page = compare(DOCUMENTS[pages.length], own, visit);
      pages.push(page);
      log(`${page.document.padEnd(32)} ${inWords(own)} | ${inWords(visit)}`);
      own = undefined;
    }
    const summary = summarize(pages);
    log(
      `of ${summary.pages} pages lighter in bytes ${summary.lighterInBytes}, in requests ${summary.lighterInRequests}, with no more blocking time ${summary.noMoreBlocking}`,
    );
    return { pages, summary };
  } finally {
    ours.close();
    theirs.close();
  }
}

async function* visits(urls: readonly string[], runs: number): AsyncGenerator<Visit> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'measure.mjs'), String(runs), ...urls],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CHROME_PATH: systemChromium() ?? chromium.executablePath() },
    },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Visit;
  const status = await ended;
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}`);
}

function compare(document: string, ours: Visit, starlight: Visit): PageComparison {
  return {
    document,
    ours,
    starlight,
    lighter: {
      total: ours.total < starlight.total,
      requests: ours.requests < starlight.requests,
      blocking: ours.blocking <= starlight.blocking,
    },
  };
}

function summarize(pages: readonly PageComparison[]): StarlightReport['summary'] {
  const count = (key: keyof PageComparison['lighter']): number =>
    pages.filter(({ lighter }) => lighter[key]).length;
  return {
    pages: pages.length,
    lighterInBytes: count('total'),
    lighterInRequests: count('requests'),
    noMoreBlocking: count('blocking'),
    ours: mean(pages.map(({ ours }) => ours)),
    starlight: mean(pages.map(({ starlight }) => starlight)),
  };
}

function mean(all: readonly Visit[]): Visit {
  const of = (value: (visit: Visit) => number): number =>
    Number((all.reduce((sum, visit) => sum + value(visit), 0) / all.length).toFixed(3));
  const bytes = Object.fromEntries(
    Object.keys(all[0].bytes).map((type) => [type, of((visit) => visit.bytes[type as keyof Visit['bytes']])]),
  ) as Visit['bytes'];
  return {
    bytes,
    total: of(({ total }) => total),
    requests: of(({ requests }) => requests),
    blocking: of(({ blocking }) => blocking),
    shift: of(({ shift }) => shift),
    performance: of(({ performance }) => performance),
    accessibility: of(({ accessibility }) => accessibility),
  };
}

function inWords({ total, bytes, requests, blocking, performance, accessibility, shift }: Visit): string {
  const kb = (value: number): string => (value / 1000).toFixed(1);
  return `${kb(total)} (${kb(bytes.html)} ${kb(bytes.js)} ${kb(bytes.css)}) ${requests} req ${blocking.toFixed(0)} ms, CLS ${shift.toFixed(3)}, ${performance}/${accessibility}`;
}
