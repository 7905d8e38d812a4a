/** Documents that are named by number: "BOLT #2", "NIP-44", "NIP-EE". */
import { describe, expect, test } from 'vitest';
import { kindsConfig } from '../../helpers/kinds.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const read = (pattern: string, sentence: string): string[] => {
  const graph = viewOfFiles({
    ...kindsConfig({ document2: { documents: pattern } }),
    'spec/01.md': '# First\n',
    'spec/44.md': '# Payloads\n',
    'spec/EE.md': '# Messaging\n',
    'spec/README.md': `# NIPs\n\n${sentence}\n`,
  });
  return graph.edges
    .filter(({ kind, range }) => kind === 'refers' && range?.file === 'spec/README.md')
    .map(({ target }) => target);
};

describe('ids of letters and digits', () => {
  test.each([
    ['See NIP-44.', ['44']],
    ['See NIP 44 and NIP01.', ['44', '01']],
    ['See NIPs 44 and 01.', ['44', '01']],
    ['See NIP-99.', ['missing:NIP-99']],
  ])('%s', (sentence, targets) => expect(read('NIP-{id}', sentence)).toEqual(targets));

  test.each(['This NIP MAY be used.', 'A NIP SHOULD be short.', 'All NIPs MUST be clear.'])(
    'words in capitals are no ids: %s',
    (sentence) => expect(read('NIP-{id}', sentence)).toEqual([]),
  );
});

test.each([
  ['bolt', 'BOLT #{n}', 'BOLT', 'BOLTs'],
  ['change-note', 'Change note {n}', 'Change note', 'Change notes'],
  ['paper', 'P{n}', 'paper', 'papers'],
])('the kind %s, documents named "%s", is called %s and %s', (key, documents, one, many) => {
  const graph = viewOfFiles({ ...kindsConfig({ [key]: { documents } }), 'spec/01.md': '# First\n' });
  expect(graph.kind(key)!.name).toEqual({ one, many });
});
