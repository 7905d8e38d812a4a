/** Refactorings over the protocol: the edits are made on the files, and the files are compared. */
import { describe, expect, it } from 'vitest';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { filesAfter, startServer, type LspClient } from '../helpers/lsp-client.ts';

/** What an editor can do that renames files as part of an edit. */
const EDITOR = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename' as const] } },
};
const FILES = {
  'a.md':
    '# Alpha\n\n## 1. Scope\n\nSee Section 3.\n\n## 2. Set-up\n\n😀 [set up](#2-set-up), §3.\n\n## 3. Use\n\nText.\n',
  'b.md':
    '# Beta\n\nRead [Alpha](a.md#2-set-up), Section 2, and [a.md](a.md), Sections 2 and 3.\n\nSee [3. Use](a.md#3-use).\n',
};

/** The position of the first character of some words. */
function at(client: LspClient, file: keyof typeof FILES, words: string, offset = 0) {
  const lines = FILES[file].split('\n');
  const line = lines.findIndex((one) => one.includes(words));
  return {
    textDocument: { uri: client.uri(file) },
    position: { line, character: lines[line].indexOf(words) + offset },
  };
}

async function startEditor(capabilities = {}): Promise<LspClient> {
  const client = await startServer(FILES, { capabilities });
  await client.open('a.md', FILES['a.md'], 7);
  await client.open('b.md', FILES['b.md']);
  return client;
}

describe('rename', () => {
  it('of a heading offers its title, and anchors and link texts follow', async () => {
    const client = await startEditor();
    const place = at(client, 'a.md', '2. Set-up', 4);
    expect(await client.request('textDocument/prepareRename', place)).toEqual({
      range: { start: { line: 6, character: 6 }, end: { line: 6, character: 12 } },
      placeholder: 'Set-up',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'Install' });
    expect(filesAfter(client, FILES, edit)).toEqual({
      'a.md': FILES['a.md'].replace('2. Set-up', '2. Install').replace('#2-set-up', '#2-install'),
      'b.md': FILES['b.md'].replace('#2-set-up', '#2-install'),
    });
  });

  it('works from a reference in prose, behind an emoji', async () => {
    const client = await startEditor();
    const place = at(client, 'a.md', '§3', 1);
    expect(await client.request('textDocument/prepareRename', place)).toEqual({
      range: { start: { line: 8, character: 24 }, end: { line: 8, character: 26 } },
      placeholder: 'Use',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'Usage' });
    expect(filesAfter(client, FILES, edit)).toEqual({
      'a.md': FILES['a.md'].replace('3. Use', '3. Usage'),
      'b.md': FILES['b.md'].replace('[3. Use](a.md#3-use)', '[3. Usage](a.md#3-usage)'),
    });
  });

  it('takes in what is not saved, and names the version that the edit was made for', async () => {
    const client = await startEditor(EDITOR);
    const text = FILES['a.md'].replace('Text.', 'Text, Section 2, [x](#2-set-up).');
    await client.change('a.md', text, 8);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at(client, 'a.md', '2. Set-up', 4),
      newName: 'Install',
    });
    expect(edit.documentChanges).toMatchObject([
      { textDocument: { uri: client.uri('a.md'), version: 8 } },
      { textDocument: { uri: client.uri('b.md'), version: 1 } },
    ]);
    expect(filesAfter(client, { ...FILES, 'a.md': text }, edit)['a.md']).toBe(
      text.replace('2. Set-up', '2. Install').replaceAll('#2-set-up', '#2-install'),
    );
  });

  it('of a document renames its file where the editor can', async () => {
    const client = await startEditor(EDITOR);
    const place = at(client, 'b.md', 'a.md),', 1);
    expect(await client.request('textDocument/prepareRename', place)).toMatchObject({ placeholder: 'a.md' });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: 'c.md' });
    expect(filesAfter(client, FILES, edit)).toEqual({
      'c.md': FILES['a.md'],
      'b.md': FILES['b.md'].replaceAll('a.md', 'c.md'),
    });
    const plain = await startEditor();
    await expect(
      plain.request('textDocument/rename', { ...at(plain, 'b.md', 'a.md),', 1), newName: 'c.md' }),
    ).rejects.toThrow('This editor cannot rename files for a language server.');
  });

  it('is refused with the reason', async () => {
    const client = await startEditor(EDITOR);
    await expect(
      client.request('textDocument/rename', { ...at(client, 'b.md', 'a.md),', 1), newName: 'b.md' }),
    ).rejects.toThrow('B.md is a document already (b.md:1).');
    await expect(
      client.request('textDocument/prepareRename', at(client, 'b.md', 'Sections 2 and', 3)),
    ).resolves.toMatchObject({ placeholder: 'Set-up' });
    expect(await client.request('textDocument/prepareRename', at(client, 'b.md', 'Read'))).toBeNull();
  });

  it('of an id of a configured kind', async () => {
    const files = {
      'specgraph.config.json': JSON.stringify({
        kinds: { option: { defined: { table: 'Option' } } },
      }),
      'a.md': '# A\n\n| Option | Use |\n| --- | --- |\n| `--mode` | Mode |\n\nSet `--mode` first.\n',
    };
    const client = await startServer(files);
    await client.open('a.md', files['a.md']);
    const place = { textDocument: { uri: client.uri('a.md') }, position: { line: 6, character: 7 } };
    expect(await client.request('textDocument/prepareRename', place)).toMatchObject({
      placeholder: '--mode',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...place, newName: '--kind' });
    expect(filesAfter(client, files, edit)).toEqual({
      ...files,
      'a.md': files['a.md'].replaceAll('--mode', '--kind'),
    });
  });
});

