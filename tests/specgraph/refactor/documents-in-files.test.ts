/** YAML and JSON files beside the documents follow where they name a document, and where a word is no name they stay. */
import { describe, expect, it } from 'vitest';
import { refactored } from '../../helpers/refactor.ts';

const FILES = {
  'spec/about.md': '# About\n\n## Scope\n\nWords.\n',
  'spec/setup-guide.md': '# Setup\n\n## Scope\n\nWords.\n',
  'spec/end.md': '# End\n\n## Scope\n\nWords.\n',
};

/** The line of a file beside the documents after "about" is "overview" and "setup-guide" is "first-steps". */
function lineAfter(line: string, file = 'spec/pages.yaml'): string {
  const about = refactored(
    { ...FILES, [file]: line },
    { action: 'rename', target: 'about', name: 'overview.md' },
  );
  return refactored(about, { action: 'rename', target: 'setup-guide', name: 'first-steps.md' })[file];
}

describe('a line of a data file', () => {
  it.each([
    ['file: about.md', 'file: overview.md'],
    ['file: ./about.md', 'file: ./overview.md'],
    ['file: spec/about.md#scope', 'file: spec/overview.md#scope'],
    ['page: setup-guide', 'page: first-steps'],
    ['pattern: "spec\\/setup-guide\\.md"', 'pattern: "spec\\/first-steps\\.md"'],
  ])('%s follows', (line, now) => {
    expect(lineAfter(line)).toBe(now);
  });

  it.each([
    'description: all about the setup',
    'title: about',
    'title: "about"',
    'about: 3',
    'url: /v1.2/about',
    'url: /v1.2/setup-guide',
    'url: https://example.org/spec/about.md',
    'file: drafts/about.md',
    'file: about.mdx',
  ])('%s stays', (line) => {
    expect(lineAfter(line)).toBe(line);
  });
});

it('a whole value of the configuration is the name of a document, the same word in another value is not', () => {
  const config = (document: string): string =>
    JSON.stringify({
      variables: {
        definitions: [],
        overrides: [{ document, sections: [], names: [], fields: [], reason: 'says more about it' }],
      },
    });
  expect(lineAfter(config('about'), 'spec/specgraph.config.json')).toBe(config('overview'));
});
