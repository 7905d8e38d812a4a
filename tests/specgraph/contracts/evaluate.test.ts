/** A promise, and the messages where it is not kept; none where it is kept. Adding a case is adding a row. */
import { describe, expect, test } from 'vitest';
import { evaluateContract, readContract } from '#specgraph';
import { COUNTS, TABLE } from '../../helpers/configs.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const graph = viewOfFiles({
  'spec/specgraph.config.json': COUNTS,
  'spec/01-a.md': TABLE,
  'spec/retry.py': 'wait(10)\n',
  'spec/02-b.md': [
    '# B',
    '',
    '## 1. Retry',
    '',
    'It waits 10 s as `retry.py` does, see [`spec/01-a.md`](01-a.md), Section 2.',
    '',
    'waits',
    '',
    '### 1a. Limits',
    '',
    'Ten.',
    '',
    '## 2. End',
    '',
    'None; spec/01.',
    '',
    '---',
    '',
    '*Phase: 01 - Base*  ',
    '*Version: 1.10*',
    '',
  ].join('\n'),
});

function problems(entries: string): string[] {
  const contract = readContract('spec/contracts/phase-01.yaml', `phase: "1"\nmust_haves:\n${entries}`);
  return evaluateContract(contract, graph)
    .items.flatMap((item) => item.problems)
    .map(({ at, message }) => `${at.file}:${at.line} ${message}`);
}

