/** Tests of the site of specifications that are not ours: both examples, built by the package as it is installed. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { chromium } from 'playwright';
import { htmlToHast } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireSitePackages } from '../../src/integration/site-packages.ts';
import { ROOT } from '../helpers/built-site.ts';
import { LAUNCH_ARGS, systemChromium } from '../helpers/browser.ts';
import { installPackage } from '../helpers/installed-package.ts';
import { serveFolder } from '../helpers/serve-folder.ts';
import { start, startSpecgraph, until, type Outcome } from './programs.ts';

const LIMIT_MS = 240_000;
/** The folders of the built sites. */
const SITES = { wire: 'wire-site', handbook: 'public', own: 'own-site' };
const EXAMPLES = ['wire', 'handbook'] as const;
type Example = keyof typeof SITES;

/** The packages of the site; whoever only checks installs none of them. */
const SITE_PACKAGES = Object.keys(
  (JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { peerDependencies: object })
    .peerDependencies,
);

let project: string;
const inSite = (example: Example, file: string): string => path.join(project, SITES[example], file);
const page = (example: Example, file: string): string => readFileSync(inSite(example, file), 'utf8');

/** Runs the program of the installed package. */
function runSpecgraph(...args: string[]): Promise<Outcome> {
  return startSpecgraph(project, args).ended;
}

/** The bytes of all files of a folder, by their paths. */
function filesIn(folder: string): Map<string, string> {
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, string] => [path.relative(folder, file), readFileSync(file).toString('base64')])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Runs commands one after the other, and expects the status of each. */
async function runAll(...commands: [status: number, ...args: string[]][]): Promise<void> {
  for (const [expected, ...args] of commands) {
    const { status, output } = await runSpecgraph(...args);
    expect(status, `specgraph ${args.join(' ')}\n${output}`).toBe(expected);
  }
}

/** The lines that the README gives a newcomer, without their comments. */
function newcomersLines(): string[] {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const [, block] = /### From a folder to a published site\n+```bash\n([^`]*)```/.exec(readme)!;
  return block
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+#.*/, ''));
}

