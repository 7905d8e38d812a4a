/** What an editor asks about a position or a document, over the protocol. */
import { beforeAll, describe, expect, it, afterAll } from 'vitest';
import type { CodeLens, CompletionItem, Location } from 'vscode-languageserver/node';
import { startLspClient, type LspClient } from '../helpers/lsp-client.ts';

const FILES = {
  'specgraph.config.json': JSON.stringify({
    kinds: { option: { defined: { table: 'Option' }, fields: { default: ['Default'] } } },
    phases: [
      { number: '1', name: 'Build', dependsOn: [], finished: true },
      { number: '2', name: 'Run', dependsOn: ['1'], finished: false },
    ],
  }),
  'a.md': [
    '# Alpha',
    '',
    '## 1. Scope',
    '',
    'See [two](b.md#2-two), Section 2, Sections 1 and 2 of b.md, and `--mode`.',
    '',
    '## 2. Rest',
    '',
    '<!-- a',
    'comment -->',
    '',
    '```sh',
    'run --mode',
    '```',
    '',
    '![picture](picture.png) [site](https://example.org/)',
    '',
    'It belongs to Phase 2.',
    '',
  ].join('\n'),
  'b.md': [
    '# Beta',
    '',
    '## 1. Start',
    '',
    'First.',
    '',
    '## 2. Two',
    '',
    'The second section.',
    '',
    '| Option | Use | Default |',
    '| --- | --- | --- |',
    '| `--mode` | Sets the mode | fast |',
    '',
  ].join('\n'),
  'picture.png': '',
};

