import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/cli/reporters/github.ts';
import { json } from '../../src/cli/reporters/json.ts';
import { junit } from '../../src/cli/reporters/junit.ts';
import { markdown } from '../../src/cli/reporters/markdown.ts';
import { pretty } from '../../src/cli/reporters/pretty.ts';
import { sarif } from '../../src/cli/reporters/sarif.ts';
import { paintFor } from '../../src/cli/colors.ts';
import { runIn } from '../helpers/fake-effects.ts';
import { PLAIN, SAMPLE } from '../helpers/sample-report.ts';

const require = createRequire(import.meta.url);

describe('pretty', () => {
  test('shows place, message, source line with carets, suggestion and related places, then the totals', () => {
    expect(pretty(SAMPLE, PLAIN)).toBe(
      [
        'spec/a b.md',
        '  3:14  error  broken-section',
        '    Section 9 does not exist: spec/c.md runs from 1 to 3.',
        '    | | x | See 日本 Section 9, 100% | \uFFFD[31m',
        // There are two characters of double width before the range.
        '    |                ^^^^^^^^^',
        '    did you mean Section 3?',
        '    spec/c.md:1  the sections',
        '',
        'spec/c.md',
        '  1:2  warning  wrong-count',
        '    The text says "100%", a <b> & c: d, e.\uFFFDSecond line.',
        '    |     Text, "quoted" & <marked>',
        '    |     ^^^^',
        '    suggestion: add one',
        '',
        '1 error, 1 warning in 2 files. 2 documents, 3 sections, 4 references. 12 ms',
        '1 of them can be fixed with --fix.',
        'specgraph rules ID explains a rule.',
        '',
      ].join('\n'),
    );
  });

  test('folds findings of one cause, and says how to see each', () => {
    const alike = [1, 2, 3].map((line) => ({ ...SAMPLE.findings[0], line, endLine: line }));
    const folded = pretty({ ...SAMPLE, findings: alike }, PLAIN);
    expect(folded.match(/broken-section/g)).toHaveLength(1);
    expect(folded).toMatch(/2 further findings of the same cause: spec\/a b.md:2,\s+spec\/a b.md:3\n/);
    expect(folded).toContain('They have 1 cause; --no-fold prints each finding by itself.');
    expect(
      pretty({ ...SAMPLE, findings: alike }, { ...PLAIN, isUnfolded: true }).match(/broken-section/g),
    ).toHaveLength(3);
  });

  test.each([
    ['near the start', 5, 10],
    ['far to the right', 400, 410],
    ['as long as the line', 1, 501],
    ['at the end', 501, 501],
  ])('a long line is cut around a range %s', (_name, column, endColumn) => {
    const line = 'abcdefghij'.repeat(50);
    const finding = { ...SAMPLE.findings[0], line: 1, endLine: 1, column, endColumn };
    const [text, carets] = pretty({ ...SAMPLE, findings: [finding], lineOf: () => line }, PLAIN)
      .split('\n')
      .filter((l) => l.startsWith('    |'));
    expect(Math.max(text.length, carets.length)).toBeLessThanOrEqual(PLAIN.columns);
    expect(carets).toMatch(/\^$/);
    if (endColumn <= 500) expect(text[carets.indexOf('^')]).toBe(line[column - 1]);
  });

  test('marks a range over several lines to the end of its first line', () => {
    const finding = { ...SAMPLE.findings[0], file: 'x', line: 1, endLine: 4, column: 3, endColumn: 1 };
    expect(pretty({ ...SAMPLE, findings: [finding], lineOf: () => 'ab cdef' }, PLAIN)).toContain(
      '    | ab cdef\n    |   ^^^^^\n',
    );
  });

  test('shows no source line for a finding in a file that was not read', () => {
    const finding = { ...SAMPLE.findings[1], file: 'contract.yaml' };
    expect(pretty({ ...SAMPLE, findings: [finding] }, PLAIN)).not.toContain('    | ');
  });

  test.each([
    [{ isTTY: true }, {}, true],
    [{ isTTY: false }, {}, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{ isTTY: false }, { FORCE_COLOR: '1' }, true],
  ])('colours on %j with %j: %s', (output, env, colored) => {
    const terminal = { ...PLAIN, paint: paintFor(output, env) };
    expect(pretty(SAMPLE, terminal).includes('\u001B[')).toBe(colored);
  });
});