/** `npx specgraph` runs the package that is tested; `npm install` installs nothing, and notes what it was asked for. */
function writePrograms(): void {
  const bin = path.join(project, 'bin');
  mkdirSync(bin);
  const program = path.join(project, 'node_modules/specgraph/lib/cli/bin.js');
  writeFileSync(path.join(bin, 'npx'), `#!/bin/sh\nshift\nexec "${process.execPath}" "${program}" "$@"\n`);
  writeFileSync(path.join(bin, 'npm'), `#!/bin/sh\necho "$@" > "${bin}/npm.txt"\n`);
  for (const name of ['npx', 'npm']) chmodSync(path.join(bin, name), 0o755);
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
  let newcomer: Outcome[];
  beforeAll(async () => {
    project = installPackage(tarball(), SITE_PACKAGES);
    mkdirSync(path.join(project, '.git'));
    writePrograms();
    const copy = (from: string, to: string): void =>
      cpSync(path.join(ROOT, from), path.join(project, to), { recursive: true });
    copy('tests/examples/handbook', 'docs');
    appendFileSync(path.join(project, 'docs/people/hiring.md'), '\n[Gone](gone.md)\n');
    copy('tests/examples/wire', 'wire');
    copy('spec', 'spec');
    await Promise.all([runNewcomer(), buildWire(), buildOwn()]);
  }, LIMIT_MS);

  /** The handbook goes the way of the README. */
  async function runNewcomer(): Promise<void> {
    newcomer = [];
    for (const line of newcomersLines()) newcomer.push(await start(project, 'sh', ['-c', line]).ended);
  }

  /** The suite has a configuration of its own; what `init` writes without it is checked, too. */
  async function buildWire(): Promise<void> {
    const config = path.join(project, 'wire/specgraph.config.yaml');
    const text = readFileSync(config);
    rmSync(config);
    await runAll([0, 'init', 'wire', '--format', 'yaml'], [0, 'check', 'wire']);
    writeFileSync(config, text);
    writeAstroProject();
    const { status, output } = await start(project, process.execPath, [
      path.join(project, 'node_modules/astro/bin/astro.mjs'),
      'build',
    ]).ended;
    expect(status, output).toBe(0);
  }

  /** A project of Astro as its users have it: with the integration, and with a footer of their own around that of the theme. */
  function writeAstroProject(): void {
    mkdirSync(path.join(project, 'src'));
    writeFileSync(
      path.join(project, 'astro.config.mjs'),
      `import { specgraph } from 'specgraph/astro';
export default {
  outDir: '${SITES.wire}',
  publicDir: 'static',
  trailingSlash: 'always',
  integrations: [specgraph({ folder: 'wire', components: { SiteFooter: './src/Footer.astro' } })],
};
`,
    );
    writeFileSync(
      path.join(project, 'src/Footer.astro'),
      `---
import Original from 'specgraph/components/SiteFooter.astro';
---
<Original {...Astro.props} />
<p class="own-footer">Kept by the wire group.</p>
`,
    );
  }

  /** A copy of the set of this repository, whose configuration finds the package by its name. */
  async function buildOwn(): Promise<void> {
    const config = path.join(project, 'spec/specgraph.config.ts');
    const text = readFileSync(config, 'utf8')
      .replace(/'[^']*profiles\/opennebula\/index\.ts'/, "'specgraph/profiles/opennebula'")
      .replace(/'[^']*define-config\.ts'/, "'specgraph'");
    writeFileSync(config, text);
    await runAll([2, 'init', 'spec'], [0, 'check', 'spec'], [0, 'site', 'build', 'spec', '--out', SITES.own]);
  }

  /** Builds a site of copies of some sets. @returns the folder, in which the site is `out` */
  async function buildElsewhere(
    sets: readonly string[],
    name: string,
    env?: Record<string, string>,
  ): Promise<string> {
    const cwd = path.join(project, name);
    mkdirSync(path.join(cwd, '.git'), { recursive: true });
    for (const set of sets) cpSync(path.join(project, set), path.join(cwd, set), { recursive: true });
    const { status, output } = await startSpecgraph(project, ['site', 'build', ...sets, '--out', 'out'], {
      cwd,
      env,
    }).ended;
    expect(status, output).toBe(0);
    return cwd;
  }

  afterAll(() => rmSync(project, { recursive: true, force: true }), LIMIT_MS);

  test('the lines that the README gives a newcomer work as they stand', () => {
    const lines = newcomersLines();
    const outcomes = newcomer.map(({ status, output }, i) => `${status} ${lines[i]}\n${output}`);
    // The first check finds the link that leads nowhere, and the baseline knows it from then on.
    expect(
      newcomer.map(({ status }) => status),
      outcomes.join('\n'),
    ).toEqual([1, 0, 0, 0, 0]);
    expect(newcomer[0].output).toContain('gone.md');
    expect(newcomer[1].output).toContain('with 1 finding of today');
    expect(existsSync(path.join(project, '.github/workflows/specgraph.yml'))).toBe(true);
    // The same line as that of the message where these packages are missing.
    const asked = readFileSync(path.join(project, 'bin/npm.txt'), 'utf8').trim();
    expect(() => requireSitePackages(() => undefined)).toThrow(
      expect.objectContaining({ hint: `npm ${asked}` }),
    );
  });

  test(
    'the pages of all three sites open in a browser, and nothing fails',
    async () => {
      const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
      const faults: string[] = [];
      for (const site of Object.keys(SITES) as Example[]) {
        const { url, close } = await serveFolder(inSite(site, ''));
        const tab = await browser.newPage();
        tab.on('pageerror', ({ message }) => faults.push(`${tab.url()}: ${message}`));
        tab.on('console', (line) => line.type() === 'error' && faults.push(`${tab.url()}: ${line.text()}`));
        await tab.goto(url);
        await tab.locator('.ways a').first().click();
        await tab.locator('article.document h1').waitFor();
        await tab.waitForLoadState('load');
        await tab.keyboard.press('/');
        await tab.getByRole('combobox').waitFor();
        await tab.goto(`${url}graph/`);
        await tab.locator('h1').waitFor();
        await close();
      }
      await browser.close();
      expect(faults).toEqual([]);
    },
    LIMIT_MS,
  );

  describe.each(EXAMPLES)('the site of %s', (example) => {
    test('says nothing of the specification of this repository', () => {
      const words = /flower|opennebula|appliance|superlink|supernode|FL_[A-Z]/i;
      const texts = globSync('**/*.{html,json,txt,webmanifest,xml,css}', { cwd: inSite(example, '') });
      expect(texts.length).toBeGreaterThan(20);
      // The pages of rules that only a profile has are not there, either.
      expect(texts.filter((file) => words.test(page(example, file)))).toEqual([]);
    });

    test('speaks of phases only where it explains the rules', () => {
      const pages = globSync('**/*.html', {
        cwd: inSite(example, ''),
        exclude: ['integrity/**', '404.html'],
      });
      expect(pages.length).toBeGreaterThan(5);
      const words = pages.flatMap((file) =>
        page(example, file)
          .replaceAll(/<(script|style)\b[^]*?<\/\1>/g, '')
          .matchAll(/(?:>|content="|aria-label="|title=")([^<"]*\bphases?\b[^<"]*)/gi)
          .map(([, text]) => `${file}: ${text}`)
          .toArray(),
      );
      expect(words).toEqual([]);
    });

    test('has no pages without content', () => {
      for (const folder of ['variables', 'phases', 'requirements', 'attributes', 'boot', 'guide'])
        expect(existsSync(inSite(example, folder)), folder).toBe(false);
      const integrity = page(example, 'integrity/index.html');
      expect(integrity).toContain('<h2 id="rules">');
      expect(integrity).not.toContain('<h2 id="contracts">');
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

  describe('a numbered suite in a project of Astro', () => {
    test('has the footer of the project around that of the theme on every page', () => {
      const pages = globSync('{spec,kinds,integrity}/**/index.html', { cwd: inSite('wire', '') });
      expect(pages.length).toBeGreaterThan(10);
      for (const file of pages)
        expect(page('wire', file)).toMatch(
          /<footer[^]*<\/footer>[^]*<p class="own-footer">Kept by the wire group\.</,
        );
    });

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
      expect(booking).toContain('src="/files/docs/assets/floor%20plan.png"');
      expect(existsSync(inSite('handbook', 'files/docs/assets/floor plan.png'))).toBe(true);
      expect(page('handbook', 'spec/people/time-off/index.html')).toContain(
        'href="/files/docs/assets/holidays.yaml"',
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

  test('a build that is killed, and one with an error, leave the last site as it was', async () => {
    const before = filesIn(inSite('handbook', ''));
    const inPackage = path.join(project, 'node_modules/specgraph');
    const building = (): string[] => globSync('.specgraph-building-*', { cwd: inPackage });
    const killed = startSpecgraph(project, ['site', 'build', 'docs', '--out', SITES.handbook]);
    await until(killed, () => building().some((name) => existsSync(path.join(inPackage, name))));
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(filesIn(inSite('handbook', ''))).toEqual(before);
    cpSync(path.join(project, 'docs'), path.join(project, 'broken'), { recursive: true });
    rmSync(path.join(project, 'broken/people/hiring.md'));
    const { status, output } = await runSpecgraph('site', 'build', 'broken', '--out', SITES.handbook);
    expect(output).toContain('nothing is built');
    expect(output).not.toContain('unhandled');
    expect(status).toBe(1);
    expect(filesIn(inSite('handbook', ''))).toEqual(before);
    expect([...globSync('*.{staged,last}-*', { cwd: project }), ...building()]).toEqual([]);
  });

  test(
    'a site that is built in another folder, time zone and language has the same bytes',
    async () => {
      const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' };
      const cwd = await buildElsewhere(['docs'], 'other', env);
      const [here, there] = [filesIn(inSite('handbook', '')), filesIn(path.join(cwd, 'out'))];
      expect(here.size).toBeGreaterThan(30);
      expect([...there.keys()]).toEqual([...here.keys()]);
      expect([...here].filter(([file, bytes]) => there.get(file) !== bytes).map(([file]) => file)).toEqual(
        [],
      );
    },
    LIMIT_MS,
  );

  test(
    'two specifications in one site have their own headers, and a switch to the other',
    async () => {
      const out = path.join(await buildElsewhere(['wire', 'docs'], 'both'), 'out');
      const text = (file: string): string => readFileSync(path.join(out, file), 'utf8');
      for (const [own, other] of [
        ['wire', 'docs'],
        ['docs', 'wire'],
      ]) {
        expect(text(`${own}/_headers`)).toContain(`/${own}/`);
        expect(text(`${own}/index.html`)).toContain(`href="/${other}/"`);
      }
      expect(text('index.html')).toContain('url=/wire/');
    },
    LIMIT_MS,
  );

  test('servers of two specifications pass over a taken port, lead to each other, and SIGTERM ends them', async () => {
    const other = createServer().listen(0, 'localhost');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const server = startSpecgraph(project, ['site', 'wire', 'docs', '--port', String(port)]);
    const started = await until(server, () => /^WIRE: (\S+)\n.*: (\S+)\n\(Ctrl-C/m.exec(server.output()));
    const urls = started!.slice(1);
    expect(urls.join(' ')).not.toContain(`:${port}/`);
    const [wire, docs] = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
    expect(wire).toContain('<title>WIRE</title>');
    expect(wire).toContain(`<a href="${urls[1]}">`);
    expect(docs).not.toContain('<title>WIRE</title>');
    expect(docs).toContain(`<a href="${urls[0]}">`);
    server.child.kill('SIGTERM');
    // Vite may be the first to end the process, with the status of a signal.
    expect([0, 143]).toContain((await server.ended).status);
    for (const url of urls) await expect(fetch(url)).rejects.toThrow();
    other.close();
  });

  test('a place that cannot be written to is one line', async () => {
    const { status, output } = await runSpecgraph('site', 'build', 'wire', '--out', 'wire/00-overview.md/x');
    expect(output).toMatch(/^specgraph: .*00-overview\.md.*\n$/);
    expect(status).toBe(2);
  });

  test('without the packages of the site, the command names them', async () => {
    rmSync(path.join(project, 'node_modules/d3'));
    const { status, output } = await runSpecgraph('site', 'build', 'wire');
    expect(output).toMatch(
      /the site needs packages that are not installed: d3; npm install --save-dev .*astro@7/,
    );
    expect(status).toBe(2);
  });
}