describe('an editor', () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await startLspClient(FILES, {
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
    });
    await client.open('a.md', FILES['a.md']);
    await client.diagnostics('a.md');
  });
  afterAll(() => client.end());

  const document = (file: string) => ({ textDocument: { uri: client.uri(file) } });
  const at = (words: string, offset = 1, file: 'a.md' | 'b.md' = 'a.md') => {
    const lines = FILES[file].split('\n');
    const line = lines.findIndex((one) => one.includes(words));
    return { ...document(file), position: { line, character: lines[line].indexOf(words) + offset } };
  };
  const placesOf = (locations: Location[] | null): string[] | undefined =>
    locations?.map(({ uri, range }) => `${uri.slice(uri.lastIndexOf('/') + 1)}:${range.start.line + 1}`);

  it.each([
    ['a link', '[two]', 1, ['b.md:7']],
    ['its anchor', '#2-two', 3, ['b.md:7']],
    ['a section of the document named before', 'Section 2,', 1, ['b.md:7']],
    ['several sections', 'Sections 1 and 2', 2, ['b.md:3']],
    ['an id in a code span', '`--mode`', 3, ['b.md:13']],
    ['a picture', 'picture.png', 2, ['picture.png:1']],
    ['what the configuration defines', 'Phase 2', 1, ['specgraph.config.json:1']],
  ])('goes from %s to its definition', async (_name, words, offset, expected) => {
    const found = placesOf(await client.request('textDocument/definition', at(words, offset)));
    expect(found).toEqual(expected);
  });

  it('goes nowhere from other words', async () => {
    expect(await client.request('textDocument/definition', at('See'))).toBeNull();
  });

  it('finds the references to a heading and to an id, with the definition where it is wanted', async () => {
    const find = async (place: object, includeDeclaration: boolean) =>
      placesOf(
        await client.request('textDocument/references', { ...place, context: { includeDeclaration } }),
      );
    const heading = at('2. Two', 4, 'b.md');
    expect(await find(heading, false)).toEqual(['a.md:5', 'a.md:5', 'a.md:5']);
    expect(await find(heading, true)).toEqual(['b.md:7', 'a.md:5', 'a.md:5', 'a.md:5']);
    expect(await find(at('`--mode`', 3), true)).toEqual(['b.md:13', 'a.md:5']);
  });

  it('shows the preview of a section and the fields of an id', async () => {
    const hover = async (place: object): Promise<string> =>
      (await client.request<{ contents: { value: string } }>('textDocument/hover', place)).contents.value;
    expect(await hover(at('[two]'))).toBe(
      '**2. Two**\n\nSection in `b.md:7`, Beta\n\nThe second section.\n\n3 references',
    );
    expect(await hover(at('`--mode`', 3))).toContain('- Default: fast');
    expect(await hover(at('Phase 2'))).toBe(
      '**Phase 2: Run**\n\nPhase in `specgraph.config.json:1`\n\n1 reference',
    );
  });

  it('completes what the words before the cursor announce', async () => {
    const complete = async (typed: string, version: number) => {
      await client.change('a.md', `${FILES['a.md']}\n${typed}`, version);
      const position = { line: FILES['a.md'].split('\n').length, character: typed.length };
      const items = await client.request<CompletionItem[]>('textDocument/completion', {
        ...document('a.md'),
        position,
      });
      return items.map(({ label, detail }) => (detail ? `${label} ${detail}` : label));
    };
    expect(await complete('Section ', 2)).toEqual(['1 Scope', '2 Rest']);
    expect(await complete('See b.md, Section ', 3)).toEqual(['1 Start', '2 Two']);
    expect(await complete('[x](b.md#', 4)).toEqual(['#beta Beta', '#1-start 1. Start', '#2-two 2. Two']);
    expect(await complete('[x](', 5)).toEqual([
      '#alpha Alpha',
      '#1-scope 1. Scope',
      '#2-rest 2. Rest',
      'b.md Beta',
      'a.md',
      'picture.png',
      'specgraph.config.json',
    ]);
    expect(await complete('`--m', 6)).toEqual([expect.stringMatching(/^--mode option/)]);
    await client.change('a.md', FILES['a.md'], 7);
  });

  it('completes names where the author asks or a name begins, not behind any bracket', async () => {
    const complete = async (typed: string, triggerCharacter: string, version: number) => {
      await client.change('a.md', `${FILES['a.md']}\n${typed}`, version);
      return client.request<CompletionItem[]>('textDocument/completion', {
        ...document('a.md'),
        position: { line: FILES['a.md'].split('\n').length, character: typed.length },
        context: { triggerKind: 2, triggerCharacter },
      });
    };
    expect(await complete('As they say (', '(', 10)).toEqual([]);
    expect(await complete('# ', ' ', 11)).toEqual([]);
    expect(await complete('Set `', '`', 12)).toContainEqual(expect.objectContaining({ label: '--mode' }));
    await client.change('a.md', FILES['a.md'], 13);
  });

  it('explains a completion when it is chosen', async () => {
    await client.change('a.md', `${FILES['a.md']}\nSection `, 8);
    const position = { line: FILES['a.md'].split('\n').length, character: 8 };
    const [, second] = await client.request<CompletionItem[]>('textDocument/completion', {
      ...document('a.md'),
      position,
    });
    expect(await client.request('completionItem/resolve', second)).toMatchObject({
      documentation: { kind: 'markdown', value: expect.stringContaining('**2. Rest**') },
    });
    await client.change('a.md', FILES['a.md'], 9);
  });

  it('outlines a document as a tree, with the ids that are defined in its sections', async () => {
    expect(await client.request('textDocument/documentSymbol', document('b.md'))).toMatchObject([
      {
        name: 'Beta',
        children: [{ name: '1. Start' }, { name: '2. Two', children: [{ name: '--mode', children: [] }] }],
      },
    ]);
  });

  it('finds symbols of the workspace by letters in their order', async () => {
    const find = async (query: string) =>
      (await client.request<{ name: string }[]>('workspace/symbol', { query })).map(({ name }) => name);
    expect(await find('two')).toEqual(['2. Two']);
    expect(await find('1st')).toContain('1. Start');
    expect(await find('mode')).toEqual([expect.stringContaining('--mode')]);
  });

  it('folds sections, comments and code', async () => {
    expect(await client.request('textDocument/foldingRange', document('a.md'))).toEqual([
      { startLine: 0, endLine: 17 },
      { startLine: 2, endLine: 4 },
      { startLine: 6, endLine: 17 },
      { startLine: 8, endLine: 9, kind: 'comment' },
      { startLine: 11, endLine: 13 },
    ]);
  });

  it('opens links to sections, files and other sites', async () => {
    const links = await client.request<{ target: string }[]>('textDocument/documentLink', document('a.md'));
    expect(links.map(({ target }) => target)).toEqual([
      `${client.uri('b.md')}#L7`,
      client.uri('picture.png'),
      'https://example.org/',
    ]);
  });

  it('shows the number of references over a heading, and leads to them', async () => {
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', document('b.md'));
    expect(lenses.map(({ range, command }) => `${range.start.line + 1} ${command!.title}`)).toEqual([
      '1 1 reference',
      '3 1 reference',
      '7 3 references',
    ]);
    const { command, arguments: given } = lenses[2].command!;
    const shown = await client.request<Location[]>('workspace/executeCommand', {
      command,
      arguments: given,
    });
    expect(placesOf(shown)).toEqual(['a.md:5', 'a.md:5', 'a.md:5']);
  });

  it('offers the fix of a finding, and all fixes of a document', async () => {
    const broken = FILES['a.md'].replace('b.md#2-two', 'B.md#2-two');
    await client.change('a.md', broken, 10);
    const { diagnostics } = await client.diagnostics('a.md', 10);
    expect(diagnostics).toMatchObject([{ code: 'case-mismatch' }]);
    const actions = await client.request<{ kind: string; edit: { changes: object } }[]>(
      'textDocument/codeAction',
      {
        ...document('a.md'),
        range: diagnostics[0].range,
        context: { diagnostics, only: ['quickfix', 'source.fixAll'] },
      },
    );
    expect(actions.map(({ kind }) => kind)).toEqual(['quickfix', 'source.fixAll.specgraph']);
    for (const { edit } of actions)
      expect(edit.changes).toMatchObject({
        [client.uri('a.md')]: [{ newText: expect.stringContaining('b.md') }],
      });
    await client.change('a.md', FILES['a.md'], 11);
  });
});
