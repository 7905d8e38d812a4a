/** Which configuration holds for a folder, and which documents are read for it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadProject, type LoadOptions } from '#specgraph/load';

let cwd: string;
const write = async (name: string, text = '# X\n'): Promise<void> => {
  await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
  await writeFile(path.join(cwd, name), text);
};

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'specgraph-config-'));
  await mkdir(path.join(cwd, '.git'));
  for (const name of ['docs/a.md', 'docs/deep/b.md', 'spec/01-x.md', 'README.md']) await write(name);
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

const SETTINGS = '{ "rules": { "broken-link": "off" }, "exclude": ["/docs/deep/"] }';
const ABOUT_THE_SET = '{ "documentNumber": "^(\\\\d+)-" }';

interface Expected {
  config?: string;
  root: string;
  files: string[];
  part?: string[];
}

/** @returns what was loaded, as the tables state it */
async function load(
  named: string | string[],
  options: Partial<LoadOptions> = {},
): Promise<Expected & { title?: string }> {
  const { corpus, configFile, part } = await loadProject(named, { cwd, ...options });
  return {
    config: configFile,
    root: corpus.root,
    files: corpus.files.map((file) => file.path),
    part,
  };
}

describe('the configuration', () => {
  test.each<[title: string, configs: Record<string, string>, named: string | string[], expected: Expected]>([
    [
      'of a folder beside the named one is not taken',
      { 'spec/specgraph.config.json': ABOUT_THE_SET },
      'docs',
      { root: 'docs', files: ['docs/a.md', 'docs/deep/b.md'] },
    ],
    [
      'of a folder above holds for the named folder alone when it has settings only',
      { 'specgraph.config.json': SETTINGS },
      'docs',
      { config: 'specgraph.config.json', root: 'docs', files: ['docs/a.md'] },
    ],
    [
      'of a folder above makes the named folder a part when it speaks of the set',
      { 'specgraph.config.json': ABOUT_THE_SET },
      'docs/deep',
      {
        config: 'specgraph.config.json',
        root: '.',
        files: ['README.md', 'docs/a.md', 'docs/deep/b.md', 'spec/01-x.md'],
        part: ['docs/deep'],
      },
    ],
    [
      'is the nearest one',
      { 'specgraph.config.json': ABOUT_THE_SET, 'docs/specgraph.config.json': '{}' },
      'docs/deep',
      { config: 'docs/specgraph.config.json', root: 'docs/deep', files: ['docs/deep/b.md'] },
    ],
    [
      'of several folders stands in the folder that holds them all',
      { 'specgraph.config.json': SETTINGS, 'docs/specgraph.config.json': ABOUT_THE_SET },
      ['docs', 'spec'],
      {
        config: 'specgraph.config.json',
        root: '.',
        files: ['README.md', 'docs/a.md', 'spec/01-x.md'],
        part: ['docs', 'spec'],
      },
    ],
    [
      'may be written as YAML',
      { 'docs/specgraph.config.yaml': 'exclude:\n  - deep/\n' },
      'docs',
      { config: 'docs/specgraph.config.yaml', root: 'docs', files: ['docs/a.md'] },
    ],
    [
      'may be an empty YAML file',
      { 'docs/specgraph.config.yml': '# nothing yet\n' },
      'docs/a.md',
      {
        config: 'docs/specgraph.config.yml',
        root: 'docs',
        files: ['docs/a.md', 'docs/deep/b.md'],
        part: ['docs/a.md'],
      },
    ],
  ])('%s', async (_title, configs, named, expected) => {
    for (const [name, text] of Object.entries(configs)) await write(name, text);
    expect(await load(named)).toEqual({ config: undefined, part: undefined, ...expected });
  });

  test('above the repository is not taken', async () => {
    await write('specgraph.config.json', SETTINGS);
    await mkdir(path.join(cwd, 'docs/.git'));
    expect((await load('docs')).config).toBeUndefined();
  });

  test('is found without a repository up to the directory in which the command runs', async () => {
    await rm(path.join(cwd, '.git'), { recursive: true });
    await write('specgraph.config.json', SETTINGS);
    expect((await load('docs/deep')).config).toBe('specgraph.config.json');
    const { configFile } = await loadProject('deep', { cwd: path.join(cwd, 'docs') });
    expect(configFile).toBeUndefined();
  });

  test('that is named wins, and none is taken where none is wanted', async () => {
    await write('docs/specgraph.config.json', '{ "nonsense": 1 }');
    await write('other.yaml', 'rules: { broken-link: warn }\n');
    expect((await load('docs', { config: 'other.yaml' })).config).toBe('other.yaml');
    expect((await load('docs', { config: false })).config).toBeUndefined();
  });

  test.each<[title: string, configs: Record<string, string>, message: RegExp]>([
    [
      'two in one folder',
      { 'specgraph.config.yaml': '', 'specgraph.config.json': '{}' },
      /^\. has two configurations, specgraph\.config\.json and specgraph\.config\.yaml$/,
    ],
    [
      'broken YAML',
      { 'specgraph.config.yaml': 'rules: [\n' },
      /^specgraph\.config\.yaml:2 cannot be read: Flow sequence [^:]*$/,
    ],
    [
      'broken JSON',
      { 'specgraph.config.json': '{\n  "rules": {},\n  oops\n}' },
      /^specgraph\.config\.json:3 cannot be read: /,
    ],
    [
      'a script that fails',
      { 'specgraph.config.mjs': 'export default {\n  rules: missing.rules,\n};\n' },
      /^specgraph\.config\.mjs:2 cannot be read: missing is not defined$/,
    ],
    [
      'a misspelled key',
      { 'specgraph.config.yaml': 'rules: {}\noverveiw: { document: a, section: b }\n' },
      /^specgraph\.config\.yaml:2 is not a configuration: overveiw: there is no such key; did you mean overview\?$/,
    ],
    [
      'a misspelled key of an entry',
      { 'specgraph.config.yaml': 'site:\n  naem: Set\n' },
      /^specgraph\.config\.yaml:2 is not a configuration: site\.naem: there is no such key; did you mean name\?$/,
    ],
    [
      'a misspelled key of an entry in a list',
      { 'specgraph.config.yaml': 'claims:\n  - pattern: has {n} parts\n    quantitiy: q\n    quantity: q\n' },
      /^specgraph\.config\.yaml:3 is not a configuration: claims\.0\.quantitiy: there is no such key; did you mean quantity\?$/,
    ],
    [
      'a misspelled key of a kind, where several forms are allowed',
      { 'specgraph.config.yaml': 'kinds:\n  message:\n    defined:\n      haedings: x\n' },
      /^specgraph\.config\.yaml:4 is not a configuration: kinds\.message\.defined\.haedings: there is no such key; did you mean headings\?$/,
    ],
    [
      'a key like no other, where few are known',
      { 'specgraph.config.yaml': 'overview: { document: a, section: b, title: c }\n' },
      /overview\.title: there is no such key; known are document, section, column$/,
    ],
    [
      'a documentNumber without a group',
      { 'specgraph.config.json': '{ "documentNumber": "^RFC\\\\d+" }' },
      /documentNumber: a group has to hold the number/,
    ],
    [
      'a wording without the place of its number, in YAML',
      {
        'specgraph.config.yaml':
          'title: Set\nclaims:\n  - quantity: variables\n    # One of many.\n    pattern: has variables\n',
      },
      /^specgraph\.config\.yaml:5 is not a configuration: claims\.0\.pattern: the pattern lacks \{n\}/,
    ],
    [
      'the same in JSON',
      {
        'specgraph.config.json': '{\n  "claims": [\n    { "quantity": "q",\n      "pattern": "x" }\n  ]\n}\n',
      },
      /^specgraph\.config\.json:4 is not a configuration: claims\.0\.pattern/,
    ],
    [
      'the same in a script',
      {
        'specgraph.config.mjs':
          "export default {\n  claims: [\n    {\n      pattern: 'has \\\\d+ parts',\n      quantity: 'q',\n    },\n  ],\n};\n",
      },
      /^specgraph\.config\.mjs:4 is not a configuration: claims\.0\.pattern/,
    ],
    [
      'a computed value in a script, whose line is not known',
      {
        'specgraph.config.mjs':
          "export default { claims: [{ pattern: ['a', 'b'].join(' '), quantity: 'q' }] };\n",
      },
      /^specgraph\.config\.mjs is not a configuration: claims\.0\.pattern/,
    ],
    [
      'a missing key, with the line of the entry that lacks it',
      { 'specgraph.config.yaml': 'claims:\n  - quantity: variables\n' },
      /^specgraph\.config\.yaml:2 is not a configuration: claims\.0\.pattern/,
    ],
    [
      'YAML that is no table',
      { 'specgraph.config.yaml': '- one\n' },
      /^specgraph\.config\.yaml:1 is not a configuration/,
    ],
  ])('that cannot be used is a fault: %s', async (_title, configs, message) => {
    for (const [name, text] of Object.entries(configs)) await write(name, text);
    await expect(load('docs')).rejects.toThrow(message);
    await expect(load('docs')).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('a text that stands for a document', () => {
  test('replaces the text of the file in its set, and is the only part', async () => {
    const { corpus, part } = await loadProject('docs', {
      cwd,
      replaced: { file: 'docs/a.md', text: '\uFEFF# New\n' },
    });
    expect(corpus.files.find((file) => file.path === 'docs/a.md')!.text).toBe('# New\n');
    expect(corpus.files).toHaveLength(2);
    expect(part).toEqual(['docs/a.md']);
  });

  test('may be a document that is not saved yet', async () => {
    const { corpus } = await loadProject('docs', { cwd, replaced: { file: 'docs/new.md', text: '# N\n' } });
    expect(corpus.files.map((file) => file.path)).toEqual(['docs/a.md', 'docs/deep/b.md', 'docs/new.md']);
    expect(corpus.tree.kind('docs/new.md')).toBe('file');
  });

  test('is left out where it is excluded, as editors expect it', async () => {
    await write('specgraph.config.json', SETTINGS);
    const { corpus } = await loadProject('docs', { cwd, replaced: { file: 'docs/deep/b.md', text: '' } });
    expect(corpus.files.map((file) => file.path)).toEqual(['docs/a.md']);
  });

  test('belongs to the set of the configuration above it', async () => {
    await write('specgraph.config.json', ABOUT_THE_SET);
    const { corpus, part } = await loadProject('docs', { cwd, replaced: { file: 'docs/a.md', text: '' } });
    expect(corpus.root).toBe('.');
    expect(corpus.files).toHaveLength(4);
    expect(part).toEqual(['docs/a.md']);
  });

  test('must lie in the folder', async () => {
    await expect(
      loadProject('docs', { cwd, replaced: { file: 'spec/01-x.md', text: '' } }),
    ).rejects.toMatchObject({ name: 'UsageError', message: 'spec/01-x.md is not in docs' });
  });
});