test('json holds every key of its schema', () => {
  const report = JSON.parse(json(SAMPLE, PLAIN));
  expect(Object.keys(report)).toEqual(['schema', 'root', 'summary', 'findings']);
  expect(Object.keys(report.findings[1])).toEqual([
    'rule',
    'severity',
    'message',
    'file',
    'line',
    'column',
    'endLine',
    'endColumn',
    'suggestion',
  ]);
});

test('github escapes data and properties', () => {
  expect(github(SAMPLE, PLAIN).split('\n')).toEqual([
    '::error file=spec/a b.md,line=3,endLine=3,col=14,endColumn=23,title=broken-section::Section 9 does not exist: spec/c.md runs from 1 to 3. (Section 3)',
    '::warning file=spec/c.md,line=1,endLine=1,col=2,endColumn=6,title=wrong-count::The text says "100%25", a <b> & c: d, e.%0ASecond line. (add one)',
    '1 error, 1 warning in 2 files. 2 documents, 3 sections, 4 references.',
    '',
  ]);
  const odd = { ...SAMPLE.findings[0], file: 'a,b:c%.md', endLine: 4 };
  expect(github({ ...SAMPLE, findings: [odd] }, PLAIN)).toMatch(
    /^::error file=a%2Cb%3Ac%25\.md,line=3,endLine=4,title=/,
  );
});

test('information is blue, a notice of GitHub, a note of SARIF, and no failure', () => {
  const findings = [{ ...SAMPLE.findings[1], severity: 'information' as const }];
  const summary = { ...SAMPLE.summary, errors: 0, warnings: 0, information: 1 };
  const report = { ...SAMPLE, findings, summary };
  expect(pretty(report, { ...PLAIN, paint: (style, text) => `${String(style)}(${text})` })).toContain(
    'blue(information)',
  );
  expect(pretty(report, PLAIN)).toContain('1 for information in 1 file.');
  expect(github(report, PLAIN)).toMatch(/^::notice file=/);
  expect(sarif(report, PLAIN)).toMatch(/"ruleIndex": \d+,\s+"level": "note"/);
  expect(sarif(report, PLAIN)).toMatch(/"id": "changed-target",[^}]*\}[^}]*\}[^}]*"level": "note"/);
  expect(markdown(report, PLAIN)).toContain('**For information (1)**');
  expect(junit(report, PLAIN)).not.toContain('<failure');
  expect(JSON.parse(json(report, PLAIN))).toMatchObject({ findings: [{ severity: 'information' }] });
});

describe('markdown', () => {
  test('escapes what would be markup or a mention, and shows suggestions', () => {
    const odd = { ...SAMPLE.findings[1], message: 'Ask @team about <b>, *x* and [y](z).' };
    expect(markdown({ ...SAMPLE, findings: [SAMPLE.findings[0], odd] }, PLAIN)).toBe(
      [
        '### Findings in `spec`',
        '',
        '1 error, 1 warning in 2 files. 2 documents, 3 sections, 4 references.',
        '',
        '**Errors (1)**',
        '',
        '- `spec/a b.md:3` Section 9 does not exist: spec/c.md runs from 1 to 3. *did you mean Section 3?* (broken-section)',
        '',
        '**Warnings (1)**',
        '',
        '- `spec/c.md:1` Ask &#64;team about &lt;b&gt;, \\*x\\* and \\[y\\](z). *suggestion: add one* (wrong-count)',
        '',
      ].join('\n'),
    );
  });

  test('counts findings of one cause, folds and cuts long lists of warnings, and shows errors', () => {
    const errors = [1, 2, 3].map((line) => ({ ...SAMPLE.findings[0], line, endLine: line }));
    const warnings = Array.from({ length: 60 }, (_, i) => ({ ...SAMPLE.findings[1], message: `No ${i}.` }));
    const text = markdown({ ...SAMPLE, findings: [...errors, ...warnings] }, PLAIN);
    expect(text).toContain(
      '*did you mean Section 3?* 2 further findings of the same cause. (broken-section)',
    );
    expect(text).toContain('<details><summary>Warnings (60)</summary>');
    expect(text).toContain('- … and 20 more');
  });
});

