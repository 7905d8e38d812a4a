import { describe, expect, test } from 'vitest';
import { readContract } from '#specgraph';
import { findMatches } from '../../src/specgraph/contracts/matcher.ts';

const PLAN = `---
phase: 09-edge-and-auto-scaling
plan: 3
must_haves:
  truths:
    - "the reference lists both variables"
  artifacts:
    - path: "spec/03.md"
      provides: "definitions"
      contains: "FL_EDGE_BACKOFF"
      min_lines: 10
  key_links:
    - from: "spec/08.md"
      to: "the edge document"
      via: "section reference"
      pattern: "spec/14"
---

# Plan
`;

describe('reading a contract', () => {
  test('a planning document, as it stands', () => {
    const contract = readContract('plan.md', PLAN);
    expect(contract.phase).toBe('9');
    expect(contract.truths).toEqual(['the reference lists both variables']);
    expect(contract.artifacts).toEqual([
      { path: 'spec/03.md', provides: 'definitions', contains: ['FL_EDGE_BACKOFF'], minLines: 10, line: 8 },
    ]);
    expect(contract.links).toEqual([
      expect.objectContaining({ from: 'spec/08.md', pattern: 'spec/14', minMatches: 1, line: 13 }),
    ]);
  });

  test('our own keys', () => {
    const contract = readContract(
      'c.yaml',
      'must_haves:\n  counts:\n    - { quantity: variables, equals: 48 }\n  versions:\n    - { path: a.md, version: 1.5 }\n',
    );
    expect(contract.counts).toEqual([{ quantity: 'variables', equals: 48, line: 3 }]);
    expect(contract.versions).toEqual([{ path: 'a.md', version: '1.5', line: 5 }]);
  });

  test('keys of other tools are no mistakes', () => {
    const text = 'titles: x\nmust_haves:\n  artifacts:\n    - { path: a.md, exports: [GET] }\n';
    expect(readContract('c.yaml', text).artifacts).toHaveLength(1);
  });

  test.each([
    ['plan.md', '# no front matter\n', /has no front matter/],
    [
      'c.yaml',
      'must_haves:\n  artifacts:\n    - provides: x\n',
      /^c\.yaml:3 is not a contract: must_haves\.artifacts\.0\.path: the key is missing$/,
    ],
    [
      'c.yaml',
      'must_haves:\n  artifacts:\n    - path: a.md\n      contians: [x]\n',
      /^c\.yaml:4 is not a contract: must_haves\.artifacts\.0\.contians: there is no such key$/,
    ],
    ['c.yaml', 'must_haves:\n  artefacts: []\n', /^c\.yaml:2 .*must_haves\.artefacts: there is no such key$/],
    ['c.yaml', 'phase: 1\nmusthaves: {}\n', /^c\.yaml:2 is not a contract: musthaves: there is no such key$/],
    ['plan.md', '---\nphase: 1\nmust_haves:\n  truth: []\n---\n', /^plan\.md:4 .*must_haves\.truth:/],
    ['c.yaml', 'a: b: c\n', /c\.yaml:1: the YAML is broken/],
  ])('%s %j', (file, text, message) => {
    expect(() => readContract(file, text)).toThrow(message);
  });
});

describe('patterns', () => {
  test('match line by line, with offsets in UTF-16 units', () => {
    expect(findMatches('^b.$', '😀\nbx\nby\n')).toEqual({
      matches: [
        { start: 3, end: 5 },
        { start: 6, end: 8 },
      ],
    });
  });

  test('take linear time where backtracking would not end', () => {
    expect(findMatches('(a+)+$', `${'a'.repeat(20_000)}!`)).toEqual({ matches: [] });
  });

  test.each(['(?=x)', '(a)\\1', '['])('%s is refused with a reason', (pattern) => {
    expect(findMatches(pattern, 'x')).toEqual({ fault: expect.any(String) });
  });
});
