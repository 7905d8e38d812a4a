import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DISK, type Disk } from '#specgraph/disk';
import { createKeptFiles, loadProject } from '#specgraph/load';

let cwd: string;
const write = async (name: string, text: string | Uint8Array): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), text);
};
const load = (folder = 'g') => loadProject(folder, { cwd });

/** Works with the rights of the user "nobody" where the tests run as root, who may read every file. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid!(65534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
  }
}

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-load-'));
  await write('g/a.md', '# A\n');
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

describe('loading a folder', () => {
  test('reads Markdown below it, sorted, and nothing else', async () => {
    await write('g/sub/b.markdown', '# B\n');
    await write('g/data.csv', '1');
    await write('g/node_modules/x/README.md', '# X\n');
    expect((await load()).corpus.files.map((f) => f.path)).toEqual(['g/a.md', 'g/sub/b.markdown']);
  });

  test('replaces bytes that are not UTF-8, and reports the line', async () => {
    await write('g/b.md', Uint8Array.of(0x23, 0x20, 0x42, 0x0a, 0x0a, 0xff, 0x0a));
    const { corpus } = await load();
    expect(corpus.files[1].text).toBe('# B\n\n\uFFFD\n');
    expect(corpus.problems).toEqual([expect.objectContaining({ path: 'g/b.md', kind: 'replaced', line: 3 })]);
  });

  test('replaces NUL bytes', async () => {
    await write('g/b.md', 'a\0b\n');
    const { corpus } = await load();
    expect(corpus.files[1].text).toBe('a\uFFFDb\n');
    expect(corpus.problems).toHaveLength(1);
  });

  test('follows links to folders once, so that a loop ends', async () => {
    await symlink(path.join(cwd, 'g'), path.join(cwd, 'g/again'));
    await symlink('nowhere.md', path.join(cwd, 'g/dangling.md'));
    const { corpus } = await load();
    expect(corpus.files.map((f) => f.path)).toEqual(['g/a.md']);
    expect(corpus.problems).toEqual([expect.objectContaining({ path: 'g/dangling.md', kind: 'unreadable' })]);
  });

  test('reads a folder named x.md as a folder', async () => {
    await write('g/x.md/b.md', '# B\n');
    expect((await load()).corpus.files.map((f) => f.path)).toEqual(['g/a.md', 'g/x.md/b.md']);
  });

  test('removes a byte order mark, so that the first heading is recognised', async () => {
    await write('g/b.md', '\uFEFF# B\n');
    const { corpus } = await load();
    expect(corpus.files[1].text).toBe('# B\n');
    expect(corpus.problems).toEqual([]);
  });

  test('does not read files that are too large, and reports them', async () => {
    await write('g/b.md', '');
    await truncate(path.join(cwd, 'g/b.md'), 64 * 1024 * 1024 + 1);
    const { corpus } = await load();
    expect(corpus.files.map((f) => f.path)).toEqual(['g/a.md']);
    expect(corpus.problems).toEqual([
      {
        path: 'g/b.md',
        kind: 'unreadable',
        message: 'The file has 67108865 bytes; at most 67108864 are read.',
      },
    ]);
  });

  test('reports a link that leads to itself, and reads the others', async () => {
    await symlink('b.md', path.join(cwd, 'g/b.md'));
    const { corpus } = await load();
    expect(corpus.files.map((f) => f.path)).toEqual(['g/a.md']);
    expect(corpus.problems).toEqual([
      { path: 'g/b.md', kind: 'unreadable', message: 'The link leads nowhere or in a circle.' },
    ]);
  });

  test('does not follow links out of the repository, and reports them', async () => {
    await write('out/b.md', '# B\n');
    await symlink(path.join(cwd, 'out/b.md'), path.join(cwd, 'g/b.md'));
    await symlink(path.join(cwd, 'out'), path.join(cwd, 'g/folder'));
    const outside = await load();
    expect(outside.corpus.files.map((f) => f.path)).toEqual(['g/a.md']);
    expect(outside.corpus.problems).toEqual(
      ['g/b.md', 'g/folder'].map((file) => ({
        path: file,
        kind: 'unreadable',
        message: 'The link leads out of g and is not followed.',
      })),
    );
    await mkdir(path.join(cwd, '.git'));
    const within = await load();
    expect(within.corpus.files.map((f) => f.path)).toEqual(['g/a.md', 'g/b.md', 'g/folder/b.md']);
    expect(within.corpus.problems).toEqual([]);
  });

  test('takes the repository around it as the root of links, or itself without a repository', async () => {
    expect((await load()).corpus.repositoryRoot).toBe('g');
    await mkdir(path.join(cwd, '.git'));
    expect((await load()).corpus.repositoryRoot).toBe('.');
  });

  test('gives an empty set for a folder without documents', async () => {
    await mkdir(path.join(cwd, 'empty'));
    expect((await load('empty')).corpus.files).toEqual([]);
  });

  test('reports a file that may not be read, and reads the others', async () => {
    await write('g/b.md', '# B\n');
    await chmod(path.join(cwd, 'g/b.md'), 0);
    await chmod(cwd, 0o755);
    const { corpus } = await asOrdinaryUser(load);
    expect(corpus.files.map((f) => f.path)).toEqual(['g/a.md']);
    expect(corpus.problems).toHaveLength(1);
  });
});

describe('reports a mistake of the user in one clear line', () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['no such folder', () => load('nope'), /nope does not exist/],
    [
      'a file that is no document',
      async () => (await write('g/data.csv', ''), load('g/data.csv')),
      /g\/data\.csv is not a folder or a Markdown document/,
    ],
    [
      'two configurations',
      async () => {
        await write('g/specgraph.config.json', '{}');
        await write('g/specgraph.config.mjs', 'export default {}');
        return load();
      },
      /two configurations, specgraph\.config\.mjs and specgraph\.config\.json/,
    ],
    [
      'broken JSON',
      async () => {
        await write('g/specgraph.config.json', '{ "title": ');
        return load();
      },
      /specgraph\.config\.json:1 cannot be read/,
    ],
    [
      'a configuration that throws',
      async () => {
        await write('g/specgraph.config.mjs', 'throw new Error("no such luck");\n');
        return load();
      },
      /specgraph\.config\.mjs:1 cannot be read: no such luck$/,
    ],
    [
      'a configuration without a default export',
      async () => {
        await write('g/specgraph.config.mjs', 'export const title = "x";\n');
        return load();
      },
      /specgraph\.config\.mjs has no default export/,
    ],
    [
      'a pattern that is not a regular expression',
      async () => {
        await write('g/specgraph.config.json', '{ "documentNumber": "([" }');
        return load();
      },
      /specgraph\.config\.json:1 is not a configuration: documentNumber: this is no regular expression/,
    ],
    [
      'a pattern that may take forever',
      async () => {
        await write(
          'g/specgraph.config.json',
          String.raw`{ "names": { "pattern": "(?:[A-Z]+_?)+X", "attributes": [] } }`,
        );
        return load();
      },
      /names\.pattern: \(\?:\[A-Z\]\+_\?\)\+ can repeat one text in several ways/,
    ],
    [
      'a claim that may take forever',
      async () => {
        await write(
          'g/specgraph.config.json',
          String.raw`{ "claims": [{ "pattern": "(?:\\w+,? ?)+: {n} rows", "quantity": "q" }] }`,
        );
        return load();
      },
      /claims\.0\.pattern: \(\?:\\w\+,\? \?\)\+ can repeat one text in several ways/,
    ],
    [
      'a kind whose ids may take forever',
      async () => {
        await write(
          'g/specgraph.config.json',
          String.raw`{ "kinds": { "error": { "defined": { "table": "Code" }, "id": "(?:[A-Z]|[A-Z_])+\\d" } } }`,
        );
        return load();
      },
      /kinds\.error\.id: \(\?:\[A-Z\]\|\[A-Z_\]\)\+ can repeat one text in several ways/,
    ],
    [
      'a kind whose pattern may take forever',
      async () => {
        await write(
          'g/specgraph.config.json',
          String.raw`{ "kinds": { "error": { "defined": { "headings": "(?:\\w+\\s*)+Error {n}" } } } }`,
        );
        return load();
      },
      /kinds\.error\.defined.*: \(\?:\\w\+\\s\*\)\+ can repeat one text in several ways/,
    ],
    [
      'a link of the site that would run a program',
      async () => {
        await write(
          'g/specgraph.config.json',
          '{ "site": { "links": [{ "label": "x", "href": " java\\nscript:x" }] } }',
        );
        return load();
      },
      /site\.links\.0\.href: an address begins with https:, http: or mailto:, or it is a path/,
    ],
    [
      'JSON that is nested too deeply for the parser that finds the line',
      async () => {
        await write('g/specgraph.config.json', `{"title":${'['.repeat(20_000)}`);
        return load();
      },
      /specgraph\.config\.json cannot be read: /,
    ],
    [
      'a word that cannot be looked for in linear time',
      async () => {
        await write('g/specgraph.config.json', '{ "staleWords": ["planned", "draft(?!ing)"] }');
        return load();
      },
      /staleWords\.1: this cannot be used: .*\(\?!/,
    ],
    [
      'a claim with two numbers',
      async () => {
        await write(
          'g/specgraph.config.json',
          '{ "claims": [{ "pattern": "{n} of {n}", "quantity": "q" }] }',
        );
        return load();
      },
      /specgraph\.config\.json:1 is not a configuration: claims\.0\.pattern: the number \{n\} may stand only once \(in each/,
    ],
    [
      'an unknown key',
      async () => {
        await write('g/specgraph.config.json', '{ "titel": "x" }');
        return load();
      },
      /specgraph\.config\.json:1 is not a configuration: titel/,
    ],
    [
      'broken YAML',
      async () => {
        await write('g/contracts/p.yaml', 'must_haves:\n  artifacts: [\n');
        return load();
      },
      /g\/contracts\/p\.yaml:\d+: the YAML is broken/,
    ],
    [
      'no contract',
      async () => {
        await write('g/contracts/p.yaml', 'phase: 1\n');
        await write('g/specgraph.config.json', '{ "phases": [] }');
        return load();
      },
      /contains no contract/,
    ],
    [
      'a named file that is no contract',
      async () => {
        await write('g/api.yaml', 'openapi: 3.1\n');
        return loadProject('g', { cwd, contracts: ['g/api.yaml'] });
      },
      /contains no contract/,
    ],
    [
      'a contract with a misspelled key',
      async () => {
        await write('g/contracts/p.yaml', 'phase: 1\nmust_have:\n  truths: []\n');
        return load();
      },
      /p\.yaml:2 is not a contract: must_have: there is no such key/,
    ],
    [
      'an alias bomb',
      async () => {
        const rows = Array.from(
          { length: 9 },
          (_, i) =>
            `${String.fromCharCode(98 + i)}: &${String.fromCharCode(98 + i)} [${`*${String.fromCharCode(97 + i)},`.repeat(9)}]`,
        );
        await write('g/contracts/p.yaml', `a: &a [x,x,x,x,x,x,x,x,x]\n${rows.join('\n')}\nmust_haves: {}\n`);
        return load();
      },
      /g\/contracts\/p\.yaml/,
    ],
    [
      'a missing configuration',
      () => loadProject('g', { cwd, config: 'none.json' }),
      /none\.json does not exist/,
    ],
    [
      'a missing contract',
      () => loadProject('g', { cwd, contracts: ['none.yaml'] }),
      /none\.yaml cannot be read/,
    ],
  ])('%s', async (_name, act, message) => {
    await expect(act()).rejects.toThrow(message);
    await expect(act()).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('YAML files in a folder "contracts"', () => {
  test.each([
    ['of another kind', 'openapi: 3.1\npaths: {}\n'],
    ['with a list', '- a\n- b\n'],
    ['that are templates', '{{ if .Values.x }}: [\n'],
    ['that have a phase', 'phase: alpha\n'],
  ])('%s are no contracts where no phases are configured', async (_name, text) => {
    await write('g/contracts/x.yaml', text);
    expect((await load()).contracts).toEqual([]);
  });

  test.each([
    'must_haves:\n  truths: [a]\n',
    '---\n"must_haves": { truths: [a] }\n',
    '{ must_haves: { truths: [a] } }\n',
  ])('%j is one', async (text) => {
    await write('g/contracts/x.yaml', text);
    expect((await load()).contracts).toMatchObject([{ truths: ['a'] }]);
  });
});

describe('files that git ignores', () => {
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd,
      stdio: 'pipe',
    });
  const paths = async (folder?: string): Promise<string[]> =>
    (await load(folder)).corpus.files.map((file) => file.path);

  test('are not documents, whichever .gitignore says so', async () => {
    await write('.gitignore', 'build/\n*.tmp.md\n');
    await write('g/sub/.gitignore', '!keep.tmp.md\nown.md\n');
    for (const name of ['g/build/b.md', 'g/x.tmp.md', 'g/sub/keep.tmp.md', 'g/sub/own.md', 'g/info.md'])
      await write(name, '# X\n');
    git('init', '-q', '.');
    await write('.git/info/exclude', 'info.md\n');
    expect(await paths()).toEqual(['g/a.md', 'g/sub/keep.tmp.md']);
  });

  test('are documents when they are committed all the same', async () => {
    await write('.gitignore', 'build/\n');
    await write('g/build/b.md', '# B\n');
    await write('g/build/c.md', '# C\n');
    git('init', '-q', '.');
    git('add', '-f', 'g/build/b.md');
    const { corpus } = await load();
    expect(corpus.files.map((file) => file.path)).toEqual(['g/a.md', 'g/build/b.md']);
    expect(corpus.tree.isIgnored?.('g/build/b.md')).toBe(false);
    expect(corpus.tree.isIgnored?.('g/build/c.md')).toBe(true);
  });

  test('are asked for again only when the index or the patterns have changed', async () => {
    await write('.gitignore', 'build/\n');
    await write('g/build/b.md', '# B\n');
    await write('g/sub/c.md', '# C\n');
    git('init', '-q', '.');
    git('add', '.');
    let asked = 0;
    const disk: Disk = {
      ...DISK,
      committedThoughIgnored: (repository) => (asked++, DISK.committedThoughIgnored(repository)),
    };
    const kept = createKeptFiles();
    /** The documents, and how often git was asked for them. */
    const loadAgain = async (): Promise<[string[], number]> => {
      asked = 0;
      const { corpus } = await loadProject('g', { cwd, disk, kept });
      return [corpus.files.map((file) => file.path), asked];
    };
    expect(await loadAgain()).toEqual([['g/a.md', 'g/sub/c.md'], 1]);
    expect(await loadAgain()).toEqual([['g/a.md', 'g/sub/c.md'], 0]);
    git('add', '-f', 'g/build/b.md');
    expect(await loadAgain()).toEqual([['g/a.md', 'g/build/b.md', 'g/sub/c.md'], 1]);
    expect(await loadAgain()).toEqual([['g/a.md', 'g/build/b.md', 'g/sub/c.md'], 0]);
    // The file is committed, and a pattern ignores it now.
    await write('g/sub/.gitignore', 'c.md\n');
    expect((await loadAgain())[0]).toContain('g/sub/c.md');
    await write('.gitignore', '');
    await write('g/.gitignore', 'build/\n');
    expect((await loadAgain())[0]).toContain('g/build/b.md');
  });

  test('are read where the ignored folder itself is named', async () => {
    await write('.gitignore', 'g/\n');
    git('init', '-q', '.');
    expect(await paths()).toEqual(['g/a.md']);
  });

  test('are found by the patterns alone where git cannot be asked', async () => {
    await write('.gitignore', 'b.md\n');
    await write('g/b.md', '# B\n');
    await mkdir(path.join(cwd, '.git'));
    expect(await paths()).toEqual(['g/a.md']);
  });
});

