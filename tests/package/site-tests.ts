/** Tests of the site of specifications that are not ours: both examples, built by the package as it is installed. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { htmlToHast } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../helpers/built-site.ts';
import { installPackage } from '../helpers/installed-package.ts';

const LIMIT_MS = 240_000;
const EXAMPLES = ['wire', 'handbook'] as const;
type Example = (typeof EXAMPLES)[number];

/** The packages of the site; whoever only checks installs none of them. */
const SITE_PACKAGES = Object.keys(
  (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { peerDependencies: object })
    .peerDependencies,
);

let project: string;
const inSite = (example: Example, file: string): string => path.join(project, `${example}-site`, file);
const page = (example: Example, file: string): string => readFileSync(inSite(example, file), 'utf8');

/** Runs the program of the installed package; the examples are built at the same time. */
function runSite(...args: string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const program = path.join(project, 'node_modules/specgraph/lib/cli/bin.js');
    const child = spawn(process.execPath, [program, 'site', ...args], {
      cwd: project,
      env: { ...process.env, NO_COLOR: '1', SITE_URL: '', BASE_PATH: '', ASTRO_TELEMETRY_DISABLED: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (status) => resolve({ status, output }));
  });
}

/** The ids of a page, in order. */
function idsOf(html: string): string[] {
  const ids: string[] = [];
  const visit = (node: { properties?: Record<string, unknown>; children?: unknown[] }): void => {
    if (typeof node.properties?.id === 'string') ids.push(node.properties.id);
    for (const child of node.children ?? []) visit(child as never);
  };
  visit(htmlToHast(html) as never);
  return ids;
}

/** @param tarball gives the path of the packed package, once it is packed */
export function siteTests(tarball: () => string): void {
  beforeAll(async () => {
    project = installPackage(tarball(), SITE_PACKAGES);
    mkdirSync(path.join(project, '.git'));
    for (const example of EXAMPLES)
      cpSync(path.join(ROOT, 'tests/examples', example), path.join(project, example), { recursive: true });
    const results = await Promise.all(
      EXAMPLES.map((example) => runSite('build', example, '--out', `${example}-site`)),
    );
    for (const { status, output } of results) expect(status, output).toBe(0);
  }, LIMIT_MS);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  describe.each(EXAMPLES)('the site of %s', (example) => {
    test('says nothing of the specification of this repository', () => {
      const words = /flower|opennebula|appliance|superlink|supernode|FL_[A-Z]/i;
      const texts = globSync('**/*.{html,json,txt,webmanifest,xml,css}', { cwd: inSite(example, '') });
      expect(texts.length).toBeGreaterThan(20);
      // The pages of rules that only a profile has are not there, either.
      expect(texts.filter((file) => words.test(page(example, file)))).toEqual([]);
    });

    test('has no pages without content', () => {
      for (const folder of ['variables', 'phases', 'requirements', 'attributes', 'boot', 'guide'])
        expect(existsSync(inSite(example, folder)), folder).toBe(false);
    });

    test('has no id twice on a page', () => {
      for (const file of globSync('**/*.html', { cwd: inSite(example, '') })) {
        const ids = idsOf(page(example, file));
        expect(
          ids.filter((id, i) => ids.indexOf(id) !== i),
          file,
        ).toEqual([]);
      }
    });
  });

  describe('a numbered suite', () => {
    test('is called by its own name and has a page for each thing of its kinds', () => {
      expect(page('wire', 'index.html')).toContain('<title>WIRE</title>');
      expect(page('wire', 'kinds/message/HELLO/index.html')).toContain('the caller');
      expect(page('wire', 'kinds/error/ERR-4/index.html')).toContain('wire/02');
      expect(page('wire', 'spec/00-overview/index.html')).toContain('href="/spec/03-errors/#2-codes"');
    });
  });

  describe('a handbook in folders', () => {
    test('shows pictures and linked files, and no front matter', () => {
      const booking = page('handbook', 'spec/office/rooms/booking/index.html');
      expect(booking).toContain('src="/files/handbook/assets/floor%20plan.png"');
      expect(existsSync(inSite('handbook', 'files/handbook/assets/floor plan.png'))).toBe(true);
      expect(page('handbook', 'spec/people/time-off/index.html')).toContain(
        'href="/files/handbook/assets/holidays.yaml"',
      );
      expect(page('handbook', 'spec/index/index.html')).not.toContain('tags:');
    });

    test('headings that are called like parts of the page have their own anchors', () => {
      const ids = idsOf(page('handbook', 'spec/index/index.html'));
      expect(ids).toEqual(expect.arrayContaining(['search', 'contents', 'main', 'documents']));
      expect(ids).toEqual(expect.arrayContaining(['page:search', 'page:contents', 'page:main']));
    });

    test('lists its folders', () => {
      expect(page('handbook', 'index.html')).toMatch(/office\/rooms[\s\S]*people/);
    });
  });

  test('a build with an error leaves the last site as it was', async () => {
    const before = page('handbook', 'index.html');
    cpSync(path.join(project, 'handbook'), path.join(project, 'broken'), { recursive: true });
    rmSync(path.join(project, 'broken/people/hiring.md'));
    const { status, output } = await runSite('build', 'broken', '--out', 'handbook-site');
    expect(output).toContain('nothing is built');
    expect(status).toBe(1);
    expect(page('handbook', 'index.html')).toBe(before);
    expect(globSync('*.{staged,last}-*', { cwd: project })).toEqual([]);
  });

  test('without the packages of the site, the command names them', async () => {
    rmSync(path.join(project, 'node_modules/d3'));
    const { status, output } = await runSite('build', 'wire');
    expect(output).toMatch(
      /the site needs packages that are not installed: d3; npm install --save-dev .*astro@7/,
    );
    expect(status).toBe(2);
  });
}
