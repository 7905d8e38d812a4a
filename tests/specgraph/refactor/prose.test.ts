/** What is written around a reference stays right prose: one document a reference, and the connectives of the author. */
import { describe, expect, it } from 'vitest';
import { planRefactoring } from '#specgraph/refactor';
import { projectOf, refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';

const CONFIG = JSON.stringify({ documentPrefix: 'spec', documentNumber: String.raw`^(\d{2})-` });

/** Two documents with sections 1 to 4; the words stand in the first section of each. */
function book(alpha: string, beta = 'Words.', limits = 'Words.'): Texts {
  return {
    'spec/specgraph.config.json': CONFIG,
    'spec/00-all.md': '# All\n\n[01 Alpha](01-a.md), [02 Beta](02-b.md).\n',
    'spec/01-a.md': `# 01 Alpha\n\n## 1. Setup\n\n${alpha}\n\n## 2. Limits\n\n${limits}\n\n## 3. More\n\nWords.\n\n## 4. End\n\nWords.\n`,
    'spec/02-b.md': `# 02 Beta\n\n## 1. Start\n\n${beta}\n\n## 2. Middle\n\nWords.\n\n## 3. Last\n\nWords.\n\n## 4. Rest\n\nWords.\n`,
  };
}

const away = { action: 'move', target: '01#2', side: 'after', anchor: '02#1' } as const;
const back = { action: 'move', target: '02#2', side: 'after', anchor: '01#1' } as const;

/** The paragraph below the first section of a document. */
const paragraph = (files: Texts, name: string): string =>
  /## 1\. \w+\n\n(.*)\n/.exec(files[Object.keys(files).find((file) => file.includes(name))!])![1];

describe('a reference names one document', () => {
  it.each([
    // the number is one of another document, and comes back
    ['See Section 2.', 'See Section 2 of spec/02.'],
    [
      'See Section 2 of this document and Section 1 of spec/02.',
      'See Section 2 of spec/02 and Section 1 of spec/02.',
    ],
    [
      'See spec/02, Section 1; Section 2 of this document differs.',
      'See spec/02, Section 1; Section 2 of spec/02 differs.',
    ],
  ])('%s', (words, moved) => {
    const files = book(words);
    const there = refactored(files, away);
    expect(paragraph(there, '01-a')).toBe(moved);
    expect(paragraph(refactored(there, back), '01-a')).toBe(words);
  });

  it.each([
    ['See Section 2 of spec/01.', 'See Section 2.'],
    ['See Section 2 of [Alpha](01-a.md).', 'See Section 2.'],
    [
      'Section 1 of spec/01 and Sections 2 and 3 of spec/01.',
      'Section 1 of spec/01 and Section 2 of spec/01 as well as Section 2 of this document.',
    ],
  ])('%s in the document to which the section goes', (words, moved) => {
    expect(paragraph(refactored(book('Words.', words), away), '02-b')).toBe(moved);
  });

  it('keeps a link to the section whose number stands before it', () => {
    const files = book('See [Section 1](#1-setup).', 'Compare Section 2 of [Alpha](01-a.md#2-limits).');
    const there = refactored(files, away);
    expect(paragraph(there, '02-b')).toBe('Compare [Section 2](#2-limits).');
  });

  it('calls a document as other links do, and leads to the section', () => {
    const files = {
      ...book('See Section 2 of [Alpha](01-a.md).', 'Words.'),
      'spec/00-all.md': '# All\n\n[Alpha](01-a.md), [Beta](02-b.md), [Gamma](03-c.md).\n',
      'spec/03-c.md':
        '# 03 Gamma\n\n## 1. One\n\nCompare Section 2 of [Alpha](01-a.md#2-limits), and Section 1 of [Beta](02-b.md).\n',
    };
    expect(paragraph(refactored(files, away), '03-c')).toBe(
      'Compare Section 2 of [Beta](02-b.md#2-limits), and Section 1 of [Beta](02-b.md).',
    );
  });

  it('says "of this document" where the set does', () => {
    const own = 'Section 1 of this document says how.';
    const files = book('Section 3 of this document, Section 4 of this document.', 'Words.', own);
    const there = refactored(files, away);
    expect(there['spec/02-b.md']).toContain('\nSection 1 of spec/01 says how.\n');
    expect(refactored(there, back)).toEqual(files);
  });

  it('names the document where the words told a direction', () => {
    const there = refactored(book('See Section 2 below.', 'Words.', 'See Section 1, above.'), away);
    expect(paragraph(there, '01-a')).toBe('See Section 2 of spec/02.');
    expect(there['spec/02-b.md']).toContain('\nSee Section 1 of spec/01.\n');
  });

  it.each([
    [
      'See Appendix A, and Section 2.1 of [Beta](02-b.md#21-deep).',
      'See Section 3 of spec/02, and Section 2.1 of [Beta](02-b.md#21-deep).',
    ],
    ['See Appendix B and Section 2.1 of spec/02.', 'See Appendix A and Section 2.1 of spec/02.'],
  ])('an appendix follows that stands beside a section of another document: %s', (words, moved) => {
    const files = {
      'spec/specgraph.config.json': CONFIG,
      'spec/01-a.md': `# 01 Alpha\n\n## 1. Setup\n\n${words}\n\n## Appendix A: Keys\n\n## Appendix B: Names\n`,
      'spec/02-b.md': '# 02 Beta\n\n## 1. Start\n\n## 2. Middle\n\n### 2.1 Deep\n',
    };
    const request = { action: 'move', target: '01#appendix-a-keys', side: 'after', anchor: '02#2' } as const;
    expect(paragraph(refactored(files, request), '01-a')).toBe(moved);
  });

  it.each([
    // the name of several numbers, of which one comes to the document of the text
    [
      'As spec/02, Section 2 and Section 3 say.',
      'As Section 2 of this document and Section 2 of spec/02 say.',
    ],
    ['As spec/02, Section 3 and Section 2 say.', 'As spec/02, Section 2 and Section 2 of this document say.'],
    [
      'As Section 3 and Section 2 of spec/02 say.',
      'As Section 2 of spec/02 and Section 2 of this document say.',
    ],
    ['As spec/02 §2, §3 and §4 say.', 'As §2 of this document, §2 of spec/02 and §3 of spec/02 say.'],
    [
      'See [Beta](02-b.md): Section 3, Section 2.',
      'See [Beta](02-b.md): Section 2 of spec/02, Section 2 of this document.',
    ],
    [
      'Sections 2 and 3 of spec/02, and Section 4 of it.',
      'Section 2 of spec/02 as well as Section 2 of this document, and Section 3 of spec/02.',
    ],
    ['See spec/02, Section 3 and Section 4.', 'See spec/02, Section 2 and Section 3.'],
  ])('%s: each number keeps its document', (words, moved) => {
    expect(paragraph(refactored(book(words), back), '01-a')).toBe(moved);
  });

  it.each([
    ['As spec/02, Section 2 and Section 3 say.', 'As spec/01, Section 2 and Section 2 of spec/02 say.'],
    [
      'As Section 3 and Section 2 of [Beta](02-b.md) say.',
      'As Section 2 of spec/02 and Section 2 of [01 Alpha](01-a.md) say.',
    ],
  ])('%s: each number keeps its document in a third one', (words, moved) => {
    const files = { ...book('Words.'), 'spec/03-c.md': `# 03 Gamma\n\n## 1. One\n\n${words}\n\n## 2. Two\n` };
    expect(paragraph(refactored(files, back), '03-c')).toBe(moved);
  });

  it.each([
    ['spec/02 says so in Section 2.', '"spec/02" (now spec/01 for "Section 2")'],
    ['[Beta](02-b.md) has it (Section 2).', '"[Beta](02-b.md)" (now spec/01 for "Section 2")'],
    ['| Where |  |\n|---|---|\n| spec/02 | Section 2 |', '"spec/02" (now spec/01 for "Section 2")'],
  ])('%s: the author is told to look at the name', (words, message) => {
    const { refusals, doubts } = planRefactoring(projectOf(book(words)), back);
    expect(refusals).toEqual([]);
    expect(doubts.map((doubt) => doubt.message)).toEqual([message]);
  });

  it.each([
    'spec/02, Section 2.',
    'spec/02, Section 3 and Section 2.',
    'spec/02 says so. See Section 2 of spec/02.',
    'spec/02 has Section 3.',
  ])('%s: there is nothing to look at', (words) => {
    expect(planRefactoring(projectOf(book(words)), back).doubts).toEqual([]);
  });
});

describe('the numbers of a list are joined as the author joined them', () => {
  it.each([
    ['See Section 2 or 3.', 'See Section 2 or else Section 2 of spec/02.'],
    ['See Sections 2, 3 or 4.', 'See Sections 2 or 3 or else Section 2 of spec/02.'],
    ['See Sections 1 and 2.', 'See Section 1 as well as Section 2 of spec/02.'],
    ['See Sections 1, 2 and 3.', 'See Sections 1 and 2 as well as Section 2 of spec/02.'],
    ['See Sections 1-2.', 'See Section 1 together with Section 2 of spec/02.'],
    ['See Sections 2 to 4.', 'See Sections 2 to 3 as well as Section 2 of spec/02.'],
  ])('%s', (words, moved) => {
    const files = book(words);
    const there = refactored(files, away);
    expect(paragraph(there, '01-a')).toBe(moved);
    expect(paragraph(refactored(there, back), '01-a')).toBe(words);
  });

  it('a range that comes back is written as other ranges of the document', () => {
    const files = book('See Sections 1 to 2.\n\nSections 3 to 4 are long.');
    const there = refactored(files, away);
    expect(paragraph(there, '01-a')).toBe('See Section 1 together with Section 2 of spec/02.');
    expect(refactored(there, back)).toEqual(files);
  });

  it('a choice becomes no range', () => {
    const request = { action: 'move', target: '01#2', side: 'after', anchor: '01#3' } as const;
    expect(paragraph(refactored(book('See Section 1, or Sections 2 or 4.'), request), '01-a')).toBe(
      'See Section 1, or Sections 3 or 4.',
    );
    expect(paragraph(refactored(book('See Section 2 or 3.'), request), '01-a')).toBe('See Section 2 or 3.');
  });

  it('is refused where no words say it of two documents', () => {
    expect(refusalsOf(book('Sections 2 and/or 3 say so.'), away)).toEqual([
      'spec/01-a.md:5 "Sections 2 and/or 3" cannot be split between two documents',
    ]);
  });
});

describe('lists of which one number changes its sort or its document', () => {
  const set = (words: string): Texts => ({
    'spec/01-alpha.md': `# Alpha\n\n## 1. One\n\n${words}\n\n## 2. Two\n\nText.\n\n## 3. Three\n\nText.\n\n## Appendix A: Keys\n\nText.\n\n## Appendix B: Words\n\nText.\n`,
    'spec/02-beta.md':
      '# Beta\n\nSee [Alpha](01-alpha.md).\n\n## 1. First\n\nText.\n\n## 2. Second\n\nText.\n\n## 3. Third\n\nText.\n\n## Appendix A: Terms\n\nText.\n\n## Appendix B: Signs\n\nText.\n',
  });
  const toAppendix = {
    action: 'move',
    target: '01-alpha#2-two',
    side: 'before',
    anchor: '01-alpha#appendix-b-words',
  } as const;
  const fromAppendix = {
    action: 'move',
    target: '01-alpha#appendix-b-two',
    side: 'before',
    anchor: '01-alpha#2-three',
  } as const;
  const takeFirst = {
    action: 'move',
    target: '02-beta#1-first',
    side: 'after',
    anchor: '01-alpha#2-two',
  } as const;
  const takeAppendix = {
    action: 'move',
    target: '02-beta#appendix-b-signs',
    side: 'before',
    anchor: '01-alpha#appendix-b-words',
  } as const;
  const giveAppendix = {
    action: 'move',
    target: '01-alpha#appendix-b-signs',
    side: 'after',
    anchor: '02-beta#appendix-a-terms',
  } as const;

  it.each([
    ['See Sections 2 and 3.', 'See Section 2 as well as Appendix B.'],
    [
      'See Sections 1, 2 or 3 of this document.',
      'See Sections 1 or 2 of this document or else Appendix B of this document.',
    ],
    ['See Sections 1-3; Appendix A.', 'See Sections 1-2 as well as Appendix B; Appendix A.'],
  ])('%s: an appendix has a word of its own, and comes back', (words, moved) => {
    const files = set(words);
    const there = refactored(files, toAppendix);
    expect(there['spec/01-alpha.md'].split('\n')[4]).toBe(moved);
    expect(refactored(there, fromAppendix)['spec/01-alpha.md'].split('\n')[4]).toBe(words);
  });

  it.each([
    [
      'Sections 1 and 2 of [Beta](02-beta.md#1-first).',
      'Section 1 of [Beta](02-beta.md) as well as Section 3 of this document.',
    ],
    [
      '[Beta](02-beta.md#1-first), Sections 1 and 2.',
      '[Beta](02-beta.md), Section 1 as well as Section 3 of this document.',
    ],
    [
      'Sections 1 and 2 of [Beta](02-beta.md#2-second).',
      'Section 1 of [Beta](02-beta.md#1-second) as well as Section 3 of this document.',
    ],
    [
      'Section 2 of [Beta](02-beta.md), Section 1 of it.',
      'Section 1 of [Beta](02-beta.md), Section 3 of this document.',
    ],
    [
      'Section 2 of [Beta](02-beta.md), Section 1 and [Alpha](01-alpha.md).',
      'Section 1 of [Beta](02-beta.md), Section 3 of this document and [Alpha](01-alpha.md).',
    ],
  ])('%s: the name leads to what stays', (words, moved) => {
    expect(refactored(set(words), takeFirst)['spec/01-alpha.md'].split('\n')[4]).toBe(moved);
  });

  it('a pair of appendices is joined again', () => {
    const words = 'See [Beta](02-beta.md), Appendices A and B.';
    const there = refactored(set(words), takeAppendix);
    expect(there['spec/01-alpha.md']).toContain(
      'See [Beta](02-beta.md), Appendix A as well as Appendix B of this document.\n',
    );
    expect(refactored(there, giveAppendix)['spec/01-alpha.md']).toContain(`${words}\n`);
  });

  it('a link with the words of a list is no link to one section', () => {
    const files = {
      ...set('Words.'),
      'spec/03-gamma.md':
        '# Gamma\n\n## 1. Here\n\nSee Sections 2 or 3 of [Alpha](01-alpha.md#2-two), [Beta](02-beta.md).\n\n## 2. There\n\nText.\n',
    };
    const request = {
      action: 'move',
      target: '03-gamma#1-here',
      side: 'after',
      anchor: '01-alpha#3-three',
    } as const;
    expect(refactored(files, request)['spec/01-alpha.md']).toContain(
      '\nSee Sections 2 or 3, [Beta](02-beta.md).\n',
    );
  });
});
