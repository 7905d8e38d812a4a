/** Sections and appendices: which of them a moved section is, and the word that references have then. */
import { describe, expect, it } from 'vitest';
import { planRefactoring, type RefactorRequest } from '#specgraph/refactor';
import { projectOf, refactored, type Texts } from '../../helpers/refactor.ts';

const files: Texts = {
  'spec/01-a.md': [
    '# Alpha',
    '## 1. Setup',
    'See Appendix A, [Appendix A](#appendix-a-words), [Appendix A. Words](#appendix-a-words) and Section A.1.',
    '## 2. Limits',
    'See Section 1, and Appendices A and B.',
    '## Appendix A. Words',
    'See Section 2.',
    '### A.1 More',
    'Words.',
    '## Appendix B. Codes',
    'See section 2 of this document.',
    '',
  ].join('\n\n'),
  'spec/02-b.md': '# Beta\n\n## 1. Start\n\nSee Appendix B of [Alpha](01-a.md).\n\n## 2. End\n\nWords.\n',
};

const headingsAfter = (request: RefactorRequest, name = 'spec/01-a.md'): string[] =>
  refactored(files, request)[name].match(/^##+ .*$/gm)!;

describe('beside the first appendix', () => {
  it.each<[RefactorRequest, string[]]>([
    [
      { action: 'move', target: '01#1', side: 'before', anchor: '01#A' },
      ['## 1. Limits', '## 2. Setup', '## Appendix A. Words', '### A.1 More', '## Appendix B. Codes'],
    ],
    [
      { action: 'move', target: '02#2', side: 'before', anchor: '01#A' },
      [
        '## 1. Setup',
        '## 2. Limits',
        '## 3. End',
        '## Appendix A. Words',
        '### A.1 More',
        '## Appendix B. Codes',
      ],
    ],
    [
      { action: 'move', target: '01#B', side: 'before', anchor: '01#A' },
      ['## 1. Setup', '## 2. Limits', '## Appendix A. Codes', '## Appendix B. Words', '### B.1 More'],
    ],
    [
      { action: 'move', target: '01#B', side: 'after', anchor: '01#2' },
      ['## 1. Setup', '## 2. Limits', '## Appendix A. Codes', '## Appendix B. Words', '### B.1 More'],
    ],
    [
      { action: 'insert', target: '01#2', title: 'New', side: 'after' },
      [
        '## 1. Setup',
        '## 2. Limits',
        '## 3. New',
        '## Appendix A. Words',
        '### A.1 More',
        '## Appendix B. Codes',
      ],
    ],
  ])('%j', (request, headings) => {
    expect(headingsAfter(request)).toEqual(headings);
  });

  it('asks whether what is new is a section or an appendix', () => {
    const insert = (): unknown =>
      planRefactoring(projectOf(files), { action: 'insert', target: '01#A', title: 'New', side: 'before' });
    expect(insert).toThrow('before Appendix A. Words, a section or an appendix could be meant');
    expect(headingsAfter({ action: 'insert', target: '01#B', title: 'New', side: 'before' })).toContain(
      '## Appendix B. New',
    );
  });
});

describe('an appendix that becomes a section', () => {
  const away: RefactorRequest = { action: 'move', target: '01 Appendix A', side: 'after', anchor: '02#2' };

  it('is named by another word, in links as well', () => {
    const there = refactored(files, away);
    expect(there['spec/02-b.md']).toContain(
      '## 3. Words\n\nSee Section 2 of [Alpha](01-a.md).\n\n### 3.1 More\n',
    );
    expect(there['spec/01-a.md']).toContain(
      'See Section 3 of [Beta](02-b.md), [Section 3](02-b.md#3-words), [3. Words](02-b.md#3-words) and Section 3.1 of [Beta](02-b.md).',
    );
    expect(there['spec/01-a.md']).toContain(
      'See Section 1, and Appendix A as well as Section 3 of [Beta](02-b.md).',
    );
    expect(there['spec/02-b.md']).toContain('See Appendix A of [Alpha](01-a.md).');
  });

  it('of the same document', () => {
    const one = { 'spec/a.md': `${files['spec/01-a.md']}\n## Annex\n`.replaceAll('Appendix B', 'Annex B') };
    const request = { action: 'move', target: 'a#A', side: 'before', anchor: 'a#1' } as const;
    const moved = refactored(
      { 'spec/a.md': one['spec/a.md'].replace('Appendices A and B', 'Appendix A') },
      request,
    );
    expect(moved['spec/a.md']).toContain(
      'See Section 1, [Section 1](#1-words), [1. Words](#1-words) and Section 1.1.',
    );
    expect(moved['spec/a.md']).toContain('See Section 2, and Section 1.');
  });
});

it('a section that becomes an appendix is named so, with a small letter where it had one', () => {
  const moved = refactored(files, { action: 'move', target: '01#2', side: 'after', anchor: '01#A' });
  expect(moved['spec/01-a.md'].match(/^(?:##? .*|See.*)$/gm)).toEqual([
    '# Alpha',
    '## 1. Setup',
    'See Appendix A, [Appendix A](#appendix-a-words), [Appendix A. Words](#appendix-a-words) and Section A.1.',
    '## Appendix A. Words',
    'See Appendix B.',
    '## Appendix B. Limits',
    'See Section 1, and Appendices A and C.',
    '## Appendix C. Codes',
    'See appendix B of this document.',
  ]);
});

it('an annex is a target as an appendix is', () => {
  const annexes = { 'spec/01-a.md': '# Alpha\n\n## 1. One\n\n## Annex A: Words\n\n## Annex B: Codes\n' };
  const request = { action: 'move', target: '01 Annex B', side: 'before', anchor: 'Annex A of 01' } as const;
  expect(refactored(annexes, request)['spec/01-a.md'].match(/^## .*$/gm)).toEqual([
    '## 1. One',
    '## Annex A: Codes',
    '## Annex B: Words',
  ]);
});
