import { describe, expect, test } from 'vitest';
import { createNodeNamer, parseTarget } from '#specgraph/query';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const view = viewOfFiles(SMALL_SET);

describe('a target is written as people write', () => {
  test.each([
    ['FL_MODE', 'variable:FL_MODE'],
    ['fl_mode', 'variable:FL_MODE'],
    ['variable:FL_MODE', 'variable:FL_MODE'],
    ['FL_READY', 'attribute:FL_READY'],
    ['REQ-01', 'requirement:REQ-01'],
    ['phase:2', 'phase:2'],
    ['Phase 2', 'phase:2'],
    ['phase 02', 'phase:2'],
    // Documents by number, with and without the folder, by file, by title.
    ['02', '02-server'],
    ['2', '02-server'],
    ['spec/02', '02-server'],
    ['02-server', '02-server'],
    ['02-server.md', '02-server'],
    ['spec/02-server.md', '02-server'],
    ['./spec/02-server.md', '02-server'],
    ['Server', '02-server'],
    // Sections by slug, number and heading, the document before or after.
    ['02-server#2-ports', '02-server#2-ports'],
    ['spec/02#2-ports', '02-server#2-ports'],
    ['spec/02#2', '02-server#2-ports'],
    ['02#2-…', '02-server#2-ports'],
    ['spec/02-server.md#2-ports', '02-server#2-ports'],
    ['spec/02 Section 2', '02-server#2-ports'],
    ['spec/02, Section 2', '02-server#2-ports'],
    ['spec/02 §2', '02-server#2-ports'],
    ['spec/02 § 2', '02-server#2-ports'],
    ['spec/02 2', '02-server#2-ports'],
    ['Section 2 of spec/02', '02-server#2-ports'],
    ['  section   2  of  spec/02 ', '02-server#2-ports'],
    ['2 of 02', '02-server#2-ports'],
    ['spec/02#2. Ports', '02-server#2-ports'],
    ['Appendix A of spec/01', '01-reference#appendix-a-names'],
    ['spec/01 Appendix A', '01-reference#appendix-a-names'],
    // Steps.
    ['Step 1a of spec/02', 'step:02-server/1a'],
    ['step 1A in 02', 'step:02-server/1a'],
    ['spec/02, Step 1a', 'step:02-server/1a'],
    ['step:02-server/1a', 'step:02-server/1a'],
    ['step:02/1a', 'step:02-server/1a'],
  ])('%s', (words, id) => {
    expect(parseTarget(words, view)).toBe(id);
  });
});

describe('words that name nothing are refused with what was probably meant', () => {
  test.each([
    ['FL_MODES', 'there is nothing called "FL_MODES"', 'did you mean FL_MODE?'],
    ['02-servers', 'there is nothing called "02-servers"', 'did you mean 02-server?'],
    ['spec/02 Section 7', 'spec/02-server.md has no section 7', 'its sections are 1, 2, 3'],
    ['spec/02#2-port', 'spec/02-server.md has no section 2-port', 'its sections are 1, 2, 3'],
    ['Step 9 of spec/02', 'spec/02-server.md has no step 9', 'its steps are 1, 1a'],
    ['Section 2', '"Section 2" names several things', 'write spec/01 2, or spec/02 2'],
  ])('%s', (words, message, hint) => {
    expect(() => parseTarget(words, view)).toThrow(
      expect.objectContaining({ name: 'UsageError', message, hint }),
    );
  });
});

describe('things of the kinds of a configuration', () => {
  const own = viewOfFiles({
    'spec/specgraph.config.json': JSON.stringify({
      documentNumber: String.raw`^(\d+)-`,
      documentPrefix: 'spec',
      kinds: {
        decision: { defined: { headings: 'DR-{n}' }, mentioned: 'DR-{n}', scope: 'document' },
        error: { defined: { table: 'Code' }, mentioned: 'E-{n}' },
        message: { defined: { headings: 'The `{id}` Message' } },
        bolt: { documents: 'BOLT #{n}' },
      },
    }),
    'spec/01-base.md': '# BOLT #1: Base\n\n## DR-01: One\n\n## DR-02: Two\n\n## The `init` Message\n',
    'spec/02-peers.md':
      '# BOLT #2: Peers\n\n## DR-01: Other\n\n| Code | Meaning |\n|---|---|\n| 17 | bad |\n',
  });

  test.each([
    ['DR-02', 'decision:01-base/2'],
    ['dr-2', 'decision:01-base/2'],
    ['decision 2', 'decision:01-base/2'],
    ['DR-01 of 02-peers', 'decision:02-peers/1'],
    ['spec/02, DR-01', 'decision:02-peers/1'],
    ['decision:02/1', 'decision:02-peers/1'],
    ['DR-1 in BOLT #2', 'decision:02-peers/1'],
    ['E-17', 'error:17'],
    ['error 17', 'error:17'],
    ['17', 'error:17'],
    ['init', 'message:init'],
    ['message:init', 'message:init'],
    ['BOLT #2', '02-peers'],
    ['bolt 1', '01-base'],
    // A document before a thing of that number.
    ['1', '01-base'],
  ])('%s', (words, id) => {
    expect(parseTarget(words, own)).toBe(id);
  });

  test.each([
    ['DR-01', '"DR-01" names several things', 'write DR-01 of spec/01, or DR-01 of spec/02'],
    ['DR-07 of spec/01', 'spec/01-base.md has no decision 07', 'its decisions are 01, 02'],
    ['inti', 'there is nothing called "inti"', 'did you mean init?'],
  ])('%s names nothing', (words, message, hint) => {
    expect(() => parseTarget(words, own)).toThrow(
      expect.objectContaining({ name: 'UsageError', message, hint }),
    );
  });

  test('are named as their kind labels them', () => {
    const name = createNodeNamer(own);
    expect(['decision:01-base/2', 'error:17', 'message:init'].map(name)).toEqual([
      'DR-02 of spec/01',
      'E-17',
      'init',
    ]);
  });
});
