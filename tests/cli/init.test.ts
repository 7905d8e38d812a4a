/** `init` and `explain`: what is found of a folder, and the files that are written for it. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig, RULE_IDS } from '#specgraph';
import { runIn } from '../helpers/fake-effects.ts';

/** Three numbered documents that define requirements in headings and error codes in a table. */
const PROTOCOL = Object.fromEntries(
  [1, 2, 3].map((n) => [
    `docs/0${n}-part.md`,
    `# WIRE #${n}: Part ${n}\n\n## REQ-${n} Title\n\nREQ-1; see [the next](0${(n % 3) + 1}-part.md).\n\n` +
      `| Code | Meaning |\n| --- | --- |\n| ERR-${n}1 | lost |\n\n\`\`\`json\n{}\n\`\`\`\n`,
  ]),
);
const HANDBOOK = {
  'docs/index.md': '# Handbook\n\n[People](people/hiring.md).\n',
  'docs/people/hiring.md': '# Hiring\n\nRFC-2119, RFC-3339, ISO-8601. [Gone](gone.md).\n',
};

/** Four files, each of which links to the only heading of the three others. */
function joinedFiles(folder: string): Record<string, string> {
  const numbers = [1, 2, 3, 4];
  const linksTo = (n: number): string =>
    numbers
      .filter((other) => other !== n)
      .map((other) => `[${other}](#part-${other})`)
      .join(' ');
  return Object.fromEntries(
    numbers.map((n) => [
      `${folder === '.' ? '' : `${folder}/`}part${n}.md`,
      `# Part ${n}\n\n${linksTo(n)}\n`,
    ]),
  );
}

