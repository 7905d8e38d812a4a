/** Verdicts of a plan: promises, truths and success criteria, with what shows them. */
import { describe, expect, test } from 'vitest';
import { readContract, verificationMarkdown, verifyContract, type Verification } from '#specgraph';
import { viewOfFiles } from '../../helpers/view-of.ts';
import { CONFIG, SMALL_SET } from '../../helpers/small-set.ts';

const graph = viewOfFiles({
  ...SMALL_SET,
  'spec/specgraph.config.json': JSON.stringify({
    ...CONFIG,
    quantities: { variables: { of: 'definitions' } },
  }),
});
const PLAN = 'plans/02-PLAN.md';

function verify(mustHaves: string, rest = ''): Verification {
  return verifyContract(
    readContract(PLAN, `---\nphase: "2"\ntitle: Edge\nmust_haves:\n${mustHaves}\n---\n${rest}`),
    graph,
  );
}

const ARTIFACT = '  artifacts:\n    - { path: spec/02-server.md, contains: [FL_MODE] }';
const BROKEN = '  artifacts:\n    - { path: spec/02-server.md, contains: [FL_PORT] }';

describe('a truth', () => {
  test.each([
    [
      'is verified where a kept promise names what it names',
      '`FL_MODE` is read at boot',
      ARTIFACT,
      'verified',
    ],
    ['fails where a promise that names the same is broken', 'The server opens FL_PORT', BROKEN, 'failed'],
    ['is left to a human where no promise names the same', '`FL_PORT` is opened', ARTIFACT, 'needs-human'],
    [
      'is left to a human where one of its names has no promise',
      'FL_MODE and FL_PORT are read',
      ARTIFACT,
      'needs-human',
    ],
    ['is left to a human where it names nothing', 'The server is easy to use', ARTIFACT, 'needs-human'],
    ['is left to a human where it names documents only', 'spec/02 is complete', ARTIFACT, 'needs-human'],
    [
      'is shown by a count',
      'There are 2 variables',
      '  counts:\n    - { quantity: variables, equals: 2 }',
      'verified',
    ],
    [
      'fails with its count',
      'There are 3 variables',
      '  counts:\n    - { quantity: variables, equals: 3 }',
      'failed',
    ],
  ])('%s', (_, truth, promises, verdict) => {
    const { truths } = verify(`  truths:\n    - '${truth}'\n${promises}`);
    expect(truths).toMatchObject([{ text: truth, verdict }]);
  });

  test('is shown by the promises about the files that the contract names as its evidence', () => {
    const truths = "  truths: ['The server listens', 'The guide is short']";
    const evidence =
      '  evidence:\n    - { truth: 1, from: [spec/02-server.md] }\n    - { truth: 2, from: [spec/03-guide.md] }';
    const result = verify([truths, evidence, ARTIFACT].join('\n'));
    expect(result.truths).toMatchObject([
      { verdict: 'verified', promises: [{ details: '19 lines, 1 of 1 text found' }] },
      { verdict: 'needs-human', reason: 'no promise is about spec/03-guide.md' },
    ]);
    expect(verify([truths, evidence, BROKEN].join('\n')).truths[0].verdict).toBe('failed');
  });
});

test('promises say where they were found', () => {
  const { promises } = verify(
    [
      '  key_links:',
      '    - { from: spec/02-server.md, to: spec/01-reference.md, to_sections: ["2"], via: ports }',
      '    - { from: spec/02-server.md, to: the boot of the server, via: reading }',
      '    - { from: spec/02-server.md, to: the boot of the server, pattern: Step 1a }',
      '  patterns:',
      '    - { path: spec/02-server.md, section: "2", pattern: "See Section 1" }',
      '  forbidden:',
      '    - { path: spec/03-guide.md, pattern: "preview" }',
    ].join('\n'),
  );
  expect(promises.map(({ verdict, details }) => [verdict, details])).toEqual([
    ['verified', 'spec/02-server.md:11'],
    ['needs-human', 'the target is neither a document nor a file'],
    ['verified', 'spec/02-server.md:9'],
    ['verified', 'spec/02-server.md:15'],
    ['verified', 'not found'],
  ]);
});

describe('success criteria', () => {
  test.each([
    ['a tag', '<success_criteria>\n- FL_MODE is read\n- [ ] It works\n</success_criteria>\n'],
    [
      'a heading',
      '# Plan\n\n## Success criteria\n\n1. FL_MODE is read\n2. It works\n\n## Output\n\n- a summary\n',
    ],
  ])('are read from %s of the planning document', (_, text) => {
    expect(verify(ARTIFACT, text).criteria).toMatchObject([
      { text: 'FL_MODE is read', verdict: 'verified' },
      { text: 'It works', verdict: 'needs-human' },
    ]);
  });

  test('are read from the front matter', () => {
    const contract = readContract('a.yaml', 'success_criteria: It works\nmust_haves: { truths: [] }\n');
    expect(contract.criteria).toEqual(['It works']);
  });
});

describe('the verdict of a plan', () => {
  test.each([
    ['verified', ARTIFACT],
    ['failed', `  truths: [It works]\n${BROKEN}`],
    ['needs-human', `  truths: [It works]\n${ARTIFACT}`],
  ])('is %s', (verdict, mustHaves) => {
    expect(verify(mustHaves).verdict).toBe(verdict);
  });
});

test('the report names what is verified, failed and left to a human', () => {
  const truths = '  truths: ["`FL_MODE` is read | at boot", It works]';
  const report = verificationMarkdown(
    verify([truths, ARTIFACT].join('\n'), '## Success criteria\n\n- FL_MODE is read\n'),
  );
  expect(report).toBe(
    [
      '# Verification of Phase 2: Edge',
      '',
      'Read from `plans/02-PLAN.md`. Result: **needs a human**. Verified: 1 of 2 truths, 1 of 1 promise, 1 of 1 success criterion.',
      '',
      '## Truths',
      '',
      '| # | Truth | Status | Evidence |',
      '|---|---|---|---|',
      String.raw`| 1 | \`FL_MODE\` is read \| at boot | verified | spec/02-server.md contains "FL_MODE" (19 lines, 1 of 1 text found) |`.replaceAll(
        '\\`',
        '`',
      ),
      '| 2 | It works | needs a human | it names nothing that a promise names |',
      '',
      '## Artifacts',
      '',
      '| Artifact | Provides | Status | Details |',
      '|---|---|---|---|',
      '| `spec/02-server.md` |  | verified | 19 lines, 1 of 1 text found |',
      '',
      '## Success criteria',
      '',
      '| # | Criterion | Status | Evidence |',
      '|---|---|---|---|',
      '| 1 | FL_MODE is read | verified | spec/02-server.md contains "FL_MODE" (19 lines, 1 of 1 text found) |',
      '',
    ].join('\n'),
  );
});
