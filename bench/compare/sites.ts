/** Our site against Starlight and VitePress: time of a build, and what a reader of a document loads. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright';
import { LAUNCH_ARGS, systemChromium } from '../../tests/helpers/browser.ts';
import { serveCompressed } from '../starlight/serve.ts';
import { buildOurs, buildStarlight, DOCUMENTS, prepareStarlight } from '../starlight/sites.ts';
import { median } from '../process.ts';
import { PEERS } from './peers.ts';
import { duration, timesOurs, type Row } from './row.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Pages of VitePress import Vue, which must be found in a folder above them. */
const VITEPRESS = path.join(PEERS, '.cache/vitepress');

interface Site {
  name: string;
  build(): string;
}

/** @param runs builds of each site; they take turns, so that other work of the machine slows all */
export async function compareSites(runs: number, log: (line: string) => void): Promise<Row[]> {
  prepareStarlight(log);
  writeVitepress();
  const sites: Site[] = [
    { name: 'ours', build: buildOurs },
    { name: 'Starlight', build: buildStarlight },
    { name: 'VitePress', build: buildVitepress },
  ];
  const times = new Map(sites.map(({ name }) => [name, [] as number[]]));
  const folders = new Map<string, string>();
  for (let run = 0; run < runs; run++)
    for (const { name, build } of sites) {
      const started = performance.now();
      folders.set(name, build());
      times.get(name)!.push(performance.now() - started);
      log(`${name}: built in ${duration(performance.now() - started)}`);
    }
  const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
  try {
    const weights = new Map<string, Weight>();
    for (const [name, folder] of folders) weights.set(name, await weightOf(folder, browser));
    const [own, ...others] = sites.map(({ name }) => ({
      name,
      time: median(times.get(name)!),
      ...weights.get(name)!,
    }));
    const list = (shown: (site: typeof own) => string): string =>
      others.map((site) => `${site.name} ${shown(site)}`).join('; ');
    const command = 'npm run compare -- sites';
    const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;
    return [
      {
        what: `build of the site of ${DOCUMENTS.length} documents`,
        ours: `${duration(own.time)}, with pages of variables, rules and the graph`,
        others: list(({ time }) => timesOurs(time, own.time, duration(time))),
        command,
      },
      {
        what: 'a document in the browser, compressed, mean',
        ours: `${kilobytes(own.bytes)}, ${own.requests.toFixed(0)} requests`,
        others: list(
          ({ bytes, requests }) =>
            `${timesOurs(bytes, own.bytes, kilobytes(bytes))}, ${requests.toFixed(0)} requests`,
        ),
        command,
      },
      {
        what: 'of it the HTML',
        ours: kilobytes(own.html),
        others: list(({ html }) => timesOurs(html, own.html, kilobytes(html))),
        command,
      },
    ];
  } finally {
    await browser.close();
  }
}

interface Weight {
  /** Means of a page: bytes as they are transferred, compressed. */
  bytes: number;
  html: number;
  requests: number;
}

async function weightOf(folder: string, browser: Browser): Promise<Weight> {
  const server = await serveCompressed(folder);
  const sum = { bytes: 0, html: 0, requests: 0 };
  try {
    for (const id of DOCUMENTS) {
      // A new context has an empty cache.
      const context = await browser.newContext();
      const page = await context.newPage();
      const responses: Promise<void>[] = [];
      page.on('response', (response) => {
        sum.requests++;
        responses.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => {
              sum.bytes += responseBodySize;
              if (response.request().resourceType() === 'document') sum.html += responseBodySize;
            }),
        );
      });
      await page.goto(`${server.url}spec/${id}/`, { waitUntil: 'networkidle' });
      await Promise.all(responses);
      await context.close();
    }
  } finally {
    server.close();
  }
  const { length } = DOCUMENTS;
  return { bytes: sum.bytes / length, html: sum.html / length, requests: sum.requests / length };
}

/** VitePress reads Markdown as templates of Vue: braces and tags in the documents must be texts for it. */
function writeVitepress(): void {
  rmSync(VITEPRESS, { recursive: true, force: true });
  for (const id of DOCUMENTS) {
    const folder = path.join(VITEPRESS, 'spec', id);
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(path.join(ROOT, 'spec', `${id}.md`), 'utf8').replaceAll(
      /\]\((?!https?:)([\w-]+)\.md(#[^)]*)?\)/g,
      '](/spec/$1/$2)',
    );
    writeFileSync(path.join(folder, 'index.md'), `::: v-pre\n\n${text}\n\n:::\n`);
  }
  mkdirSync(path.join(VITEPRESS, '.vitepress'), { recursive: true });
  const items = DOCUMENTS.map((id) => ({ text: id, link: `/spec/${id}/` }));
  writeFileSync(
    path.join(VITEPRESS, '.vitepress/config.mjs'),
    `export default ${JSON.stringify({
      title: 'Flower on OpenNebula',
      ignoreDeadLinks: true,
      markdown: { html: false },
      themeConfig: { search: { provider: 'local' }, sidebar: items, outline: 'deep' },
    })};\n`,
  );
}

function buildVitepress(): string {
  const program = path.join(PEERS, 'node_modules/vitepress/bin/vitepress.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build', VITEPRESS], {
    cwd: PEERS,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`VitePress failed:\n${stdout}\n${stderr}`.slice(-4000));
  return path.join(VITEPRESS, '.vitepress/dist');
}
