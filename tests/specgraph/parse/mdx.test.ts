/** Documents in MDX: what is read of them, and what is no prose. */
import { describe, expect, test } from 'vitest';
import { findingsOf, smallCorpus } from '../../helpers/small-corpus.ts';

/** What an MDX document gives: headings by slug, destinations of links, anchors, and lines of "MDX fault" findings. */
async function read(text: string): Promise<{ slugs: string[]; links: string[]; anchors: string[] }> {
  const { graph } = await smallCorpus({ 'g/a.mdx': text });
  const [facts] = graph.documents;
  return {
    slugs: facts.sections.map((section) => section.slug),
    links: facts.links.map((link) => link.url),
    anchors: facts.anchors.map((anchor) => anchor.name),
  };
}

const FORMS: readonly [
  title: string,
  text: string,
  expected: { slugs?: string[]; links?: string[]; anchors?: string[] },
][] = [
  ['headings and links', '# A\n\nSee [b](b.mdx#c).\n', { slugs: ['a'], links: ['b.mdx#c'] }],
  [
    'imports and exports',
    "import B from './gone.js'\nexport const url = '[x](gone.md)'\n\n# A\n",
    { slugs: ['a'] },
  ],
  [
    'an export over several lines',
    "export const meta = {\n  a: '[x](gone.md)',\n}\n\n# A\n",
    { slugs: ['a'] },
  ],
  ['front matter', '---\ntitle: "[x](gone.md)"\n---\n\n# A\n', { slugs: ['a'] }],
  ['an expression in a paragraph', '# A\n\n{list.map((x) => `[x](${x}.md)`)} words\n', { slugs: ['a'] }],
  ['an expression as a block', '# A\n\n{\n  "[x](gone.md)"\n}\n', { slugs: ['a'] }],
  ['a comment', '# A\n\n{/* [x](gone.md) */}\n', { slugs: ['a'] }],
  [
    'a comment of HTML, which sites take out',
    '# A\n\n<!-- [x](gone.md) -->\n\n[y](y.md)\n',
    { slugs: ['a'], links: ['y.md'] },
  ],
  [
    'Markdown within elements',
    '<Tabs>\n  <Tab label="x > y">\n\n  ## In *a* tab\n\n  - [x](x.md)\n\n  </Tab>\n</Tabs>\n',
    { slugs: ['in-a-tab'], links: ['x.md'] },
  ],
  ['a paragraph in an element of one line', '<Note>See [x](x.md).</Note>\n', { links: ['x.md'] }],
  [
    'elements of HTML',
    '<a id="own" href="x.md">x</a> <img src="y.png" />\n',
    { links: ['x.md', 'y.png'], anchors: ['own'] },
  ],
  ['an attribute with an expression', '<a href={useUrl("/x")}>x</a> <img src={logo} />\n', {}],
  [
    'an element with expressions and arrows',
    '<B on={() => a > b ? "x" : `y`} href="z.md">[w](w.md)</B>\n',
    { links: ['w.md'] },
  ],
  ['an anchor that is written in a heading', '## Words {#own}\n', { slugs: ['words-own'], anchors: ['own'] }],
  ['an anchor in a comment', '## Words {/* #own */}\n', { anchors: ['own'] }],
  ['code', '# A\n\n```jsx\n<B href="[x](gone.md)">{\n```\n\n`{a}` and `<b>`\n', { slugs: ['a'] }],
  ['a table', '| a | b |\n| - | - |\n| [x](x.md) | {y} |\n', { links: ['x.md'] }],
];

describe('MDX', () => {
  test.each(FORMS)('%s', async (_title, text, expected) => {
    const found = await read(text);
    for (const [key, values] of Object.entries({ links: [], ...expected }))
      expect(found[key as keyof typeof found], key).toEqual(
        key === 'anchors' ? expect.arrayContaining(values) : values,
      );
    expect((await findingsOf({ 'g/a.mdx': text })).filter(({ rule }) => rule === 'unreadable-text')).toEqual(
      [],
    );
  });

  test('gives places as they stand in the file', async () => {
    const findings = await findingsOf({
      'g/a.mdx': 'import B from "b"\n\n<B>\n\n  é {1 + 1} [x](gone.mdx)\n\n</B>\n',
    });
    expect(findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toEqual([
      'broken-link 5:17',
    ]);
  });

  test('may silence a rule in a comment', async () => {
    const text = '# A\n\n{/* specgraph-ignore broken-link: made later */}\n\n[x](gone.mdx)\n';
    expect(await findingsOf({ 'g/a.mdx': text })).toEqual([]);
  });

  test('that cannot be read is reported, and read as Markdown', async () => {
    const findings = await findingsOf({ 'g/a.mdx': '# A\n\n1 < 2 and {\n\n[x](gone.mdx)\n' });
    expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual([
      'unreadable-text 3',
      'broken-link 5',
    ]);
    expect(findings[0].message).toMatch(/^This is no MDX, so the document was read as Markdown: /);
  });

  test('is written for a site: addresses whose file is not known are not reported', async () => {
    const files = {
      'g/a.mdx': '[a](/docs/x) [b](./b) [c](../c/) [d](b) [e](gone.mdx) [f](gone.png)\n',
      'g/b.mdx': '# B\n',
    };
    expect((await findingsOf(files)).map(({ rule, column }) => `${rule} ${column}`)).toEqual([
      'broken-link 45',
      'broken-link 59',
    ]);
  });
});
