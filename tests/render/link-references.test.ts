import { describe, expect, it } from 'vitest';
import { articleIn } from '../helpers/article.ts';
import { pathTo, select, textOf } from '../helpers/html.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

/** Renders the guide of the small set with this text in its first section. */
async function rendered(text: string) {
  const root = await articleIn(
    {
      ...SMALL_SET,
      'spec/03-guide.md': `# Title\n\n## 1. Start\n\n${text}\n\n## 2. End\n\n### 2.1 Last\n\nText.\n\n### 2.2 Very last\n\nText.\n`,
    },
    '03-guide',
  );
  const references = select(root, '.ref').filter((node) => !pathTo(root, node).startsWith('details'));
  return {
    root,
    references,
    /** The visible text and its URL: "FL_PORT → /variables/FL_PORT/". */
    links: references.map((node) => `${textOf(node)} → ${node.properties.href ?? 'nowhere'}`),
  };
}

describe('references become links to their targets', () => {
  it.each([
    ['a variable', 'Set `FL_PORT` first.', 'FL_PORT → /variables/FL_PORT/'],
    ['a variable without code marks', 'Set FL_PORT first.', 'FL_PORT → /variables/FL_PORT/'],
    ['an attribute', 'Waits for `FL_READY`.', 'FL_READY → /attributes/#fl_ready'],
    ['a section of this document', 'See Section 2.1.', 'Section 2.1 → /spec/03-guide/#21-last'],
    ['a requirement', 'Meets REQ-01 so.', 'REQ-01 → /requirements/#req-01'],
    ['a phase', 'Comes with Phase 2 only.', 'Phase 2 → /phases/2/'],
    ['a document by number', 'As spec/02 says.', 'spec/02 → /spec/02-server/'],
    [
      'a document by file name in code',
      'As `spec/02-server.md` says.',
      'spec/02-server.md → /spec/02-server/',
    ],
  ])('%s', async (_what, text, link) => {
    expect((await rendered(text)).links).toEqual([link]);
  });

  it('a section of another document', async () => {
    const { references } = await rendered('Ports stand in spec/02, Section 2.');
    expect(references.at(-1)?.properties.href).toBe('/spec/02-server/#2-ports');
  });

  it('a boot step', async () => {
    const { links } = await rendered('After Step 1a of spec/02.');
    expect(links[0]).toMatch(/^Step 1a.* → \/spec\/02-server\/#step-1a-listen$/);
  });

  it('each number of a list or range of sections', async () => {
    const { links } = await rendered('See Sections 1 and 2 and Sections 2.1-2.2.');
    expect(links).toEqual([
      'Sections 1 → /spec/03-guide/#1-start',
      '2 → /spec/03-guide/#2-end',
      'Sections 2.1 → /spec/03-guide/#21-last',
      '2.2 → /spec/03-guide/#22-very-last',
    ]);
  });
});

describe('references are linked', () => {
  const where = async (text: string): Promise<string[]> => {
    const { root, references } = await rendered(text);
    return references.map((node) => pathTo(root, node));
  };

  it('in paragraphs and emphasis', async () => {
    expect(await where('Set **`FL_PORT`** first.')).toEqual(['p strong a']);
  });

  it('in list items, including nested ones', async () => {
    expect(await where('- one `FL_PORT`\n  - two `FL_MODE`')).toEqual(['ul li a', 'ul li ul li a']);
  });

  it('in table cells', async () => {
    expect(await where('| Name | Use |\n|---|---|\n| `FL_PORT` | port |')).toEqual([
      'div table tbody tr td a',
    ]);
  });

  it('in block quotes', async () => {
    expect(await where('> Set `FL_PORT` first.')).toEqual(['blockquote p a']);
  });

  it('in code blocks, without changing the text of the code', async () => {
    const { root, links } = await rendered('```bash\nexport FL_PORT=9092 OTHER_NAME=1\n```');
    expect(links).toEqual(['FL_PORT → /variables/FL_PORT/']);
    expect(textOf(select(root, 'pre')[0]).trim()).toBe('export FL_PORT=9092 OTHER_NAME=1');
  });

  it('twice in a sentence that names a target twice', async () => {
    expect(await where('Set `FL_PORT`, then `FL_PORT` again.')).toEqual(['p a', 'p a']);
  });

  it('after characters of two UTF-16 units and on later lines', async () => {
    expect((await rendered('🚀 ünïcode 𝔘 `FL_PORT`\nnext line FL_MODE.')).links).toEqual([
      'FL_PORT → /variables/FL_PORT/',
      'FL_MODE → /variables/FL_MODE/',
    ]);
  });

  it('after escapes and character references', async () => {
    expect((await rendered('A \\* B &amp; C &lt;x&gt; `FL_PORT`.')).links).toEqual([
      'FL_PORT → /variables/FL_PORT/',
    ]);
  });
});

describe('code spans', () => {
  it('that hold only a name stay code within the link', async () => {
    const { references } = await rendered('Set `FL_PORT` first.');
    expect(references[0].children).toMatchObject([{ type: 'element', tagName: 'code' }]);
  });

  it('that hold more than a name stay one code span with linked names', async () => {
    const { root, links } = await rendered('Write `FL_PORT=9092 FL_MODE=fast` there.');
    expect(links).toEqual(['FL_PORT → /variables/FL_PORT/', 'FL_MODE → /variables/FL_MODE/']);
    expect(select(root, 'code').map(textOf)).toEqual(['FL_PORT=9092 FL_MODE=fast']);
  });

  it('with a pipe in a table keep their text', async () => {
    const { root } = await rendered('| A | B |\n|---|---|\n| `FL_PORT \\| x` | y |');
    expect(select(root, 'td').map(textOf)[0]).toBe('FL_PORT | x');
  });
});

describe('what is not changed', () => {
  it('headings, because they are targets', async () => {
    const { root } = await rendered('Text.\n\n### 1.1 About `FL_PORT` and Section 1\n\nText.');
    const heading = select(root, 'h3')[0];
    expect(select(heading, '.ref')).toEqual([]);
    expect(textOf(heading)).toContain('About FL_PORT and Section 1');
  });

  it('links to outside the set', async () => {
    const { root } = await rendered('[OpenNebula](https://opennebula.io/), [mail](mailto:a@example.org).');
    expect(select(select(root, 'p')[0], 'a').map((link) => link.properties.href)).toEqual([
      'https://opennebula.io/',
      'mailto:a@example.org',
    ]);
  });

  it('sections of documents outside the set', async () => {
    expect((await rendered('As RFC 5280 Section 4.2 says.')).links).toEqual([]);
  });

  it('the text of a paragraph', async () => {
    const { root } = await rendered(
      'With `FL_PORT` and Sections 1 and 2 of spec/02 (Phase 2), *nothing* gets lost.',
    );
    expect(textOf(select(root, 'p')[0])).toBe(
      'With FL_PORT and Sections 1 and 2 of spec/02 (Phase 2), nothing gets lost.',
    );
  });
});

describe('links that the author wrote', () => {
  const href = '/spec/02-server/#2-ports';

  it('between documents lead to pages and have the id of their target', async () => {
    const { references } = await rendered('See [the ports](02-server.md#2-ports).');
    expect(references[0].properties).toMatchObject({ href, dataRef: '02-server#2-ports' });
  });

  it('can be reference links', async () => {
    const { root } = await rendered('See [the ports][p], [p][] and [p].\n\n[p]: 02-server.md#2-ports');
    expect(select(select(root, 'p')[0], 'a').map((link) => link.properties.href)).toEqual([href, href, href]);
  });

  it('can stand in headings', async () => {
    const { root } = await rendered('Text.\n\n### 1.1 See [the ports](02-server.md#2-ports)\n\nText.');
    expect(select(select(root, 'h3')[0], 'a')[0].properties.href).toBe(href);
  });

  it('can stand in emphasis, lists and tables', async () => {
    const { references } = await rendered(
      '**[a](02-server.md#2-ports)**\n\n- [b](02-server.md#2-ports)\n\n| [c](02-server.md#2-ports) |\n|---|',
    );
    expect(references.map((node) => node.properties.href)).toEqual([href, href, href]);
  });

  it('keep the markup in their text', async () => {
    const { root } = await rendered('See [`spec/02-server.md`](02-server.md).');
    expect(pathTo(root, select(root, 'code')[0])).toBe('p a code');
  });

  it('never contain a second link', async () => {
    const { root } = await rendered('See [Section 2 of `FL_PORT`](02-server.md).');
    for (const link of select(root, 'a')) expect(select(link, 'a')).toEqual([]);
  });
});

describe('references to missing targets', () => {
  it('are marked as broken and are not links', async () => {
    const { references } = await rendered('See Section 77 above.');
    expect(references.map((node) => node.tagName)).toEqual(['span']);
    expect(references[0].properties.className).toEqual(['ref', 'ref-broken']);
    expect(textOf(references[0])).toContain('Section 77');
  });
});
