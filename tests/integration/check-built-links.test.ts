import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkBuiltLinks, describeDead } from '../../src/integration/check-built-links.ts';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

/** Writes a site of these files and checks it. */
async function check(files: Record<string, string>, base = '/') {
  const folder = await mkdtemp(path.join(tmpdir(), 'built-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  const { dead, ...sums } = await checkBuiltLinks(folder, base);
  return { ...sums, dead: dead.map(({ page, href, reason }) => `${page}: ${href} ${reason}`) };
}

const page = (body: string): string =>
  `<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`;

describe('the link check of a built site', () => {
  it('accepts links to pages, with and without a slash at the end, and to files', async () => {
    const built = await check({
      'index.html': page(
        '<a href="/a/">a</a> <a href="/a">a</a> <a href="a/">a</a> <a href="/data.json">data</a> <img src="/p.svg">',
      ),
      'a/index.html': page(
        '<a href="../">home</a> <a href="/404.html">lost</a> <a href="#:~:text=home">text</a>',
      ),
      '404.html': page(''),
      'data.json': '{}',
      'p.svg': '<svg/>',
    });
    expect(built).toEqual({ pages: 3, links: 8, dead: [] });
  });

  it('reports links to missing pages with the page that holds them', async () => {
    const built = await check({
      'index.html': page('<a href="/b/">b</a>'),
      'a/index.html': page('<a href="b/">b</a>'),
    });
    expect(built.dead.sort()).toEqual(['/: /b/ has no page', '/a/: b/ has no page']);
  });

  it('reports links to missing anchors on other pages and on the same page', async () => {
    const built = await check({
      'index.html': page(
        '<p id="here"></p><a href="#here">1</a> <a href="#gone">2</a> <a href="/a/#there">3</a> <a href="/a/#gone">4</a>',
      ),
      'a/index.html': page('<h2 id="there">x</h2>'),
    });
    expect(built.dead.sort()).toEqual(['/: #gone has no such anchor', '/: /a/#gone has no such anchor']);
  });

  it('accepts links to the top of a page', async () => {
    expect(
      (await check({ 'index.html': page('<a href="#top">1</a> <a href="#">2</a> <a href="">3</a>') })).dead,
    ).toEqual([]);
  });

  it('decodes percent escapes before it compares anchors', async () => {
    expect(
      (
        await check({
          'index.html': page('<h2 id="größe">x</h2><a href="#gr%C3%B6%C3%9Fe">1</a> <a href="#größe">2</a>'),
        })
      ).dead,
    ).toEqual([]);
  });

  it('accepts links with a query', async () => {
    expect(
      (
        await check({
          'index.html': page('<a href="/a/?focus=x%23y#there">1</a>'),
          'a/index.html': page('<p id="there">'),
        })
      ).dead,
    ).toEqual([]);
  });

  it('does not follow links to other sites', async () => {
    const built = await check({
      'index.html': page(
        '<a href="https://example.org/x">1</a> <a href="mailto:a@b.c">2</a> <a href="//example.org/">3</a>',
      ),
    });
    expect(built).toEqual({ pages: 1, links: 0, dead: [] });
  });

  it('checks scripts, styles and pictures', async () => {
    const built = await check({
      'index.html':
        '<!doctype html><head><link rel="icon" href="/i.svg"><script src="/s.js"></script></head><body><img src="p.png"></body>',
    });
    expect(built.dead.sort()).toEqual([
      '/: /i.svg has no page',
      '/: /s.js has no page',
      '/: p.png has no page',
    ]);
  });

  it('checks links within pictures', async () => {
    const built = await check({
      'index.html': page('<svg viewBox="0 0 1 1"><a href="/gone/"><circle r="1"></circle></a></svg>'),
    });
    expect(built.dead).toEqual(['/: /gone/ has no page']);
  });

  it('reports a link with a broken escape and continues', async () => {
    const built = await check({ 'index.html': page('<a href="#100%">1</a> <a href="/gone/">2</a>') });
    expect(built.dead).toContain('/: /gone/ has no page');
  });

  it('distinguishes letter case, as servers do', async () => {
    expect(
      (await check({ 'index.html': page('<a href="/A/">1</a>'), 'a/index.html': page('') })).dead,
    ).toEqual(['/: /A/ has no page']);
  });
});

describe('a site under a base path', () => {
  const files = (href: string) => ({
    'index.html': page(`<a href="${href}">a</a>`),
    'a/index.html': page(''),
  });

  it.each(['/specs/flower/', '/specs/flower', 'specs/flower'])(
    'accepts links to a site under %s',
    async (base) => {
      expect((await check(files('/specs/flower/a/'), base)).dead).toEqual([]);
    },
  );

  it('reports links without the base path', async () => {
    expect((await check(files('/a/'), '/specs/flower/')).dead).toEqual(['/specs/flower/: /a/ has no page']);
  });
});

it('a link of the frame, which is on every page, is one line', () => {
  const dead = (page: string, href: string) => ({ page, href, reason: 'has no page', isOfDocument: false });
  expect(
    describeDead([
      dead('/', '/guide/'),
      dead('/graph/', '/guide/'),
      dead('/about/', '/guide/'),
      dead('/', '/x/'),
    ]),
  ).toEqual(['/ and 2 other pages: "/guide/" has no page', '/: "/x/" has no page']);
});