describe('the documents that are read', () => {
  const paths = async (...given: Parameters<typeof loadProject>): Promise<string[]> =>
    (await loadProject(...given)).corpus.files.map((file) => file.path);
  beforeEach(async () => {
    for (const name of ['README.md', 'other.md', 'g/drafts/b.md', 'g/drafts/keep.md'])
      await write(name, '# X\n');
  });

  test('are only the named ones where there are several arguments; the root is their common folder', async () => {
    const { corpus } = await loadProject(['g', 'README.md', 'g/a.md'], { cwd });
    expect(corpus.files.map((file) => file.path)).toEqual([
      'README.md',
      'g/a.md',
      'g/drafts/b.md',
      'g/drafts/keep.md',
    ]);
    expect(corpus.root).toBe('.');
  });

  test('are only the named file where it is the only argument', async () => {
    const { corpus } = await loadProject('g/a.md', { cwd });
    expect(corpus.files.map((file) => file.path)).toEqual(['g/a.md']);
    expect(corpus.root).toBe('g');
  });

  test('leaves out what the option excludes, relative to the directory of the command', async () => {
    expect(await paths('g', { cwd, exclude: ['/g/drafts/*', '!keep.md'] })).toEqual([
      'g/a.md',
      'g/drafts/keep.md',
    ]);
    expect(await paths('g', { cwd, exclude: ['drafts/'] })).toEqual(['g/a.md']);
  });

  test('leaves out what the configuration excludes, relative to its own folder', async () => {
    await write('g/specgraph.config.json', '{ "exclude": ["/drafts/b.md"] }');
    expect(await paths('g', { cwd })).toEqual(['g/a.md', 'g/drafts/keep.md']);
  });
});
