import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('conflicting-cell')!;

const TITLES = { a: 'Server', b: 'Client', c: 'Errors', d: 'Metrics', e: 'Logs' };

/** Documents with these titles and a table that lists them, some of its rows changed. */
const set = (
  rows: Record<string, string> = {},
  titles: Record<string, string> = {},
): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries({ ...TITLES, ...titles }).map(([name, title]) => [`g/${name}.md`, `# ${title}\n`]),
  ),
  'g/index.md': [
    '# Index',
    '',
    '| Document | Name |',
    '|---|---|',
    ...Object.entries({ ...TITLES, ...rows }).map(([name, title]) => `| [${name}](${name}.md) | ${title} |`),
    '',
  ].join('\n'),
});

/** Settings of a server, and those of both sides in another document; the file and the given cells differ. */
const settings = (heading: string, last: string, metrics: string): Record<string, string> => {
  const rows = ['Mode', 'Rounds', 'Port', 'Level', 'Path', 'Logs', 'Metrics'];
  const table = (head: string, value: (i: number) => string): string =>
    [
      '# A',
      '',
      head,
      head.replaceAll(/[^|]+/g, '---'),
      ...rows.map((name, i) => `| ${name} | ${value(i)} |`),
      '',
    ].join('\n');
  return {
    'g/specgraph.config.json': JSON.stringify({ documentNumber: String.raw`^(\d{2})-` }),
    'g/01-a.md': table('| Setting | Value |', (i) => (i === 6 ? 'off' : `${i}`)),
    'g/02-b.md': table(`| Setting | ${heading} | Client |`, (i) =>
      i === 6 ? `${metrics} | n/a` : i === 5 ? `${last} | n/a` : `${i} | n/a`,
    ),
  };
};

const CONFIG = JSON.stringify({
  documentNumber: String.raw`^(\d{2})-`,
  phases: ['1', '2', '3', '4', '5', '6'].map((number) => ({
    number,
    name: `Stage ${number}`,
    dependsOn: number === '1' ? [] : [String(Number(number) - 1)],
    finished: true,
  })),
  requirements: ['RL-01', 'RL-02', 'RL-03', 'RL-04', 'RL-05', 'RL-06'].map((id) => ({ id, title: id })),
});

/** A roadmap of the configured phases. */
const roadmap = (name: string, base: string): Record<string, string> => ({
  'g/specgraph.config.json': CONFIG,
  'g/01-a.md': [
    '# A',
    '',
    '| Phase | Name | Depends on |',
    '|---|---|---|',
    '| Phase 1 | Stage 1 | -- |',
    '| Phase 2 | Stage 2 | Phase 1 |',
    `| Phase 3 | ${name} | Phase 2 |`,
    `| Phase 4 | Stage 4 | ${base} |`,
    '| Phase 5 | Stage 5 | Phase 4 |',
    '| Phase 6 | Stage 6 | Phase 5 |',
    '',
  ].join('\n'),
});

/** The same with "3" for "Phase 3" in the cells. */
const bareRoadmap = (files: Record<string, string>): Record<string, string> => ({
  ...files,
  'g/01-a.md': files['g/01-a.md'].replaceAll(/(?<=\| ⟦?)Phase (?=\d)/g, ''),
});

/** Requirements by document in headers, and documents by requirement in a table. */
const requirements = (met: string): Record<string, string> => ({
  'g/specgraph.config.json': CONFIG,
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [`g/0${n}-x.md`, `# X${n}\n\n**Requirement:** RL-0${n}\n`]),
  ),
  'g/07-y.md': [
    '# Y',
    '',
    '| Requirement | Met in |',
    '|---|---|',
    ...[1, 2, 3, 5, 6].map((n) => `| RL-0${n} | [x](0${n}-x.md), Section 1 |`),
    `| RL-04 | ${met} |`,
    '',
  ].join('\n'),
});

const MATRIX = (mark: string): Record<string, string> => ({
  'g/index.md': [
    '# Index',
    '',
    ...['One', 'Two'].flatMap((part, at) => [
      `## ${part}`,
      '',
      '| Document | Mark |',
      '|---|---|',
      '| [a](a.md) | Y |',
      '| [b](b.md) | -- |',
      `| [c](c.md) | ${at === 0 ? 'Y' : mark} |`,
      '| [d](d.md) | -- |',
      '| [e](e.md) | Y |',
      '',
    ]),
  ].join('\n'),
  ...Object.fromEntries(Object.entries(TITLES).map(([name, title]) => [`g/${name}.md`, `# ${title}\n`])),
});

