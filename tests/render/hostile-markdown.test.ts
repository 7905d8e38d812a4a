import type { Paragraph, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { safeMarkdown } from '../../src/render/safe-markdown.ts';
import { renderProse } from '../../src/render/render-markdown.ts';
import { articleIn } from '../helpers/article.ts';
import { elements, parseHtml, textOf } from '../helpers/html.ts';

const rendered = (text: string) =>
  articleIn(
    {
      'spec/01-hostile.md': `# Hostile\n\n## 1. Start\n\n${text}\n`,
      // The backlinks show its sentence again.
      'spec/02-other.md':
        '# Other\n\n## 1. Start\n\n<img src=x onerror=alert(1)> of [the first](01-hostile.md#1-start).\n',
    },
    '01-hostile',
  );

/** Elements and attributes that could run a program, load a file or send data. */
function dangersIn(root: ReturnType<typeof parseHtml>): string[] {
  // The site draws the picture below a section itself; its content is checked like everything else.
  const own = new Set(
    elements(root)
      .filter(
        (node) => node.tagName === 'figure' && [node.properties.className].flat().includes('neighbourhood'),
      )
      .flatMap((node) => node.children),
  );
  return elements(root).flatMap((node) => [
    ...(!own.has(node) &&
    /^(?:script|iframe|object|embed|style|form|base|meta|link|svg|math|video|audio)$/.test(node.tagName)
      ? [node.tagName]
      : []),
    ...Object.keys(node.properties).filter((name) => /^on|^srcdoc$|^formaction$/i.test(name)),
    ...['href', 'src', 'action'].filter((name) =>
      /^[\s\u0000-\u001f]*(?:javascript|vbscript|data|file|blob):/i.test(
        String(node.properties[name] ?? '').replace(/[\t\n\r]/g, ''),
      ),
    ),
  ]);
}

describe('a hostile document is harmless', () => {
  const attacks: [string, string][] = [
    ['a script', '<script>alert(1)</script>'],
    ['a script within a paragraph', 'Text <script>alert(1)</script> text.'],
    ['a script over several lines', '<script>\nalert(1)\n\nalert(2)\n</script>'],
    ['an image with a handler', '<img src=x onerror="alert(1)">'],
    ['a frame', '<iframe src="https://example.org"></iframe>'],
    ['a frame with its own page', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['a style', '<style>body { display: none }</style>'],
    ['a picture with a script', '<svg onload="alert(1)"><script>alert(1)</script></svg>'],
    ['a form', '<form action="https://example.org"><input name="a"></form>'],
    ['another base', '<base href="https://example.org/">'],
    ['a comment that ends early', '<!-- --> <script>alert(1)</script> <!-- -->'],
    ['a comment that is none', '<!--> <img src=x onerror=alert(1)> -->'],
    ['a javascript: link', '[click](javascript:alert(1))'],
    ['a javascript: link in capitals', '[click](JaVaScRiPt:alert(1))'],
    ['a javascript: link with a space', '[click](< javascript:alert(1)>)'],
    ['a javascript: link with a tab in it', '[click](java&#9;script:alert(1))'],
    ['a javascript: link with a newline in it', '[click](java&#10;script:alert(1))'],
    ['a javascript: link behind a control character', '[click](&#1;javascript:alert(1))'],
    ['an encoded javascript: link', '[click](&#106;avascript:alert(1))'],
    ['a javascript: autolink', '<javascript:alert(1)>'],
    ['a javascript: link by reference', '[click][x]\n\n[x]: javascript:alert(1)'],
    ['a javascript: link by reference, short', '[x]\n\n[x]: javascript:alert(1)'],
    ['a javascript: link by reference, defined in a list', '[x]\n\n- [x]: javascript:alert(1)'],
    ['a javascript: image by reference', '![click][x]\n\n[x]: javascript:alert(1)'],
    ['a javascript: link in a heading', '### A [click](javascript:alert(1))'],
    ['a javascript: link by reference in a heading', '### A [x]\n\n[x]: javascript:alert(1)'],
    ['a script in a heading', '### A <script>alert(1)</script>'],
    ['an image with a handler in a heading', '### A <img src=x onerror=alert(1)>'],
    ['a data: link', '[click](data:text/html,<script>alert(1)</script>)'],
    ['a vbscript: link', '[click](vbscript:msgbox(1))'],
    ['a file: link', '[click](file:///etc/passwd)'],
    ['a javascript: image', '![click](javascript:alert(1))'],
    ['a data: image', '![click](data:image/svg+xml,<svg/onload=alert(1)>)'],
    ['a script in a table cell', '| A |\n|---|\n| <script>alert(1)</script> |'],
    ['a javascript: link in a table cell', '| A |\n|---|\n| [click](javascript:alert(1)) |'],
    ['a javascript: image in a javascript: link', '[![x](javascript:alert(1))](javascript:alert(2))'],
    ['a javascript: image in a good link', '[![x](javascript:alert(1))](https://example.org/)'],
    ['a script in a good link', '[<script>alert(1)</script>](https://example.org/)'],
    ['a script in a list item', '- <script>alert(1)</script>'],
    ['a script in a footnote', 'Text.[^1]\n\n[^1]: <script>alert(1)</script>'],
    ['a javascript: link in a footnote', 'Text.[^1]\n\n[^1]: [click](javascript:alert(1))'],
    [
      'a javascript: link in what remains of a dropped link',
      '[a [b](javascript:alert(1)) c](javascript:alert(2))',
    ],
    ['a language of a code block', '```"><script>alert(1)</script>\ncode\n```'],
    [
      'a handler of an element that may stand',
      '<details open ontoggle="alert(1)"><summary>x</summary></details>',
    ],
    ['a javascript: link in HTML', 'Text <a href="javascript:alert(1)">click</a>.'],
    ['an encoded javascript: link in HTML', 'Text <a href="java&#115;cript:alert(1)">click</a>.'],
    ['a script in an element that may stand', '<div>\n<script>alert(1)</script>\n</div>'],
    ['a picture with a script in a table', '<table><tr><td><svg onload="alert(1)"></svg></td></tr></table>'],
    ['a template', '<div><template><script>alert(1)</script></template></div>'],
    [
      'markup that changes when it is parsed again',
      '<p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></p>',
    ],
    [
      'mathematics with a script',
      '<div><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math></div>',
    ],
    ['a heading made of dashes', '---\ntitle: <script>alert(1)</script>\n---'],
  ];

  it.each(attacks)('%s', async (_what, text) => {
    expect(dangersIn(await rendered(text))).toEqual([]);
  });

  it.each(attacks)('%s, in Markdown of this project', async (_what, text) => {
    expect(dangersIn(parseHtml(await renderProse(text)))).toEqual([]);
  });

  it('shows raw HTML as text', async () => {
    expect(textOf(await rendered('Text <script>alert(1)</script> text.'))).toContain(
      'Text <script>alert(1)</script> text.',
    );
  });

  it('shows HTML that is nested too deeply as text', async () => {
    for (const [tag, times] of [
      ['<b>', 5_000],
      ['<details>\n\n', 300],
      ['<ul><li>', 400],
    ] as const) {
      const root = await rendered(`${tag.repeat(times)}the end`);
      expect(textOf(root)).toContain(tag.trim());
      expect(textOf(root)).toContain('the end');
    }
  });

  it('shows tags that no HTML has as text', async () => {
    expect(textOf(await rendered('The value <name> of <Key>.'))).toContain('The value <name> of <Key>.');
  });

  it.each([
    ['a name of a picture', '<img name="body" src="/a.png">', 'img', 'name'],
    ['an id of the frame', '<div id="page:main">x</div>', 'div', 'id'],
    ['a style', 'A <span style="position:fixed">x</span>.', 'span', 'style'],
    ['a class of the site', '<div class="search-dialog">x</div>', 'div', 'className'],
  ])('drops %s', async (_what, html, tag, attribute) => {
    const found = elements(await rendered(html)).filter(
      ({ tagName, properties }) => tagName === tag && attribute in properties && !isOfSite(properties),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['a key', 'Press <kbd>Ctrl</kbd>.', 'kbd'],
    ['an index', 'H<sub>2</sub>O', 'sub'],
    ['what can be opened', '<details>\n<summary>More</summary>\n\nText.\n\n</details>', 'details'],
    ['a table', '<table><tr><td colspan="2">x</td></tr></table>', 'td'],
  ])('keeps %s', async (_what, html, tag) => {
    expect(elements(await rendered(html)).map(({ tagName }) => tagName)).toContain(tag);
  });

  it('links a picture of another site, which the page does not load', async () => {
    const root = await rendered(
      '![a badge](https://example.org/a.png) <img src="//example.org/b.png" alt="b">',
    );
    const all = elements(root);
    expect(all.filter(({ tagName }) => tagName === 'img')).toEqual([]);
    expect(all.filter(({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)).toEqual(
      expect.arrayContaining(['https://example.org/a.png', '//example.org/b.png']),
    );
  });

  it('leads links in HTML to the pages of the site', async () => {
    const root = await rendered('See <a href="02-other.md">the other</a>.');
    expect(elements(root).map(({ properties }) => properties.href)).toContain('/spec/02-other/');
  });

  it.each([
    ['quotes', `${'>'.repeat(3000)} deep`],
    ['emphasis', `${'*a '.repeat(300)}deep ${'b*'.repeat(300)}\n\nEnd.`],
  ])('shows the text of %s that are nested too deep', async (_what, text) => {
    expect(textOf(await rendered(text))).toContain('deep');
  });

  it('keeps the text of a link that it removes', async () => {
    expect(textOf(await rendered('Please [click **here**](javascript:alert(1)) now.'))).toContain(
      'Please click here now.',
    );
  });

  it('does not show comments', async () => {
    expect(
      textOf(await rendered('<!-- specgraph-ignore broken-link: secret -->\n\nText <!-- secret --> text.')),
    ).not.toContain('secret');
  });

  it('shows the text between two comments', async () => {
    expect(textOf(await rendered('<!-- a --> The duty. <!-- b -->'))).toContain('The duty.');
  });

  it('shows code unchanged', async () => {
    const text = textOf(await rendered('```html\n<script>alert(1)</script>\n```\n\nand `<b>`.'));
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('<b>');
  });
});

/** Whether an element was added by the site, such as the frame of a table. */
function isOfSite({ className, role }: Record<string, unknown>): boolean {
  return role !== undefined || /neighbourhood|permalink|table-scroll|backlinks/.test(String(className));
}

/** Whether a link to the URL is still a link on the page. */
function isLinkKept(url: string): boolean {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [] }] };
  const paragraph = tree.children[0] as Paragraph;
  paragraph.children.push({ type: 'link', url, children: [{ type: 'text', value: 'text' }] });
  safeMarkdown()(tree);
  return paragraph.children[0].type === 'link';
}

describe('safeMarkdown', () => {
  it.each([
    '02-server.md#2-ports',
    '#top',
    '/x/',
    '//example.org/',
    'https://example.org/',
    'HTTP://example.org/',
    'mailto:a@b.c',
    '',
  ])('keeps a link to %j', (url) => {
    expect(isLinkKept(url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///x',
    'blob:x',
    'ftp://x',
  ])('removes a link to %j', (url) => {
    expect(isLinkKept(url)).toBe(false);
  });
});
