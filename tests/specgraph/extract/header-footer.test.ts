import { describe, expect, test } from 'vitest';
import type { HeaderField } from '#specgraph';
import { extractor } from '../../../src/specgraph/extract/document.ts';

const extract = extractor('spec', {});
const read = (text: string) => extract({ path: 'spec/01-a.md', text });
const shown = (fields: HeaderField[]): string[] =>
  fields.map(({ label, value, range }) => `${range.line}:${range.column} ${label} = ${value}`);

const HEADERS: [block: string, fields: string[]][] = [
  ['**Phase:** 01 - Base', ['3:1 Phase = 01 - Base']],
  ['**Phase**: 01 - Base', ['3:1 Phase = 01 - Base']],
  [
    '**Requirement:** A-01, B-02\n**Phase:** 01 - Base\n**Status:** Final',
    ['3:1 Requirement = A-01, B-02', '4:1 Phase = 01 - Base', '5:1 Status = Final'],
  ],
  ['**Phase:** 01 - Base  \n**Status:** Final', ['3:1 Phase = 01 - Base', '4:1 Status = Final']],
  ['**Phase:** 01 - Base\\\n**Status:** Final', ['3:1 Phase = 01 - Base', '4:1 Status = Final']],
  ['**Phase:** 01 - Base\r\n**Status:** Final', ['3:1 Phase = 01 - Base', '4:1 Status = Final']],
  ['**Status:** see [b](b.md) and `c`', ['3:1 Status = see b and c']],
  ['**Status:** at 10:30', ['3:1 Status = at 10:30']],
  ['**Phase :**  01 - Base  ', ['3:1 Phase = 01 - Base']],
  [
    '**Built on:** *one*\n**Status:** Final\nand more',
    ['3:1 Built on = one', '4:1 Status = Final\nand more'],
  ],
  [
    '**Phase:** **01**\n**Status:** `Final`\n**Version:** [1.0](v.md)',
    ['3:1 Phase = 01', '4:1 Status = Final', '5:1 Version = 1.0'],
  ],
  ['**Requirement:** A-01,\n\tB-02\n**Phase:** 1', ['3:1 Requirement = A-01,\nB-02', '5:1 Phase = 1']],
  ['**Status:** `a` *b* [c](c.md)', ['3:1 Status = a b c']],
  // a line end that stands alone between two nodes
  [
    '**Status:** `a`\n**Phase:** *b* \n**Built on:** c',
    ['3:1 Status = a', '4:1 Phase = b', '5:1 Built on = c'],
  ],
  [
    '**Status:** `a`\r**Phase:** *b*\r**Built on:** c',
    ['3:1 Status = a', '4:1 Phase = b', '5:1 Built on = c'],
  ],
  ['**Status:** `a`  \nb\n**Phase:** c', ['3:1 Status = a', '5:1 Phase = c']],
  // prose, though it begins with a bold word or holds a colon
  ['**Note** that this is prose.', []],
  ['Phase: 01 - Base', []],
  ['- **Phase:** 01 - Base', []],
  ['> **Phase:** 01 - Base', []],
];

describe('the block under the title', () => {
  test.each(HEADERS)('%j', (block, expected) => {
    expect(shown(read(`# A\n\n${block}\n\ntext\n`).header)).toEqual(expected);
  });

  test.each([
    ['no title', '**Phase:** 01 - Base\n'],
    ['not directly under it', '# A\n\ntext\n\n**Phase:** 01 - Base\n'],
    ['in a code block', '# A\n\n```md\n**Phase:** 01 - Base\n```\n'],
    ['nothing at all', ''],
  ])('%s: none', (_name, text) => {
    expect(read(text).header).toEqual([]);
  });

  test('is found behind front matter', () => {
    expect(shown(read('---\na: 1\n---\n\n# A\n\n**Phase:** 1\n').header)).toEqual(['7:1 Phase = 1']);
  });
});

const FOOTERS: [block: string, fields: string[]][] = [
  ['*Version: 1.5*', ['5:1 Version = 1.5']],
  ['_Version: 1.5_', ['5:1 Version = 1.5']],
  [
    '*Phase: 01 - Base (updated Phase 9)*\n*Version: 1.5*',
    ['5:1 Phase = 01 - Base (updated Phase 9)', '6:1 Version = 1.5'],
  ],
  ['*Specification for: X*  \n*Version: 1.5*\n', ['5:1 Specification for = X', '6:1 Version = 1.5']],
  ['*1. Version: 1.5*', []],
  ['*see Version: 1.5*', []],
  ['**Version: 1.5**', []],
  ['Version: 1.5', []],
  ['*Version: 1.5*\n\nmore', []],
];

describe('the last paragraph', () => {
  test.each(FOOTERS)('%j', (block, expected) => {
    expect(shown(read(`# A\n\n---\n\n${block}\n`).footer)).toEqual(expected);
  });
});