it('a data file beside the documents follows, also in a folder', async () => {
  const files = {
    'a.md': FILES['a.md'],
    'data/owners.yaml': '- document: a\n  section: "2"\n',
    'data/.hidden.yaml': '- document: a\n  section: "2"\n',
  };
  const client = await startServer(files);
  await client.open('a.md', files['a.md']);
  const request = { action: 'insert', target: 'a#2-set-up', title: 'New', side: 'before' };
  await client.request('workspace/executeCommand', {
    command: 'specgraph.refactor',
    arguments: [client.uri('a.md'), request],
  });
  const after = filesAfter(client, files, client.applied[0]);
  expect(after['data/owners.yaml']).toBe('- document: a\n  section: "3"\n');
  expect(after['data/.hidden.yaml']).toBe(files['data/.hidden.yaml']);
});

describe('a file that is renamed in the list of files', () => {
  it('references follow it', async () => {
    const client = await startEditor();
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri('a.md'), newUri: client.uri('docs/c.md') }],
    });
    expect(filesAfter(client, FILES, edit)).toEqual({
      ...FILES,
      'b.md': FILES['b.md'].replaceAll('(a.md', '(docs/c.md').replace('[a.md]', '[docs/c.md]'),
    });
  });

  it('references follow several files at once', async () => {
    const client = await startEditor();
    const files = ['a.md', 'b.md'].map((name) => ({
      oldUri: client.uri(name),
      newUri: client.uri(`docs/${name}`),
    }));
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    // Both are beside each other as before.
    expect(filesAfter(client, FILES, edit)).toEqual(FILES);
  });

  it('a file that is no document changes nothing', async () => {
    const client = await startEditor();
    expect(
      await client.request('workspace/willRenameFiles', {
        files: [{ oldUri: client.uri('x.md'), newUri: client.uri('y.md') }],
      }),
    ).toBeNull();
  });

  it('says why references cannot follow', async () => {
    const client = await startEditor();
    expect(
      await client.request('workspace/willRenameFiles', {
        files: [{ oldUri: client.uri('a.md'), newUri: client.uri('b.md') }],
      }),
    ).toBeNull();
    await expect
      .poll(() => client.messages)
      .toEqual(['References do not follow the renamed file. B.md is a document already (b.md:1).']);
  });
});

