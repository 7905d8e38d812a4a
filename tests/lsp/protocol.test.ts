/** The real process over its streams, as an editor uses it. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';
import { startServer, writeFiles } from '../helpers/lsp-client.ts';

const A = [
  '# Alpha',
  '',
  '## 1. One',
  '',
  'See [two](b.md#2-two) and Section 9 of this document.',
  '',
  '## 2. Next',
  '',
  'As 😀 and Section 1 say.',
  '',
].join('\n');
const B = ['# Beta', '', '## 1. Start', '', 'See [one](a.md#1-one).', '', '## 2. Two', '', 'None.', ''].join(
  '\n',
);

const messagesOf = ({ diagnostics }: { diagnostics: { message: unknown }[] }): unknown[] =>
  diagnostics.map(({ message }) => message);

describe('the life of a server', () => {
  it('ends with 0 after shutdown and exit', async () => {
    expect(await (await startServer({ 'a.md': A })).end()).toBe(0);
  });

  it('ends with 1 where the editor leaves without shutdown', async () => {
    const { connection, process: server } = await startServer({ 'a.md': A });
    const status = new Promise((resolve) => server.on('exit', resolve));
    await connection.sendNotification('exit');
    expect(await status).toBe(1);
  });

  it('ends with 1 where its input ends', async () => {
    const { process: server } = await startServer({ 'a.md': A });
    const status = new Promise((resolve) => server.on('exit', resolve));
    server.stdin.end();
    expect(await status).toBe(1);
  });

  it('keeps what a configuration prints out of the protocol', async () => {
    const client = await startServer({
      'specgraph.config.mjs':
        'console.log("printed"); process.stdout.write("written"); export default { title: "x" };',
      'a.md': A,
    });
    await client.open('a.md', A);
    expect(messagesOf(await client.diagnostics('a.md'))).toHaveLength(2);
    expect(await client.end()).toBe(0);
  });
});

describe('diagnostics', () => {
  it('follow what is typed, before it is saved', async () => {
    const client = await startServer({ 'a.md': A, 'b.md': B });
    await client.open('a.md', A);
    expect(await client.diagnostics('a.md')).toMatchObject({
      uri: client.uri('a.md'),
      version: 1,
      diagnostics: [
        {
          code: 'broken-section',
          source: 'specgraph',
          severity: 1,
          range: { start: { line: 4, character: 26 }, end: { line: 4, character: 35 } },
        },
      ],
    });
    await client.change('a.md', A.replace('Section 9', 'Section 2'), 2);
    expect(messagesOf(await client.diagnostics('a.md', 2))).toEqual([]);
    await client.end();
  });

  it('have the severity that the configuration sets', async () => {
    const severityAt = async (setting: string): Promise<unknown> => {
      const config = JSON.stringify({ rules: { 'broken-section': setting } });
      const client = await startServer({ 'a.md': A, 'b.md': B, 'specgraph.config.json': config });
      await client.open('a.md', A);
      const { diagnostics } = await client.diagnostics('a.md');
      await client.end();
      return diagnostics.map(({ severity }) => severity);
    };
    expect(await severityAt('warn')).toEqual([2]);
    expect(await severityAt('info')).toEqual([3]);
  });

  it('tell what to read again, until it is accepted', async () => {
    const files = {
      'spec/a.md': '# A\n\n## 1. Scope\n\nSee Section 2 on pauses.\n\n## 2. Pause\n\nTen seconds.\n',
      'spec/specgraph.config.json': JSON.stringify({ rules: { 'changed-target': 'info' } }),
    };
    const changed = files['spec/a.md'].replace('Ten', 'Thirty');
    const accepted = async (text: string): Promise<string> => {
      const { files: written } = await runIn(
        { files: { ...files, 'spec/a.md': text } },
        'review',
        '--accept',
        'a#2',
      );
      return written['spec/.specgraph-reviews'];
    };
    const client = await startServer({
      ...files,
      'spec/.specgraph-reviews': await accepted(files['spec/a.md']),
    });
    await client.open('spec/a.md', files['spec/a.md']);
    expect((await client.diagnostics('spec/a.md')).diagnostics).toEqual([]);
    await client.change('spec/a.md', changed, 2);
    await expect
      .poll(() => client.sent('spec/a.md').at(-1)?.diagnostics)
      .toMatchObject([{ code: 'changed-target', severity: 3, range: { start: { line: 4 } } }]);
    writeFiles(client.folder, { 'spec/.specgraph-reviews': await accepted(changed) });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('spec/.specgraph-reviews'), type: 2 }],
    });
    await expect.poll(() => client.sent('spec/a.md').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });

  it('of other documents change with the one that is edited', async () => {
    const client = await startServer({ 'a.md': A, 'b.md': B });
    await client.open('a.md', A);
    await client.diagnostics('a.md');
    expect(client.sent('b.md')).toEqual([]);
    await client.change('a.md', A.replace('## 1. One', '## 1. First'), 2);
    await expect
      .poll(() => client.sent('b.md').map(({ diagnostics }) => diagnostics[0].code))
      .toEqual(['broken-anchor']);
    await client.change('a.md', A, 3);
    await expect.poll(() => client.sent('b.md').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });

  it('take in edits of a part of the text', async () => {
    const client = await startServer({ 'a.md': A, 'b.md': B });
    await client.open('a.md', A);
    await client.diagnostics('a.md');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri('a.md'), version: 2 },
      contentChanges: [
        { range: { start: { line: 8, character: 18 }, end: { line: 8, character: 19 } }, text: '7' },
        { range: { start: { line: 4, character: 34 }, end: { line: 4, character: 35 } }, text: '1' },
      ],
    });
    expect((await client.diagnostics('a.md', 2)).diagnostics).toMatchObject([
      { range: { start: { line: 8, character: 10 }, end: { line: 8, character: 19 } } },
    ]);
    await client.end();
  });

  it('follow files that change on the disk', async () => {
    const client = await startServer({ 'a.md': A, 'b.md': B });
    await client.open('b.md', B);
    expect(messagesOf(await client.diagnostics('b.md'))).toEqual([]);
    writeFileSync(path.join(client.folder, 'a.md'), A.replace('## 1. One', '## 1. Other'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('a.md'), type: 2 }],
    });
    await expect
      .poll(() =>
        client
          .sent('b.md')
          .at(-1)
          ?.diagnostics.map(({ code }) => code),
      )
      .toEqual(['broken-anchor']);
    await client.end();
  });

  it('a document that was never saved is a part of its set', async () => {
    const client = await startServer({ 'a.md': A });
    await client.open('b.md', B);
    await client.diagnostics('b.md');
    await client.open('a.md', A);
    expect(messagesOf(await client.diagnostics('a.md'))).toHaveLength(1);
    await client.end();
  });
});

describe('configurations', () => {
  const CONFIG = JSON.stringify({ rules: { 'broken-section': 'off' } });

  it('the nearest one counts, and the folder of the workspace where there is none', async () => {
    const client = await startServer({ 'set/specgraph.config.json': CONFIG, 'set/docs/a.md': A, 'b.md': A });
    await client.open('set/docs/a.md', A.replace('[two](b.md#2-two)', 'two'));
    expect(messagesOf(await client.diagnostics('set/docs/a.md'))).toEqual([]);
    await client.open('b.md', A.replace('[two](b.md#2-two)', 'two'));
    expect(messagesOf(await client.diagnostics('b.md'))).toHaveLength(1);
    await client.end();
  });

  it('a broken one is a diagnostic at its place, and of the documents that are not checked', async () => {
    const client = await startServer({
      'specgraph.config.json': '{\n "exclude": 5 }',
      'a.md': A,
    });
    await client.open('a.md', A);
    expect((await client.diagnostics('a.md')).diagnostics).toMatchObject([
      {
        code: 'unreadable-set',
        message: expect.stringMatching(
          /^This document is not checked: specgraph\.config\.json:2 is not a configuration: exclude: .*\.$/,
        ),
      },
    ]);
    await expect
      .poll(() => client.sent('specgraph.config.json').at(-1)?.diagnostics)
      .toMatchObject([
        {
          code: 'unreadable-set',
          range: { start: { line: 1 } },
          message: expect.stringMatching(/^specgraph\.config\.json:2 is not/) as string,
        },
      ]);
    writeFiles(client.folder, { 'specgraph.config.json': CONFIG });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('specgraph.config.json'), type: 2 }],
    });
    await expect.poll(() => client.sent('specgraph.config.json').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });

  it('an unsaved configuration counts as it is in the editor', async () => {
    const client = await startServer({
      'specgraph.config.json': '{}',
      'a.md': A.replace('[two](b.md#2-two)', 'two'),
    });
    await client.open('a.md', A.replace('[two](b.md#2-two)', 'two'));
    await client.diagnostics('a.md');
    await client.open('specgraph.config.json', CONFIG);
    await expect.poll(() => client.sent('a.md').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });
});

describe('documents outside of the workspace', () => {
  it('stand alone: their links are checked, their neighbours are not', async () => {
    const client = await startServer({ 'in/a.md': A, 'out/b.md': B, 'out/c.md': A }, { folders: ['in'] });
    await client.open('out/b.md', B);
    expect((await client.diagnostics('out/b.md')).diagnostics.map(({ code }) => code)).toEqual([
      'broken-link',
    ]);
    expect(client.sent('out/c.md')).toEqual([]);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('out/b.md') },
    });
    await expect.poll(() => client.sent('out/b.md').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });

  it('one without a file gets empty answers', async () => {
    const client = await startServer({ 'a.md': A });
    const textDocument = { uri: 'untitled:Untitled-1' };
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'markdown', version: 1, text: A },
    });
    const position = { line: 4, character: 28 };
    expect(await client.request('textDocument/definition', { textDocument, position })).toBeNull();
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    await client.end();
  });
});

describe('several folders', () => {
  it('each one is a set of its own', async () => {
    const client = await startServer(
      { 'one/a.md': A, 'one/b.md': B, 'two/b.md': B },
      { folders: ['one', 'two'] },
    );
    await client.open('two/b.md', B);
    expect((await client.diagnostics('two/b.md')).diagnostics.map(({ code }) => code)).toEqual([
      'broken-link',
    ]);
    const symbols = await client.request<{ location: { uri: string } }[]>('workspace/symbol', {
      query: '2. two',
    });
    expect(symbols.map(({ location }) => location.uri).sort()).toEqual([
      client.uri('one/b.md'),
      client.uri('two/b.md'),
    ]);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: client.uri('one'), name: 'one' }] },
    });
    const left = await client.request<{ location: { uri: string } }[]>('workspace/symbol', {
      query: '2. two',
    });
    expect(left.map(({ location }) => location.uri)).toEqual([client.uri('two/b.md')]);
    await client.end();
  });
});
