import { describe, expect, test } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

const BROKEN = {
  'docs/a.md': '# A\n\nSee [b](b.md#two) and [c](gone.md).\n',
  'docs/b.md': '# B\n\n## Too\n\n[a](a.md)\n',
};

describe('check', () => {
  test('prints one line and exits with 0 without findings', async () => {
    const { code, stdout, stderr } = await runIn({ files: SMALL_SET }, 'check');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^No findings\. 3 documents, \d+ sections, 2 variables, \d+ references\. 0 ms\n$/);
  });

  test('groups findings by file with carets under their ranges, and exits with 1', async () => {
    const { code, stdout } = await runIn({ files: BROKEN }, 'check', 'docs');
    expect(code).toBe(1);
    expect(stdout.replace(/ +$/gm, '')).toBe(
      [
        'docs/a.md',
        '  3:9  error  broken-anchor',
        '    "#two" is no heading and no anchor of docs/b.md.',
        '    | See [b](b.md#two) and [c](gone.md).',
        '    |         ^^^^^^^^',
        '    did you mean b.md#too?',
        '',
        '  3:27  error  broken-link',
        '    The link points to "gone.md", but there is no such file.',
        '    | See [b](b.md#two) and [c](gone.md).',
        '    |                           ^^^^^^^',
        '',
        '2 errors in 1 file. 2 documents, 3 sections, 3 references. 0 ms',
        ...(stdout.includes('--fix') ? ['1 of them can be fixed with --fix.'] : []),
        'specgraph rules ID explains a rule.',
        '',
      ].join('\n'),
    );
  });

  test('--format json follows the schema specgraph.check/1, with findings in the order of the text', async () => {
    const { code, stdout } = await runIn({ files: BROKEN }, 'check', 'docs', '--format', 'json');
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect([report.schema, report.root]).toEqual(['specgraph.check/1', 'docs']);
    expect(report.summary).toMatchObject({
      documents: 2,
      sections: 3,
      variables: 0,
      variableNames: 0,
      errors: 2,
      warnings: 0,
    });
    expect(report.findings[1]).toEqual({
      rule: 'broken-link',
      severity: 'error',
      message: 'The link points to "gone.md", but there is no such file.',
      file: 'docs/a.md',
      line: 3,
      column: 27,
      endLine: 3,
      endColumn: 34,
    });
  });

  test.each([
    ['off', 0, []],
    ['info', 0, ['information']],
    ['warn', 0, ['warning']],
    ['error', 1, ['error']],
  ])('--rule broken-link=%s', async (level, code, severities) => {
    const outcome = await runIn(
      { files: BROKEN },
      'check',
      'docs',
      '--format=json',
      '--rule',
      'broken-anchor=off',
      '--rule',
      `broken-link=${level}`,
    );
    expect(outcome.code).toBe(code);
    expect(JSON.parse(outcome.stdout).findings.map((f: { severity: string }) => f.severity)).toEqual(
      severities,
    );
  });

  test.each([
    ['1', 0],
    ['0', 1],
  ])('--max-warnings %s gives %i for one warning', async (most, code) => {
    const outcome = await runIn(
      { files: BROKEN },
      'check',
      'docs',
      '--rule',
      'broken-anchor=off',
      '--rule',
      'broken-link=warn',
      '--max-warnings',
      most,
    );
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toBe(code ? 'specgraph: 1 warning, --max-warnings allows 0\n' : '');
  });

  test('information is no warning, and is counted by itself', async () => {
    const args = ['check', 'docs', '--rule', 'broken-link=info', '--rule', 'broken-anchor=warn'];
    const outcome = await runIn({ files: BROKEN }, ...args, '--max-warnings', '1');
    expect(outcome.code).toBe(0);
    expect(outcome.stdout).toContain('1 warning, 1 for information in 1 file.');
    const { stdout } = await runIn({ files: BROKEN }, ...args, '--format', 'json');
    expect(JSON.parse(stdout).summary).toMatchObject({ errors: 0, warnings: 1, information: 1 });
  });

  test('--out writes the findings to a file and prints nothing', async () => {
    const { files, stdout } = await runIn(
      { files: BROKEN, columns: 80 },
      'check',
      'docs',
      '--out',
      'found.txt',
    );
    expect(stdout).toBe('');
    expect(files['found.txt']).toContain('docs/a.md');
    expect(files['found.txt']).not.toContain('\u001B');
  });

  test('--contract reads an additional contract', async () => {
    const files = {
      ...BROKEN,
      'plan.md':
        '---\nphase: 3\nmust_haves:\n  artifacts:\n    - path: docs/a.md\n      contains: a mouse\n---\n# Plan\n',
    };
    const { stdout } = await runIn({ files }, 'check', 'docs', '--contract', 'plan.md', '--format', 'json');
    expect(JSON.parse(stdout).findings.map((f: { rule: string }) => f.rule)).toContain('contract-artifact');
  });
});

