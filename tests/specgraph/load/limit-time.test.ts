import { expect, test } from 'vitest';
import { createReader, NO_CONFIG, parseConfig, RULE_IDS, type SpecConfig } from '#specgraph';
import { limitTime } from '#specgraph/load';

const configOf = (pattern: string): SpecConfig => {
  const given = {
    claims: [
      { pattern: '{n} documents', quantity: 'all' },
      { pattern, quantity: 'all' },
    ],
    quantities: { all: { of: 'documents' } },
  };
  const parsed = parseConfig(given, RULE_IDS);
  if ('faults' in parsed) throw new Error(parsed.faults.join());
  return parsed.config;
};

/** @param limit milliseconds */
function read(text: string, config: SpecConfig, limit: number): number {
  const reader = createReader(config, { guard: limitTime(config, { limit, trial: limit }) });
  return reader.read({
    root: 'docs',
    repositoryRoot: '.',
    problems: [],
    files: [{ path: 'docs/a.md', text: `# A\n\n${text}\n` }],
    others: [],
    tree: { kind: () => undefined, otherCases: () => [] },
  }).documents.length;
}

test('a document that an expression of the configuration cannot be done with names both', () => {
  const pattern = String.raw`\w*\w*\w*\w*!{n} things`;
  expect(() => read(`${'w'.repeat(50_000)} things`, configOf(pattern), 50)).toThrow(
    expect.objectContaining({
      name: 'UsageError',
      message: 'docs/a.md was not read within 0.05 s',
      hint: `the expression claims[1].pattern of the configuration takes too long: ${pattern}`,
    }),
  );
});

test('the pattern of a kind without a form of its ids is limited as well', () => {
  const pattern = String.raw`\w*\w*\w*\w*!{n}`;
  const given = { kinds: { error: { defined: [{ table: 'Code' }, { headings: pattern }] } } };
  const { config } = parseConfig(given, RULE_IDS) as { config: SpecConfig };
  expect(() => read(`## ${'w'.repeat(50_000)}`, config, 50)).toThrow(
    expect.objectContaining({
      hint: `the expression kinds.error.defined[1].headings of the configuration takes too long: ${pattern}`,
    }),
  );
});

test('the same expression reads an ordinary text, and other exceptions pass through', () => {
  const config = configOf(String.raw`\w*\w*\w*\w*!{n} things`);
  expect(read('There are 3 things.', config, 60_000)).toBe(1);
  const guard = limitTime(config)!;
  expect(() =>
    guard({ path: 'a.md', text: '' }, () => {
      throw new RangeError('other');
    }),
  ).toThrow(new RangeError('other'));
});

test('a set without expressions of its own has no limit', () => expect(limitTime(NO_CONFIG)).toBeUndefined());
