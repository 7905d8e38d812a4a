/** The built site, for browser tests, screenshots and the PDF. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');
/** The path of the server below which the built site stands: "/", or "/specs/flower/". */
export const BASE = `/${process.env.BASE_PATH ?? ''}/`.replace(/\/{2,}/g, '/');
/** The files and folders that a build reads. */
const SOURCES = ['src', 'spec', 'public', 'astro.config.mjs', 'package.json'];

/** @returns the folder of the built site, which is built first where it is missing or older than its sources */
export function builtSite(): string {
  // A site that was built elsewhere is used as it is.
  if (process.env.SITE_DIST) return path.resolve(ROOT, process.env.SITE_DIST);
  const dist = path.join(ROOT, 'dist');
  if (isStale(dist)) buildSite(dist);
  return dist;
}

/** Builds the site into a folder. @throws with the output of the build when it fails */
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

/** @returns every page of a built site, as a path below its base: "", "spec/14-…/", "404.html" */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** One page of each type. A test of a type that a build lacks fails. */
export const PAGE_TYPES: Record<string, string> = {
  home: '',
  about: 'about/',
  guide: 'guide/',
  'wide table of the guide': 'guide/comparison/',
  overview: 'spec/00-overview/',
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
  kinds: 'kinds/',
  kind: 'kinds/metric/',
  thing: 'kinds/metric/fl_round_current/',
  integrity: 'integrity/',
  rule: 'integrity/rules/broken-section/',
  graph: 'graph/',
  'not found': '404.html',
};

/**
 * The pages that axe examines: one of each type. For long documents it takes up to half a minute, and they have no
 * element that the overview lacks.
 */
export const PAGES_FOR_AXE: ReadonlySet<string> = new Set(
  Object.entries(PAGE_TYPES)
    .filter(([type]) => !type.startsWith('document'))
    .map(([, path]) => path),
);

/** @returns the text of a file of the built site */
export function builtText(dist: string, file: string): string {
  return readFileSync(path.join(dist, file), 'utf8');
}