ruleTest(rule, {
  good: {
    'the same titles': set(),
    'a remark in parentheses': set({ c: 'Errors (all of them)' }),
    'columns that mostly differ': set({ a: 'one', b: 'two', c: 'three' }),
    'columns of which two fifths differ': set({ a: 'one', b: 'two' }),
    'a cell with a reference that leads nowhere': {
      ...requirements('[x](04-x.md), [z](99-z.md)'),
      'g/08-z.md': '# Z\n\n**Requirement:** RL-04\n',
    },
    'too few documents': {
      'g/a.md': '# A\n',
      'g/b.md': '# B\n',
      'g/index.md': '# I\n\n| Document | Title |\n|---|---|\n| [a](a.md) | A |\n| [b](b.md) | C |\n',
    },
    'a roadmap as configured': roadmap('Stage 3', 'Phase 3'),
    'requirements where they are met': requirements('[x](04-x.md), Section 1'),
    'a matrix': MATRIX('yes'),
    'settings under another heading, one with more words': settings('Server', '5', 'exporter off'),
    'names that are nothing in an unnumbered set': {
      'g/a.md': [
        '# A',
        '',
        ...[1, 9].flatMap((cost) => [
          '| Code | Name | Cost |',
          '|---|---|---|',
          ...['A', 'B', 'C', 'D', 'E', 'F'].map(
            (name, i) => `| ${name} | ${name}x | ${i === 5 ? cost : i} |`,
          ),
          '',
          'Text.',
          '',
        ]),
      ].join('\n'),
    },
  },
  bad: {
    'the name of a phase': {
      files: roadmap('⟦Step 3⟧', 'Phase 3'),
      message: '"Name" of Phase 3 is "Step 3" here and "Stage 3" in the configuration.',
      suggestion: 'Stage 3',
    },
    'what a phase builds on, as bare numbers': {
      files: bareRoadmap(roadmap('Stage 3', '⟦Phase 2⟧')),
      message: '"Depends on" of Phase 4 is Phase 2 here and Phase 3 in the configuration.',
      suggestion: 'Phase 3',
    },
    'what a phase builds on': {
      files: roadmap('Stage 3', '⟦Phase 2⟧'),
      message: '"Depends on" of Phase 4 is Phase 2 here and Phase 3 in the configuration.',
      suggestion: 'Phase 3',
    },
  },
});

describe('where nobody can tell which of two places is right', () => {
  test.each([
    [
      'a title and a row',
      set({ c: 'Failures' }),
      [
        'g/c.md:1 "Title" of g/c.md is "Errors" here and "Failures" in g/index.md:7.',
        'g/index.md:7 "Name" of g/c.md is "Failures" here and "Errors" in g/c.md:1.',
      ],
    ],
    [
      'a header and a row of the inverse table',
      requirements('[x](03-x.md), Section 1'),
      [
        'g/04-x.md:3 "Requirement" of RL-04 is g/04-x.md here and g/03-x.md in g/07-y.md:10.',
        'g/07-y.md:10 "Met in" of RL-04 is g/03-x.md here and g/04-x.md in g/04-x.md:3.',
      ],
    ],
    [
      'marks of two tables',
      MATRIX('N'),
      [
        'g/index.md:9 "Mark" of g/c.md is "Y" here and "N" in g/index.md:19.',
        'g/index.md:19 "Mark" of g/c.md is "N" here and "Y" in g/index.md:9.',
      ],
    ],
  ])('%s: both are reported', async (_name, files, expected) => {
    const found = await runRule(rule, files);
    expect(found.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual(expected);
  });
});

/** Phases with their requirements and documents, and documents that state their own requirement. */
const phasesOfDocuments = (
  rows: Record<string, string> = {},
  headers: Record<string, string> = {},
): Record<string, string> => ({
  'g/specgraph.config.json': CONFIG,
  ...Object.fromEntries(
    ['01', '02', '03', '04', '05'].map((number) => [
      `g/${number}-part.md`,
      `# Part ${number}\n\n${headers[number] ?? `**Requirement:** RL-${number}`}\n`,
    ]),
  ),
  'g/06-plan.md': [
    '# Plan',
    '',
    '| Phase | Requirements | Documents |',
    '|---|---|---|',
    ...['01', '02', '03', '04', '05'].map(
      (number) =>
        rows[number] ?? `| Phase ${Number(number)} | RL-${number} | [${number}](${number}-part.md) |`,
    ),
    '',
  ].join('\n'),
});

describe('what a row says of its documents', () => {
  test('agrees with what the documents say of themselves', async () => {
    expect(await runRule(rule, phasesOfDocuments())).toEqual([]);
  });

  test('is reported where the documents have another requirement', async () => {
    const row = '| Phase 3 | RL-02 | [03](03-part.md) |';
    const [finding, ...others] = await runRule(rule, phasesOfDocuments({ '03': row }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ file: 'g/06-plan.md', line: 7, suggestion: 'RL-03' });
  });
});

test('a setting under another heading: both places are reported', async () => {
  const findings = await runRule(rule, settings('Server', '9', 'off'));
  expect(findings.map(({ message }) => message)).toEqual([
    '"Value" of "logs" is "5" here and "9" in g/02-b.md:10.',
    '"Server" of "logs" is "9" here and "5" in g/01-a.md:10.',
  ]);
});
