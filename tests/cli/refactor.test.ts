import { describe, expect, test } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

const refactor = (...argv: string[]) => runIn({ files: SMALL_SET }, 'refactor', ...argv);

describe('refactor', () => {
  test('prints a diff with counts and writes nothing', async () => {
    const { code, stdout, stderr, files } = await refactor('insert', 'spec/02#1', 'Checks', '--after');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('--- a/spec/02-server.md\n+++ b/spec/02-server.md\n');
    expect(stdout).toContain('+## 2. Checks\n');
    expect(stdout).toMatch(
      /\n2 headings, 1 whole section and 1 reference in 2 files; nothing is written without --write\n$/,
    );
    expect(files).toEqual(SMALL_SET);
  });

  test('writes with --write', async () => {
    const { code, stdout, files } = await refactor('insert', 'spec/02#1', 'Checks', '--write');
    expect([code, stdout]).toEqual([0, '2 headings, 1 whole section and 1 reference in 2 files, written\n']);
    expect(files['spec/03-guide.md']).toContain('spec/02, Section 3.');
  });

  test.each([[], ['--write']])('says that nothing changes %j', async (...options) => {
    const files = { 'spec/01-a.md': '# 01 Alpha\n\n## 1. One\n\n## 2. Two\n\nSee Section 1.\n' };
    const { code, stdout, stderr } = await runIn({ files }, 'refactor', 'renumber', '01', ...options);
    expect([code, stdout, stderr]).toEqual([0, 'Nothing changes\n', '']);
  });

  test('lists what stands in the way and exits with 1', async () => {
    const { code, stdout, stderr, files } = await refactor('remove', 'spec/02#2', '--write');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      [
        'Refused, nothing is written: 1 place in the way',
        '  spec/03-guide.md:5  "Section 2" refers to spec/02 2',
        '--force removes it all the same, and lists what is broken then',
        '',
      ].join('\n'),
    );
    expect(files).toEqual(SMALL_SET);
  });

  test('lists the numbers to look at, with their places before and after', async () => {
    const server = SMALL_SET['spec/02-server.md'].replace(/\n$/, '\n\nSections 1 and 2, and the 3.\n');
    const files = { ...SMALL_SET, 'spec/02-server.md': server };
    const line = server.split('\n').length - 1;
    const insert = ['refactor', 'insert', 'spec/02#1', 'Checks', '--include-new'];
    const listed = (place: number): string =>
      `Look at these; they may mean what has another number or document now, and are left as they are:\n  spec/02-server.md:${place}  "3" (now 4)\n`;
    expect((await runIn({ files }, ...insert)).stdout).toContain(listed(line));
    expect((await runIn({ files }, ...insert, '--write')).stdout).toContain(listed(line + 2));
  });

  test('a forced removal closes the gap of the number where that is asked for', async () => {
    const sections = ['## 1. A', '## 2. B', '## 3. C', '## 4. D'].join('\n\n');
    const files = { 'spec/a.md': `# Doc\n\nSee Sections 1-4.\n\n${sections}\n` };
    const remove = (...options: string[]) =>
      runIn({ files }, 'refactor', 'remove', 'a#3', '--force', '--write', ...options);
    expect((await remove('--close-numbers')).files['spec/a.md']).toMatch(/Sections 1-3\.[^]*## 3\. D/);
    expect((await remove()).files['spec/a.md']).toMatch(/Sections 1, 2 and 4\.[^]*## 4\. D/);
    expect((await remove('--close-numbers', '--keep-numbers')).stderr).toContain('contradict each other');
  });

  test('moves a file', async () => {
    const { code, files } = await refactor('rename', '02', '02-daemon.md', '--write');
    expect(code).toBe(0);
    expect(Object.keys(files)).toContain('spec/02-daemon.md');
    expect(Object.keys(files)).not.toContain('spec/02-server.md');
  });

  test.each([
    ['02-daemon.md', 'spec/02-daemon.md'],
    ['part/02-daemon.md', 'spec/part/02-daemon.md'],
    ['spec/part/02-daemon.md', 'spec/part/02-daemon.md'],
    ['/project/spec/part/02-daemon.md', 'spec/part/02-daemon.md'],
  ])('moves a file to %s', async (name, path) => {
    const { files } = await refactor('rename', '02', name, '--write');
    expect(Object.keys(files)).toContain(path);
  });

  test('an absolute path elsewhere is no file of the set, and a title may begin with a slash', async () => {
    for (const name of ['/daemon.md', '/projects/daemon.md'])
      expect(await refactor('rename', '02', name, '--write')).toMatchObject({
        code: 2,
        stderr: `specgraph: ${name} begins at the root of the file system, and not in /project; name it from the folder of the documents, without the slash at its start\n`,
        files: SMALL_SET,
      });
    const titled = await refactor('rename', 'spec/02#1', '/status', '--write');
    expect(titled.files['spec/02-server.md']).toContain('## 1. /status\n');
  });

  test('renames a variable in the documents and in the configuration', async () => {
    const { code, files } = await refactor('rename', 'FL_MODE', 'FL_PACE', '--write');
    expect(code).toBe(0);
    expect(JSON.stringify(files)).not.toContain('FL_MODE');
  });

  test.each([
    ['the place behind the section', ['move', 'spec/02#3', '--before', 'spec/02#2']],
    ['the place first', ['move', '--before', 'spec/02#2', 'spec/02#3']],
    ['the place with "="', ['move', 'spec/02#3', '--before=spec/02#2']],
  ])('move takes %s', async (_title, argv) => {
    const { code, files } = await refactor(...argv, '--write');
    expect(code).toBe(0);
    expect(files['spec/02-server.md']).toMatch(
      /## 2\. Logs\n\nNone\.\n\n## 3\. Ports\n\nSee Section 1 and Step 1a\.\n$/,
    );
    expect(files['spec/03-guide.md']).toContain('spec/02, Section 3.');
  });

  test.each([
    [[], 'refactor needs an action; it takes rename, insert, move, remove or renumber'],
    [['renam', 'a', 'b'], 'refactor cannot "renam"; it takes rename, insert, move, remove or renumber'],
    [['rename', '02'], 'refactor rename takes 2 operands, not 1; specgraph refactor rename TARGET NEW'],
    [['move', '02#1', '02#2'], 'move needs a place; move TARGET --before|--after|--under TARGET'],
    [['insert', '02#1', 'X', '--after', '--under'], '--after and --under contradict each other; keep one'],
    [['rename', 'spec/02#9', 'X'], 'spec/02-server.md has no section 9; its sections are 1, 2, 3'],
  ])('%j is wrong usage', async (argv, message) => {
    const { code, stderr } = await refactor(...argv);
    expect([code, stderr]).toEqual([2, `specgraph: ${message}\n`]);
  });
});
