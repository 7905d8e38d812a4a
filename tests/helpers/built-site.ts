/** The built site that browser tests and screenshots look at. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** What a build is made from. */
const SOURCES = ['src', 'spec', 'public', 'astro.config.mjs', 'package.json'];

/** The folder of the built site; it is built first where it is missing or older than its sources. */
export function builtSite(): string {
  // A site built elsewhere is taken as it stands.
  if (process.env.SITE_DIST) return path.resolve(ROOT, process.env.SITE_DIST);
  const dist = path.join(ROOT, 'dist');
  if (isStale(dist)) buildSite(dist);
  return dist;
}

/** Builds the site into a folder. @throws when the build fails, with what it said */
export function buildSite(outDir: string, env: Record<string, string> = {}): void {
  const { status, stdout, stderr } = spawnSync('astro', ['build', '--outDir', outDir], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: `${path.join(ROOT, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
      ...env,
    },
  });
  if (status !== 0) throw new Error(`astro build failed:\n${stdout}\n${stderr}`.slice(-4000));
}

function isStale(dist: string): boolean {
  const page = path.join(dist, 'index.html');
  return (
    !existsSync(page) || SOURCES.some((source) => newest(path.join(ROOT, source)) > statSync(page).mtimeMs)
  );
}

function newest(file: string): number {
  const info = statSync(file);
  return info.isDirectory()
    ? Math.max(info.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : info.mtimeMs;
}

/** Every page of a built site as a path below its base: "", "spec/14-…/", "404.html". */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** One page of each type: the ones that differ in what they show. Types that a build lacks are missed loudly by its tests. */
export const PAGE_TYPES: Record<string, string> = {
  home: '',
  about: 'about/',
  guide: 'guide/',
  document: 'spec/14-edge-and-auto-scaling/',
  'document with wide tables': 'spec/03-contextualization-reference/',
  variables: 'variables/',
  variable: 'variables/FL_EDGE_BACKOFF/',
  builder: 'variables/builder/',
  'boot sequences': 'boot/',
  phases: 'phases/',
  phase: 'phases/9/',
  requirements: 'requirements/',
  attributes: 'attributes/',
  integrity: 'integrity/',
  rule: 'integrity/rules/broken-section/',
  graph: 'graph/',
  'not found': '404.html',
};

/** Text of a file of the built site. */
export function builtText(dist: string, file: string): string {
  return readFileSync(path.join(dist, file), 'utf8');
}