describe('actions on a section', () => {
  async function actionsAt(client: LspClient, line: number): Promise<CodeAction[]> {
    return client.request('textDocument/codeAction', {
      textDocument: { uri: client.uri('a.md') },
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
      context: { diagnostics: [], only: ['refactor'] },
    });
  }
  async function run(client: LspClient, actions: CodeAction[], title: string): Promise<void> {
    const { command, arguments: given } = actions.find((action) => action.title === title)!.command!;
    await client.request('workspace/executeCommand', { command, arguments: given });
  }

  it('insert a section: the numbers behind it and their references follow', async () => {
    const client = await startEditor();
    const actions = await actionsAt(client, 4);
    expect(actions.map(({ title }) => title)).toEqual([
      'Insert a section before “1. Scope”',
      'Insert a section after “1. Scope”',
      'Insert a section under “1. Scope”',
      'Renumber the sections of this document',
    ]);
    await run(client, actions, 'Insert a section after “1. Scope”');
    expect(filesAfter(client, FILES, client.applied[0])).toEqual({
      'a.md':
        '# Alpha\n\n## 1. Scope\n\nSee Section 4.\n\n## 2. New section\n\n## 3. Set-up\n\n😀 [set up](#3-set-up), §4.\n\n## 4. Use\n\nText.\n',
      'b.md':
        '# Beta\n\nRead [Alpha](a.md#3-set-up), Section 3, and [a.md](a.md), Sections 3 and 4.\n\nSee [4. Use](a.md#4-use).\n',
    });
  });

  it('names the numbers that may be meant and stay as they are', async () => {
    const client = await startEditor();
    await client.change('a.md', FILES['a.md'].replace('Text.', 'Sections 1, 2 and the 3.'), 8);
    await run(client, await actionsAt(client, 4), 'Insert a section after “1. Scope”');
    await expect.poll(() => client.messages).toEqual(['Look at a.md:15 "3" (now 4).']);
  });

  it('renumber a document whose numbers have a gap', async () => {
    const client = await startEditor();
    await run(client, await actionsAt(client, 0), 'Renumber the sections of this document');
    await expect.poll(() => client.messages).toEqual(['There is nothing to change.']);
    const text = FILES['a.md']
      .replace('3. Use', '4. Use')
      .replaceAll('Section 3', 'Section 4')
      .replace('§3', '§4');
    await client.change('a.md', text, 8);
    const linking = FILES['b.md']
      .replace('3. Use', '4. Use')
      .replace('#3-use', '#4-use')
      .replace('and 3', 'and 4');
    await client.change('b.md', linking, 2);
    await run(client, await actionsAt(client, 0), 'Renumber the sections of this document');
    expect(filesAfter(client, { 'a.md': text, 'b.md': linking }, client.applied[0])).toEqual(FILES);
  });

  it('ask whether a range means a section that comes to stand in it', async () => {
    const client = await startEditor();
    const text = FILES['a.md'].replace('Text.', 'Text, Sections 1-3.');
    await client.change('a.md', text, 8);
    await run(client, await actionsAt(client, 4), 'Insert a section after “1. Scope”');
    expect(client.applied).toEqual([]);
    expect(client.messages).toHaveLength(1);
    client.answers.push('Include the new section');
    await run(client, await actionsAt(client, 4), 'Insert a section after “1. Scope”');
    expect(filesAfter(client, { ...FILES, 'a.md': text }, client.applied[0])['a.md']).toContain(
      'Sections 1-4.',
    );
    client.answers[0] = 'Leave it out';
    await run(client, await actionsAt(client, 4), 'Insert a section after “1. Scope”');
    expect(filesAfter(client, { ...FILES, 'a.md': text }, client.applied[1])['a.md']).toMatch(
      /Sections 1(?: and 3-4|, 3 and 4)\./,
    );
  });
});