describe('init', () => {
  test('writes what it has found, and the file is a configuration', async () => {
    const { code, stdout, stderr, files } = await runIn({ files: PROTOCOL }, 'init', 'docs');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Wrote docs/specgraph.config.yaml.');
    const value: unknown = parse(files['docs/specgraph.config.yaml']);
    expect(value).toEqual({
      documentNumber: String.raw`^(\d{2})-`,
      documentPrefix: 'docs',
      kinds: {
        wire: { documents: 'WIRE #{n}' },
        req: { defined: { headings: 'REQ-{n}' }, mentioned: 'REQ-{n}' },
        err: { defined: { table: 'Code' }, id: String.raw`ERR-\d+`, mentioned: '{id}' },
      },
    });
    expect(parseConfig(value, RULE_IDS)).toHaveProperty('config');
    expect(files['docs/specgraph.config.yaml']).toMatch(/^# 3 ids such as WIRE #1 and WIRE #2/m);
    expect(files).not.toHaveProperty('docs/specgraph.baseline.json');
  });

  describe('names of files', () => {
    const proposed = async (name: (n: number) => string, text: string, folder = 'docs'): Promise<unknown> => {
      const files = Object.fromEntries(
        [1, 2, 3].map((n) => [`docs/${name(n)}.md`, `# Choice ${n}\n\n${text}\n`]),
      );
      const run = await runIn({ files: { ...files, 'docs/README.md': '# All\n' } }, 'init', folder);
      return parse(run.files[`${folder}/specgraph.config.yaml`]);
    };

    test.each<[string, (n: number) => string, text: string, value: unknown]>([
      [
        'with a word that prose uses',
        (n) => `ADR-000${n}-choose`,
        'See ADR-0001 and ADR 2.',
        { documentNumber: String.raw`^ADR-(\d{4})`, kinds: { adr: { documents: 'ADR-{n}' } } },
      ],
      [
        'in small letters, with numbers of several lengths',
        (n) => `lip_${9 * n}_x`,
        'LIP 9.',
        { documentNumber: String.raw`^lip_(\d+)`, kinds: { lip: { documents: 'LIP {n}' } } },
      ],
      [
        'with a word that prose does not use',
        (n) => `ADR-000${n}-choose`,
        'Nothing.',
        { documentNumber: String.raw`^ADR-(\d{4})` },
      ],
      [
        'with a word by which prose means works of others',
        (n) => `RFC-000${n}-choose`,
        'RFC 2119, and RFC-0002.',
        { documentNumber: String.raw`^RFC-(\d{4})` },
      ],
      ['of parts', (n) => `chapter-0${n}`, 'CHAPTER 1.', null],
      ['of which each has a word of its own', (n) => `${'abc'[n - 1]}x-0${n}`, 'AX-01.', null],
    ])('%s', async (_names, name, text, value) => {
      expect(await proposed(name, text)).toEqual(value);
    });

    test('in a folder that the command runs in have the prefix of its name', async () => {
      const files = Object.fromEntries([1, 2, 3].map((n) => [`000${n}-x.md`, `# X ${n}\n`]));
      const { files: written } = await runIn({ files }, 'init', '.');
      expect(parse(written['specgraph.config.yaml'])).toMatchObject({ documentPrefix: 'project' });
    });
  });

  test('calls ids with a short prefix by their column, also where one that is mentioned is not defined', async () => {
    const rows = [1, 2, 3].map((n) => `| E-${n} | lost |\n`).join('');
    const text = `# Errors\n\n| Code | Meaning |\n| --- | --- |\n${rows}\nE-1, E-2 and E-3; then E-4.\n`;
    const { files } = await runIn({ files: { 'docs/errors.md': text } }, 'init', 'docs');
    expect(parse(files['docs/specgraph.config.yaml'])).toEqual({
      kinds: { code: { defined: { table: 'Code' }, id: String.raw`E-\d+`, mentioned: '{id}' } },
    });
  });

  test('writes TypeScript that a TypeScript project can check', async () => {
    const { files } = await runIn({ files: { ...PROTOCOL, 'tsconfig.json': '{}' } }, 'init', 'docs');
    const text = files['docs/specgraph.config.ts'];
    expect(text).toContain("import { defineConfig } from 'specgraph';");
    const body = text.slice(text.indexOf('defineConfig({') + 'defineConfig('.length, text.lastIndexOf(')'));
    // The text is that of this test.
    const value: unknown = new Function(`return ${body}`)();
    expect(parseConfig(value, RULE_IDS)).toHaveProperty('config');
  });

  test('writes the findings of today as a baseline, and every workflow that is asked for', async () => {
    const files = { ...HANDBOOK, 'mkdocs.yml': 'site_name: Handbook\n' };
    const outcome = await runIn(
      { files },
      ...['init', 'docs', '--workflow', 'github', '--workflow', 'gitlab', '--workflow', 'pre-commit'],
    );
    expect(outcome.code).toBe(0);
    expect(parse(outcome.files['docs/specgraph.config.yaml'])).toEqual({ renderer: 'mkdocs' });
    expect(outcome.stdout).toContain('specgraph.baseline.json with 1 finding of today');
    const workflow = parse(outcome.files['.github/workflows/specgraph.yml']) as {
      jobs: { check: { steps: { run?: string }[] } };
    };
    expect(workflow.jobs.check.steps.at(-1)!.run).toMatch(
      /^npx --yes specgraph@\d+\.\d+\.\d+ check docs --format github$/,
    );
    expect(parse(outcome.files['specgraph.gitlab-ci.yml'])).toHaveProperty('specgraph.script');
    expect(parse(outcome.files['.pre-commit-config.yaml'])).toHaveProperty('repos.0.hooks.0.entry');
    const checked = await runIn({ files: outcome.files }, ...['check', 'docs']);
    expect(checked.code).toBe(0);
  });

  test('declares files as parts of one page that link to anchors of each other', async () => {
    const { files, stdout } = await runIn(
      { files: joinedFiles('docs/src') },
      'init',
      'docs',
      '--no-baseline',
    );
    expect(stdout).toContain('12 links within files of docs/src lead to anchors of its other files');
    const parts = [{ files: ['/src/*'], joined: true }];
    expect(parse(files['docs/specgraph.config.yaml'])).toEqual({ parts });
    const configured = {
      ...joinedFiles('docs/src'),
      'docs/specgraph.config.json': JSON.stringify({ parts }),
    };
    expect((await runIn({ files: configured }, 'check', 'docs')).stdout).toContain('No findings');
    // The same in TypeScript.
    const typed = await runIn({ files: joinedFiles('.') }, 'init', '.', '--format', 'ts', '--dry-run');
    expect(typed.stdout.replaceAll(/\s+/g, ' ')).toContain("parts: [{ files: ['/*'], joined: true, }],");
  });

  test('finds the program of a site below the folder where links are those of a site', async () => {
    const links = Array.from({ length: 10 }, (_, i) => `[${i}](/guide/page${i})`).join(' ');
    const pages = Array.from({ length: 10 }, (_, i) => [`www/guide/page${i}.md`, `# Page ${i}\n`]);
    const site = { ...Object.fromEntries(pages), 'www/_config.yml': 'title: Site\n' };
    const { files } = await runIn(
      { files: { ...site, 'www/index.md': `# Site\n\n${links}\n` } },
      'init',
      '.',
    );
    expect(parse(files['specgraph.config.yaml'])).toEqual({ renderer: 'jekyll' });
    const other = await runIn({ files: { ...site, 'www/index.md': '# Site\n' } }, 'init', '.');
    expect(parse(other.files['specgraph.config.yaml'])).toBeNull();
  });

  test('prints what it would write', async () => {
    const { stdout, files } = await runIn({ files: PROTOCOL }, 'init', 'docs', '--dry-run');
    expect(stdout).toContain('docs/specgraph.config.yaml:\n  # What');
    expect(files).toEqual(PROTOCOL);
  });

  test.each([
    ['a configuration', 'docs/specgraph.config.json', 'docs/specgraph.config.json exists'],
    ['a workflow', '.github/workflows/specgraph.yml', 'specgraph.yml exists and is left as it is'],
  ])('overwrites nothing: %s', async (_what, file, message) => {
    const files = { ...HANDBOOK, [file]: '{}' };
    const outcome = await runIn({ files }, 'init', 'docs', '--workflow', 'github');
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(message);
    expect(outcome.files[file]).toBe('{}');
  });
});

describe('explain', () => {
  test('says what is read, found, configured and checked', async () => {
    const { code, stdout } = await runIn({ files: PROTOCOL }, 'explain', 'docs');
    expect(code).toBe(0);
    expect(stdout).toContain('3 documents below docs');
    expect(stdout).toContain('json 3');
    expect(stdout).toContain('"specgraph init" writes one');
    expect(stdout).toMatch(/\d+ report errors, \d+ warnings/);
  });

  test('names what a configuration sets and could set', async () => {
    const files = { ...PROTOCOL, 'docs/specgraph.config.json': '{ "rules": { "empty-link": "off" } }' };
    const { stdout } = await runIn({ files }, 'explain', 'docs');
    expect(stdout).toContain('docs/specgraph.config.json sets rules');
    expect(stdout).toContain('It does not set documentPrefix: "docs" would fit');
    expect(stdout).toContain('Set by the configuration: empty-link off');
  });

  test('ids of somebody else are no kind', async () => {
    const rows = [1, 2, 3].map((n) => `| ABC-${n} |`).join('\n');
    const files = { 'docs/a.md': `# A\n\n| Id |\n| --- |\n${rows}\n\nABC-8, ABC-9, ABC-1.\n` };
    expect((await runIn({ files }, 'explain', 'docs')).stdout).toContain('No numbers of documents, ids');
  });
});
