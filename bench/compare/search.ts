/** The search against MiniSearch and Pagefind: the same queries, and which share finds the wanted result. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright';
import { createReader } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { searchIndex } from '../../src/site/search/search-index.ts';
import { searchTexts } from '../../src/site/search/search-texts.ts';
import { QUERIES, TEXT_QUERIES, UNSEEN, type Wanted } from '../../tests/client/search/search-queries.ts';
import { builtSite } from '../../tests/helpers/built-site.ts';
import { LAUNCH_ARGS, systemChromium } from '../../tests/helpers/browser.ts';
import { matcherOf } from '../../tests/helpers/search-matcher.ts';
import { serveFolder } from '../../tests/helpers/serve-folder.ts';
import { median } from '../process.ts';
import { PEERS } from './peers.ts';
import { duration, timesOurs, type Row } from './row.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ALL: readonly Wanted[] = [...QUERIES, ...TEXT_QUERIES, ...UNSEEN];

interface Measured {
  /** Titles of the results of each query, best first. */
  titles: string[][];
  milliseconds: number[];
}

export async function compareSearch(log: (line: string) => void): Promise<Row[]> {
  const { config, corpus } = await loadProject('spec', { cwd: ROOT });
  const graph = createReader(config).read(corpus);
  const { entries } = searchIndex(graph);
  const matcher = await matcherOf(graph);
  const texts = new Map(graph.documents.flatMap((facts) => Object.entries(searchTexts(facts))));
  const own = timed((query) =>
    matcher.find(query).flatMap(({ matches }) => matches.map(({ title }) => title)),
  );
  log('ours is measured');
  const { default: MiniSearch } = (await import(
    createRequire(path.join(PEERS, 'package.json')).resolve('minisearch')
  )) as { default: new (options: object) => MiniSearchIndex };
  const mini = new MiniSearch({ fields: ['title', 'more', 'text'], storeFields: ['title'] });
  mini.addAll(
    entries.map(([, title, url, context, number, more], id) => ({
      id,
      title: number ? `${number} ${title}` : title,
      more: `${context} ${more ?? ''}`,
      text: texts.get(url) ?? '',
    })),
  );
  // The settings that its documentation recommends for typing errors and beginnings of words.
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 3 } };
  const titleOf = new Map(entries.map(([, title], id) => [id, title]));
  const minisearch = timed((query) => mini.search(query, options).map(({ id }) => titleOf.get(id)!));
  log('MiniSearch is measured');
  const pagefind = await measurePagefind();
  const peers = [
    { name: 'MiniSearch', ...minisearch },
    { name: 'Pagefind', ...pagefind },
  ];
  const command = 'npm run compare -- search';
  const share = (count: number): Row => ({
    what: `queries whose wanted result is ${count === 1 ? 'first' : `among the first ${count}`} (${ALL.length}, of them ${UNSEEN.length} that ours was not tuned for)`,
    ours: percent(own, count),
    others: peers.map((peer) => `${peer.name} ${percent(peer, count)}`).join('; '),
    command,
  });
  const time = median(own.milliseconds);
  return [
    share(1),
    share(3),
    {
      what: 'time of a query, median',
      ours: duration(time),
      others: peers
        .map((peer) => {
          const theirs = median(peer.milliseconds);
          return `${peer.name} ${timesOurs(theirs, time, duration(theirs))}`;
        })
        .join('; '),
      command,
    },
  ];
}

interface MiniSearchIndex {
  addAll(documents: object[]): void;
  search(query: string, options: object): { id: number }[];
}

function timed(find: (query: string) => string[]): Measured {
  for (const { query } of ALL) find(query);
  const milliseconds: number[] = [];
  const titles = ALL.map(({ query }) => {
    const started = performance.now();
    const found = find(query);
    milliseconds.push(performance.now() - started);
    return found;
  });
  return { titles, milliseconds };
}

/** In a browser, as it is made for: a query fetches the part of the index that it needs, and the results. */
async function measurePagefind(): Promise<Measured> {
  const folder = path.join(ROOT, '.cache/pagefind');
  rmSync(folder, { recursive: true, force: true });
  cpSync(builtSite(), folder, { recursive: true });
  const program = path.join(PEERS, 'node_modules/pagefind/lib/runner/bin.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--site', folder], {
    encoding: 'utf8',
  });
  if (status !== 0 || !existsSync(path.join(folder, 'pagefind/pagefind.js')))
    throw new Error(`Pagefind failed:\n${stdout}\n${stderr}`);
  const server = await serveFolder(folder);
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  try {
    const page = await browser.newPage({ bypassCSP: true });
    await page.goto(server.url);
    return await page.evaluate(
      async ({ module, queries }) => {
        const pagefind = (await import(module)) as PagefindModule;
        await pagefind.init?.();
        const measured: Measured = { titles: [], milliseconds: [] };
        for (const query of queries) {
          const started = performance.now();
          const { results } = await pagefind.search(query);
          const data = await Promise.all(results.slice(0, 3).map((result) => result.data()));
          measured.milliseconds.push(performance.now() - started);
          // The best part of each page, where it has parts: a page names itself as a part, too.
          measured.titles.push(data.map(({ meta, sub_results: [best] }) => best?.title ?? meta.title ?? ''));
        }
        return measured;
      },
      { module: `${server.url}pagefind/pagefind.js`, queries: ALL.map(({ query }) => query) },
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

interface PagefindModule {
  init?(): Promise<void>;
  search(query: string): Promise<{
    results: { data(): Promise<{ meta: { title?: string }; sub_results: { title: string }[] }> }[];
  }>;
}

/** The document that a result must be in is not compared: the others do not know numbers of documents. */
function percent({ titles }: Measured, count: number): string {
  const found = ALL.filter(({ first }, i) => {
    const wanted = plain(first.replace(/^spec\/\d+ (?=.)/, ''));
    return titles[i].slice(0, count).some((title) => plain(title).startsWith(wanted));
  });
  return `${((100 * found.length) / ALL.length).toFixed(0)} %`;
}

/** Headings on pages end with the sign of their link. */
function plain(title: string): string {
  return title
    .replace(/#?\s*$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
