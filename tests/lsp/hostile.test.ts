/** What editors and file systems do besides typing: other line ends, deleted files, unknown methods, broken messages, sudden ends. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startServer } from '../helpers/lsp-client.ts';

const TARGET = '# Target\n\n## 1. One\n\nText.\n\n## 2. Two\n\nText.\n';

describe('positions', () => {
  const LINE = 'Ä 👩‍👩‍👧 𝒳 [two](b.md#2-two) and 😀 [gone](gone.md).';

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('count UTF-16 units, with %s', async (_name, newline) => {
    const text = ['# A', '', '## 1. One', '', LINE, ''].join(newline);
    const client = await startServer({ 'a.md': text, 'b.md': TARGET });
    await client.open('a.md', text);
    const start = LINE.indexOf('gone.md');
    expect((await client.diagnostics('a.md')).diagnostics).toMatchObject([
      {
        code: 'broken-link',
        range: { start: { line: 4, character: start }, end: { line: 4, character: start + 7 } },
      },
    ]);
    const textDocument = { uri: client.uri('a.md') };
    const at = LINE.indexOf('b.md#');
    for (const character of [at, at + 4, at + 10])
      expect(
        await client.request('textDocument/definition', { textDocument, position: { line: 4, character } }),
      ).toMatchObject([{ uri: client.uri('b.md'), range: { start: { line: 6 } } }]);
    expect(
      await client.request('textDocument/definition', {
        textDocument,
        position: { line: 4, character: LINE.indexOf('𝒳') },
      }),
    ).toBeNull();
    await client.end();
  });

  it('behind the end of a line or document are answered with nothing', async () => {
    const client = await startServer({ 'a.md': TARGET });
    await client.open('a.md', TARGET);
    const textDocument = { uri: client.uri('a.md') };
    for (const position of [
      { line: 4, character: 900 },
      { line: 900, character: 0 },
    ]) {
      expect(await client.request('textDocument/definition', { textDocument, position })).toBeNull();
      expect(await client.request('textDocument/hover', { textDocument, position })).toBeNull();
      expect(await client.request('textDocument/completion', { textDocument, position })).toBeInstanceOf(
        Array,
      );
    }
    await client.end();
  });

  it('edits within an emoji and between CR and LF keep the text as the editor has it', async () => {
    const text = '# A\r\n\r\n😀 [x](b.md)\r\n';
    const client = await startServer({ 'a.md': text, 'b.md': TARGET });
    await client.open('a.md', text);
    await client.diagnostics('a.md');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: client.uri('a.md'), version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 2 } }, text: '👍🏽' },
        { range: { start: { line: 2, character: 12 }, end: { line: 2, character: 13 } }, text: 'c.' },
      ],
    });
    expect((await client.diagnostics('a.md', 2)).diagnostics).toMatchObject([
      { code: 'broken-link', range: { start: { line: 2, character: 9 } } },
    ]);
    await client.end();
  });
});

describe('files', () => {
  it('that are deleted break the links to them, and lose their diagnostics', async () => {
    const broken = '# B\n\n[x](gone.md)\n';
    const text = '# A\n\n[b](b.md)\n';
    const client = await startServer({ 'a.md': text, 'b.md': broken });
    await client.open('a.md', text);
    await expect.poll(() => client.sent('b.md').at(-1)?.diagnostics).toHaveLength(1);
    rmSync(path.join(client.folder, 'b.md'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('b.md'), type: 3 }],
    });
    await expect.poll(() => client.sent('a.md').at(-1)?.diagnostics).toMatchObject([{ code: 'broken-link' }]);
    await expect.poll(() => client.sent('b.md').at(-1)?.diagnostics).toEqual([]);
    await client.end();
  });

  it('an open document whose file is deleted counts until it is closed', async () => {
    const text = '# A\n\n[b](b.md)\n';
    const client = await startServer({ 'a.md': text, 'b.md': TARGET });
    await client.open('a.md', text);
    await client.open('b.md', TARGET);
    await client.diagnostics('b.md');
    rmSync(path.join(client.folder, 'b.md'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uri('b.md'), type: 3 }],
    });
    expect(
      await client.request('textDocument/documentSymbol', { textDocument: { uri: client.uri('b.md') } }),
    ).toHaveLength(3);
    await client.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: client.uri('b.md') },
    });
    await expect.poll(() => client.sent('a.md').at(-1)?.diagnostics).toMatchObject([{ code: 'broken-link' }]);
    await client.end();
  });
});

describe('the protocol', () => {
  it('unknown methods are refused, unknown notifications are ignored, and the server goes on', async () => {
    const client = await startServer({ 'a.md': TARGET });
    await expect(client.request('textDocument/unheardOf', {})).rejects.toThrow(/Unhandled method/);
    await client.connection.sendNotification('$/unheardOf', {});
    await client.connection.sendNotification('workspace/unheardOf', {});
    await client.open('a.md', TARGET);
    expect((await client.diagnostics('a.md')).diagnostics).toEqual([]);
    expect(await client.request('workspace/executeCommand', { command: 'unheard.of' })).toBeNull();
    expect(await client.end()).toBe(0);
  });

  it('requests about documents that were never opened are answered from the disk', async () => {
    const client = await startServer({ 'a.md': TARGET });
    const textDocument = { uri: client.uri('a.md') };
    expect(await client.request('textDocument/documentSymbol', { textDocument })).toHaveLength(3);
    const missing = { textDocument: { uri: client.uri('missing.md') } };
    expect(await client.request('textDocument/documentSymbol', missing)).toEqual([]);
    await client.end();
  });

  it('many changes in a row end in the diagnostics of the last one', async () => {
    const client = await startServer({ 'a.md': TARGET });
    await client.open('a.md', TARGET);
    for (let version = 2; version <= 60; version++)
      void client.change('a.md', `${TARGET}\n${'[x](gone.md)\n\n'.repeat(version % 7)}`, version);
    expect((await client.diagnostics('a.md', 60)).diagnostics).toHaveLength(60 % 7);
    expect(client.sent('a.md').length).toBeLessThan(60);
    await client.end();
  });
});

describe('an editor that vanishes', () => {
  it('ends the server, also in the middle of a check', async () => {
    const client = await startServer({ 'a.md': TARGET });
    const status = new Promise((resolve) => client.process.on('exit', resolve));
    await client.open('a.md', TARGET.repeat(200));
    client.process.stdin.destroy();
    client.process.stdout.destroy();
    expect(await status).toBe(1);
  });
});
