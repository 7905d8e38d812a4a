/** A set whose check takes longer than a key: the edited document is checked at once, the others when typing pauses. */
import { expect, it } from 'vitest';
import { startServer } from '../helpers/lsp-client.ts';

const COUNT = 120;
const text = (i: number): string =>
  `# Document ${i}\n\n## 1. Scope\n\nSee [the next one](d${(i + 1) % COUNT}.md#1-scope).\n`;
const FILES = Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`d${i}.md`, text(i)]));

it('diagnostics of the edited document come first, those of other documents follow', async () => {
  const client = await startServer(FILES);
  await client.open('d5.md', text(5));
  expect((await client.diagnostics('d5.md')).diagnostics).toEqual([]);
  await client.change('d5.md', `${text(5).replace('1. Scope', '1. Aim')}\n[gone](gone.md)\n`, 2);
  expect((await client.diagnostics('d5.md', 2)).diagnostics).toMatchObject([
    { code: 'broken-link', range: { start: { line: 6 } } },
  ]);
  await expect
    .poll(() => client.sent('d4.md').at(-1)?.diagnostics)
    .toMatchObject([{ code: 'broken-anchor' }]);
  await client.change('d5.md', text(5), 3);
  expect((await client.diagnostics('d5.md', 3)).diagnostics).toEqual([]);
  await expect.poll(() => client.sent('d4.md').at(-1)?.diagnostics).toEqual([]);
  expect(await client.end()).toBe(0);
});

it('a list of names that is cut says so: the editor asks again when more is typed', async () => {
  const many = Object.fromEntries(Array.from({ length: 220 }, (_, i) => [`note-${i}.md`, `# Note ${i}\n`]));
  const client = await startServer(many);
  const complete = async (typed: string, version: number) => {
    await client.change('note-1.md', `# Note 1\n\n${typed}`, version);
    return client.request('textDocument/completion', {
      textDocument: { uri: client.uri('note-1.md') },
      position: { line: 2, character: typed.length },
    });
  };
  await client.open('note-1.md', '# Note 1\n');
  expect(await complete('note-', 2)).toMatchObject({ isIncomplete: true, items: { length: 200 } });
  expect(await complete('note-219', 3)).toMatchObject([{ label: 'note-219.md' }]);
  await client.end();
});

it('a finding of a rule that reads several documents keeps its place until it is checked again', async () => {
  const gap = '# Gap\n\n## 1. One\n\n## 2. Two\n\n## 4. Four\n';
  const client = await startServer({ ...FILES, 'gap.md': gap });
  await client.open('gap.md', gap);
  await expect
    .poll(() => client.sent('gap.md').at(-1)?.diagnostics)
    .toMatchObject([{ code: 'section-number-gap', range: { start: { line: 6 } } }]);
  await client.change('gap.md', gap.replace('# Gap', '# Gap\n\nText.'), 2);
  expect((await client.diagnostics('gap.md', 2)).diagnostics).toMatchObject([
    { code: 'section-number-gap', range: { start: { line: 8 } } },
  ]);
  await client.end();
});