test.each([
  ['below its root', '..', '/repo/work', 'spec/a.md', 'work/spec/a.md'],
  ['beside it', '../repo', '/work', '../repo/docs/a.md', 'docs/a.md'],
  ['at its root', '.', '/repo', 'docs/a.md', 'docs/a.md'],
])(
  'github, markdown and sarif name files as the repository does: the command runs %s',
  (_where, repository, cwd, file, expected) => {
    const report = { ...SAMPLE, repository, findings: [{ ...SAMPLE.findings[0], file }] };
    const terminal = { ...PLAIN, cwd };
    expect(github(report, terminal)).toContain(`file=${expected},`);
    expect(markdown(report, terminal)).toContain(`\`${expected}:3\``);
    expect(sarif(report, terminal)).toContain(`"uri": "${expected}"`);
  },
);

test('junit has a suite for each file and a case for each finding, and only errors are failures', () => {
  expect(junit(SAMPLE, PLAIN)).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="specgraph" tests="3" failures="1" time="0.012">',
      '  <testsuite name="spec/a b.md" tests="1" failures="1">',
      '    <testcase classname="spec/a b.md" name="broken-section 3:14">',
      '      <failure type="broken-section" message="Section 9 does not exist: spec/c.md runs from 1 to 3.">spec/a b.md:3:14 Section 9 does not exist: spec/c.md runs from 1 to 3. (Section 3)</failure>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="spec/c.md" tests="1" failures="0">',
      '    <testcase classname="spec/c.md" name="wrong-count 1:2">',
      '      <system-out>spec/c.md:1:2 The text says &quot;100%&quot;, a &lt;b&gt; &amp; c: d, e.&#10;Second line. (add one)</system-out>',
      '    </testcase>',
      '  </testsuite>',
      '  <testsuite name="spec/sound.md" tests="1" failures="0">',
      '    <testcase classname="spec/sound.md" name="no findings"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

describe('sarif', () => {
  const log = JSON.parse(sarif(SAMPLE, PLAIN));
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
  const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-04/schema#' });

  test('is valid by the published schema', () => {
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test('the schema rejects an invalid report', () => {
    expect(validate({ ...log, runs: [{ tool: {} }] })).toBe(false);
  });

  test('describes the rules and links each result to its rule', () => {
    const [
      {
        tool: {
          driver: { rules },
        },
        results,
      },
    ] = log.runs;
    expect(rules.length).toBe(SAMPLE.rules.length);
    for (const result of results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(rules[results[0].ruleIndex].helpUri).toBe('https://spec.example/integrity/rules/broken-section/');
  });

  test('holds regions, fingerprints and fixes', () => {
    const [result] = log.runs[0].results;
    expect(result.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'spec/a%20b.md', uriBaseId: 'SRCROOT' },
      region: { startLine: 3, startColumn: 14, endLine: 3, endColumn: 23 },
    });
    expect(result.partialFingerprints).toEqual({ 'specgraph/v1': 'f'.repeat(32) });
    expect(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('Section 3');
  });
});

describe('suggestions of all formats are those that the fixes write', () => {
  const target = 'new folder/C# (old) "é" & 😀.md';
  const files = {
    'docs/a.md': '# A\n\nSee [x](gone/C%23%20%28old%29%20%22%C3%A9%22%20&%20%F0%9F%98%80.md#part).\n',
    [`docs/${target}`]: '# T\n\n## Part\n',
  };
  const suggestion = 'new%20folder/C%23%20%28old%29%20%22é%22%20%26%20😀.md#part';

  const reportAs = async (format: string): Promise<string> =>
    (
      await runIn(
        { files, columns: 200 },
        'check',
        'docs',
        '--format',
        format,
        '--rule',
        'orphan-document=off',
      )
    ).stdout;

  test('--fix', async () => {
    const fixed = await runIn({ files }, 'check', 'docs', '--fix');
    expect(fixed.files['docs/a.md']).toBe(`# A\n\nSee [x](${suggestion}).\n`);
  });

  test.each<[string, (output: string) => unknown]>([
    ['json', (output) => JSON.parse(output).findings[0].fix[0].text],
    ['json', (output) => JSON.parse(output).findings[0].suggestion],
    [
      'sarif',
      (output) =>
        JSON.parse(output).runs[0].results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent
          .text,
    ],
    ['sarif', (output) => /\((.*)\)$/.exec(JSON.parse(output).runs[0].results[0].message.text)?.[1]],
    ['github', (output) => /\((.*)\)$/m.exec(output)?.[1].replaceAll('%25', '%')],
    ['junit', (output) => /\(([^()]*)\)<\/failure>/.exec(output)?.[1]],
    ['pretty', (output) => /did you mean (.*)\?/.exec(output)?.[1]],
  ])('%s', async (format, read) => {
    expect(read(await reportAs(format))).toBe(suggestion);
  });
});