describe('check --fix', () => {
  const files = {
    'docs/a.md': '\uFEFF# A\r\n\r\n[b](B.md), [b](B.md#one)\r\n',
    'docs/b.md': '# B\n\n## One\n\n[a](a.md)\n',
  };

  test('fixes the findings, changes nothing else, and finds nothing to fix the second time', async () => {
    const first = await runIn({ files }, 'check', 'docs', '--fix');
    expect(first.files['docs/a.md']).toBe('\uFEFF# A\r\n\r\n[b](b.md), [b](b.md#one)\r\n');
    expect(first.files['docs/b.md']).toBe(files['docs/b.md']);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('; 2 fixed.');
    const second = await runIn({ files: first.files }, 'check', 'docs', '--fix');
    expect(second.files).toEqual(first.files);
  });

  test('takes a finding for the same one whose message has another count after a fix', async () => {
    const text = `# A\n\n${'Open a WebSocket. '.repeat(12)}\n\nUse a Websocket.\n\nThe WebSokcet.\n`;
    const outcome = await runIn({ files: { 'docs/a.md': text } }, 'check', 'docs', '--fix');
    expect(outcome.files['docs/a.md']).toBe(text.replace('Websocket', 'WebSocket'));
    expect(outcome.stdout).toContain('"WebSokcet" stands once, "WebSocket" stands 13 times.');
  });

  test('does not write a file that was read with replacement characters', async () => {
    const problems = [
      { path: 'docs/a.md', kind: 'replaced' as const, line: 1, message: 'Bytes were replaced.' },
    ];
    const { files: after } = await runIn({ files, problems }, 'check', 'docs', '--fix');
    expect(after).toEqual(files);
  });
});

describe('check --watch', () => {
  test('checks again after each change, and continues after a mistake', async () => {
    const changes = [
      (files: Record<string, string>) => void (files['docs/a.md'] = '# A\n\n[b](b.md)\n'),
      (files: Record<string, string>) => void (files['docs/specgraph.config.json'] = '{"nonsense": 1}'),
      (files: Record<string, string>) => void delete files['docs/specgraph.config.json'],
    ];
    const { code, stdout, stderr } = await runIn({ files: BROKEN, changes }, 'check', 'docs', '--watch');
    expect(stdout.match(/^(?:No findings|2 errors)/gm)).toEqual(['2 errors', 'No findings', 'No findings']);
    expect(stderr).toMatch(/^specgraph: the configuration is wrong/);
    expect(code).toBe(0);
    expect(stdout).not.toContain('\u001B');
  });

  test('clears the screen only on a terminal', async () => {
    const { stdout } = await runIn(
      { files: BROKEN, changes: [() => {}], columns: 80 },
      'check',
      'docs',
      '--watch',
    );
    expect(stdout).toContain('\u001B[2J');
  });
});

describe('check --baseline', () => {
  test('removes the findings of the baseline, even when lines move, and reports new ones', async () => {
    const written = await runIn(
      { files: BROKEN },
      'check',
      'docs',
      '--baseline',
      'old.json',
      '--update-baseline',
    );
    expect([written.code, written.stdout]).toEqual([0, '2 findings written to old.json.\n']);
    const moved = {
      ...written.files,
      'docs/a.md': `# A\n\nA new paragraph.\n\n${BROKEN['docs/a.md'].slice(5)}\n[d](new.md)\n`,
    };
    const { code, stdout } = await runIn(
      { files: moved },
      'check',
      'docs',
      '--baseline',
      'old.json',
      '--format',
      'json',
    );
    const { summary, findings } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ errors: 1, baselined: 2 });
    expect(findings.map((f: { message: string }) => f.message)).toEqual([
      'The link points to "new.md", but there is no such file.',
    ]);
  });

  test('in the folder is used without being named', async () => {
    const written = await runIn({ files: BROKEN }, 'check', 'docs', '--update-baseline');
    expect(written.stdout).toBe('2 findings written to docs/specgraph.baseline.json.\n');
    expect((await runIn({ files: written.files }, 'check', 'docs')).code).toBe(0);
    expect((await runIn({ files: written.files }, 'check', 'docs', '--no-baseline')).code).toBe(1);
  });

  test.each([
    ['{}', 'old.json is not a baseline (schema specgraph.baseline/1); write it anew with --update-baseline'],
    [
      'no JSON',
      'old.json is not a baseline (schema specgraph.baseline/1); write it anew with --update-baseline',
    ],
    [undefined, 'the baseline old.json cannot be read; write it with --update-baseline'],
  ])('%s is no baseline', async (content, message) => {
    const files = { ...BROKEN, ...(content === undefined ? {} : { 'old.json': content }) };
    const { code, stderr } = await runIn({ files }, 'check', 'docs', '--baseline', 'old.json');
    expect([code, stderr]).toEqual([2, `specgraph: ${message}\n`]);
  });
});

describe('exits with 2 and prints one line when there is nothing to check', () => {
  test('no Markdown files', async () => {
    const { code, stderr } = await runIn({ files: { 'x/a.txt': '' } }, 'check', 'x');
    expect([code, stderr]).toEqual([
      2,
      'specgraph: no Markdown documents in x; name a folder that holds *.md files\n',
    ]);
  });

  test('no readable document', async () => {
    const problems = [
      { path: 'x/a.md', kind: 'unreadable' as const, message: 'The file cannot be read (EACCES).' },
    ];
    const { code, stderr } = await runIn({ problems }, 'check', 'x');
    expect([code, stderr]).toEqual([
      2,
      'specgraph: no document in x could be read: x/a.md: The file cannot be read (EACCES)\n',
    ]);
  });

  test('checks the readable documents when others cannot be read', async () => {
    const problems = [
      { path: 'docs/z.md', kind: 'unreadable' as const, message: 'The file cannot be read (EACCES).' },
    ];
    const { code, stdout } = await runIn({ files: BROKEN, problems }, 'check', 'docs', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings.map((f: { rule: string }) => f.rule)).toEqual(
      expect.arrayContaining(['broken-link', 'unreadable-text']),
    );
  });
});