const B = 'spec/02-b.md';
const CASES: [kind: string, entry: string, problems: string[]][] = [
  ['artifacts', `{ path: ${B} }`, []],
  ['artifacts', `{ path: ${B}, contains: waits, min_lines: 20 }`, []],
  ['artifacts', `{ path: ${B}, contains: [waits, Ten] }`, []],
  ['artifacts', '{ path: 02-b.md, contains: waits }', []],
  [
    'artifacts',
    `{ path: ${B}, contains: nine }`,
    [`${B}:1 Phase 1 promises that ${B} contains "nine"; it does not.`],
  ],
  [
    'artifacts',
    `{ path: ${B}, contains: [waits, nine, ten] }`,
    [
      `${B}:1 Phase 1 promises that ${B} contains "nine"; it does not.`,
      `${B}:1 Phase 1 promises that ${B} contains "ten"; it does not.`,
    ],
  ],
  [
    'artifacts',
    `{ path: ${B}, min_lines: 2000 }`,
    [`${B}:1 Phase 1 promises at least 2,000 lines in ${B}; it has 20.`],
  ],
  [
    'artifacts',
    '{ path: spec/17-z.md }',
    ['spec/contracts/phase-01.yaml:4 Phase 1 promises spec/17-z.md, which does not exist.'],
  ],
  [
    'artifacts',
    '{ path: ../17-z.md }',
    [
      'spec/contracts/phase-01.yaml:4 Phase 1 promises ../17-z.md, which is not below the folder of the repository.',
    ],
  ],
  [
    'key_links',
    `{ from: ${B}, to: /etc/hosts.md }`,
    [
      'spec/contracts/phase-01.yaml:4 Phase 1 promises a reference to /etc/hosts.md, which is not below the folder of the repository.',
    ],
  ],
  // links
  ['key_links', `{ from: ${B}, to: spec/01-a.md }`, []],
  ['key_links', `{ from: ${B}, section: "1", to: spec/01-a.md, to_sections: ["2"] }`, []],
  ['key_links', `{ from: ${B}, to: anything, pattern: "waits \\\\d+ s" }`, []],
  ['key_links', `{ from: ${B}, to: spec/01-a.md, pattern: "waits", min_matches: 2 }`, []],
  [
    'key_links',
    `{ from: ${B}, section: "2", to: spec/01-a.md, to_sections: ["2"] }`,
    [`${B}:13 Phase 1 promises that Section 2 of ${B} refers to spec/01-a.md, Section 2; it does not.`],
  ],
  [
    'key_links',
    `{ from: ${B}, section: "1", to: spec/01-a.md, to_sections: ["1", "2"] }`,
    [`${B}:3 Phase 1 promises that Section 1 of ${B} refers to spec/01-a.md, Section 1; it does not.`],
  ],
  [
    'key_links',
    `{ from: ${B}, section: 1a, to: spec/01-a.md }`,
    [`${B}:9 Phase 1 promises that Section 1a of ${B} refers to spec/01-a.md; it does not.`],
  ],
  [
    'key_links',
    `{ from: spec/01-a.md, to: ${B}, pattern: "spec/17" }`,
    [`spec/01-a.md:1 Phase 1 promises that spec/01-a.md refers to ${B} (pattern spec/17); it does not.`],
  ],
  [
    'key_links',
    `{ from: ${B}, to: x, pattern: "waits", min_matches: 3 }`,
    [`${B}:1 Phase 1 promises that ${B} refers to x (pattern waits, 3 times); it does not.`],
  ],
  ['key_links', `{ from: ${B}, to: the edge document }`, []],
  ['key_links', `{ from: ${B}, to: Node.js }`, []],
  [
    'key_links',
    `{ from: ${B}, to: spec/17-z.md }`,
    ['spec/contracts/phase-01.yaml:4 Phase 1 promises a reference to spec/17-z.md, which does not exist.'],
  ],
  ['key_links', `{ from: ${B}, to: spec/17-z.md, pattern: "waits" }`, []],
  ['key_links', `{ from: ${B}, to: spec/retry.py }`, []],
  [
    'key_links',
    `{ from: ${B}, section: "2", to: spec/retry.py }`,
    [`${B}:13 Phase 1 promises that Section 2 of ${B} refers to spec/retry.py; it does not.`],
  ],
  // patterns: a section ends with its subsections, and its heading belongs to it
  ['patterns', `{ path: ${B}, section: "1", pattern: "Ten" }`, []],
  ['patterns', `{ path: ${B}, section: Retry, pattern: "^waits$" }`, []],
  ['patterns', `{ path: ${B}, pattern: "waits", min_matches: 2 }`, []],
  [
    'patterns',
    `{ path: ${B}, section: "2", pattern: "Ten", provides: the number }`,
    [`${B}:13 Phase 1 promises the number in Section 2 of ${B}; it is not there.`],
  ],
  [
    'patterns',
    `{ path: ${B}, pattern: "waits", min_matches: 3 }`,
    [`${B}:1 Phase 1 promises the pattern waits in ${B} 3 times; it is there 2 times.`],
  ],
  [
    'patterns',
    `{ path: ${B}, section: "9", pattern: "x" }`,
    [`${B}:1 Phase 1 promises something of Section 9 of ${B}, which does not exist.`],
  ],
  // what must be gone: every place where it is not
  ['forbidden', `{ path: ${B}, pattern: "nine" }`, []],
  ['forbidden', `{ path: ${B}, section: "2", pattern: "waits" }`, []],
  [
    'forbidden',
    `{ path: ${B}, pattern: "waits", provides: the wait }`,
    [
      `${B}:5 "waits" still stands in ${B}; Phase 1 promises that the wait is gone.`,
      `${B}:7 "waits" still stands in ${B}; Phase 1 promises that the wait is gone.`,
    ],
  ],
  // counts
  ['counts', '{ quantity: variables, equals: 1 }', []],
  [
    'counts',
    '{ quantity: variables, equals: 2 }',
    ['spec/contracts/phase-01.yaml:4 Phase 1 promises 2 for "variables"; the count is 1.'],
  ],
  [
    'counts',
    '{ quantity: nothing, equals: 0 }',
    [
      'spec/contracts/phase-01.yaml:4 Phase 1 promises a number of "nothing", which the configuration does not define.',
    ],
  ],
  [
    'counts',
    '{ quantity: constructor, equals: 0 }',
    [
      'spec/contracts/phase-01.yaml:4 Phase 1 promises a number of "constructor", which the configuration does not define.',
    ],
  ],
  // versions are numbers between dots: 1.10 comes after 1.9, and a later one keeps the promise
  ['versions', `{ path: ${B}, version: "1.10" }`, []],
  ['versions', `{ path: ${B}, version: "1.9" }`, []],
  ['versions', `{ path: ${B}, version: "2.0" }`, [`${B}:20 ${B} has version 1.10; Phase 1 promises 2.0.`]],
  [
    'versions',
    '{ path: spec/01-a.md, version: "1.0" }',
    ['spec/01-a.md:1 spec/01-a.md states no version in its footer; Phase 1 promises 1.0.'],
  ],
];

describe('a promise', () => {
  test.each(CASES)('%s %s', (kind, entry, expected) => {
    expect(problems(`  ${kind}:\n    - ${entry}\n`)).toEqual(expected);
  });

  test('the table has no duplicate rows', () => {
    expect(new Set(CASES.map(([kind, entry]) => kind + entry)).size).toBe(CASES.length);
  });

  test('a missing file is reported once, however many promises it breaks', () => {
    expect(
      problems(
        '  artifacts:\n    - { path: no.md }\n    - { path: no.md, contains: x }\n  patterns:\n    - { path: no.md, pattern: x }\n',
      ),
    ).toHaveLength(1);
  });

  test.each(['(?=x)', '(', '(a)\\1'])(
    'the pattern %s is a problem of the contract, at its line',
    (pattern) => {
      expect(problems(`  patterns:\n    - { path: ${B}, pattern: '${pattern}' }\n`)).toEqual([
        expect.stringMatching(/phase-01\.yaml:4 The pattern cannot be used/),
      ]);
    },
  );
});
