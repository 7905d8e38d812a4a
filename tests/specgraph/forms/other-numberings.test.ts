/** Numbers that are no plain numbers of headings: of titles, appendices, paragraphs, chapters elsewhere. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const CLAUSES = {
  files: {
    'set/own.md': `# Own

## 1 Scope

${HERE}

## 2 Conformance

### 2.1 Conformance Clause 1: Producers

Text.

### 2.2 Conformance Clause 2: Consumers

Text.

### 2.3 Conformance Clause 3 - Both

Text.

## 3 Changes in Section 1
`,
    'set/guide.md': '# Guide\n\n## 1 Aim\n\n## 2 Install\n',
  },
};

formsTest('a count of its own in the titles', 'broken-section', CLAUSES, [
  'It meets Conformance ⟦Clause 4⟧.',
  'It meets conformance ⟦clause 4⟧.',
  'It meets Conformance Clauses 1, 2 and ⟦4⟧.',
  'It meets ⟦Clause 4⟧.',
  '- Conformance ⟦Clause 9⟧',
  // silent
  'It meets Conformance Clause 3 and conformance clause 1.',
  'It meets Conformance Clauses 1 to 3.',
  'See Clause 2.3 and Section 3.',
  'It meets Conformance Clause 9 of RFC 1234.',
]);

const NUMBERED_APPENDICES = {
  files: {
    'set/own.md': `# Own

## 1. Scope

${HERE}

## 2. Terms

## Appendix 1: Words

## Appendix 2: Pictures
`,
    'set/roman.md': '# Roman\n\n## Annex I: Words\n\n## Annex II: Pictures\n\n## Annex III: Both\n',
    'set/parts.md': '# Parts\n\n## Part I: Basics\n\n## Part II: More\n\n## Part III – All\n',
    'set/letters.md': '# Letters\n\n## 1. One\n\n## 2. Two\n\n## Appendix A: Words\n',
    'set/title.md': '# Annex 2.01 - Requirements\n\nSee Annex 2, Annex 2.02, Annex V and Annex D.2.\n',
    'set/deep.md': '# Deep\n\n## 1 A\n\n## 2 B\n\n## Annex 3.01 - Words\n\n## Annex 3.02 - More\n',
  },
};

formsTest('appendices and parts in digits and Roman numbers', 'broken-section', NUMBERED_APPENDICES, [
  'See ⟦Appendix 3⟧.',
  'See ⟦appendix 3⟧.',
  'See Appendices 1, 2 and ⟦3⟧.',
  'See ⟦Annex IV⟧ of [the list](roman.md).',
  'See [the list](roman.md), ⟦Appendix 4⟧.',
  'See [the list](parts.md), ⟦Part IV⟧.',
  'See ⟦Part 4⟧ of [the list](parts.md).',
  'See ⟦chapter V⟧.',
  // silent
  'See Appendix 1, Annex 2 and Appendix II.',
  'See Annexes I, II and III of [the list](roman.md).',
  'See [the list](roman.md), Appendix 3.',
  'See [the list](parts.md), Part I, and then Parts 2 and 3 of [the list](parts.md).',
  'See [the list](deep.md), Annex 3.02.',
  // an appendix with such a number is not a section
  'See [the list](letters.md), Annex 7.',
  'In this section I show it, and in this part I do not.',
  'Part I like, part I do not.',
]);

const PARAGRAPHS = {
  files: {
    'set/own.md': `# Licence

${HERE}

**1. Terms.** As Section 2.1 says, words mean what they say.

**2. Grants.**

**2.1. Copies.** You may copy under Section 1.

2.2.1. Changes. You may change.

**3. End.** It ends.
`,
    'set/items.md': `# Items

See Section 2.

1) **Terms**. Text.

2) **Grants**. Text.

3) **End**. Text.
`,
    'set/bold.md': '# Bold\n\n**Section 1 – Terms.**\n\nText.\n\n**Section 2 – Grants.**\n\nText.\n',
  },
};

formsTest('numbers of paragraphs', 'broken-section', PARAGRAPHS, [
  'See ⟦Section 4⟧.',
  'See ⟦Section 2.7⟧.',
  // silent
  'See Section 3, Section 2.1 and Section 2.2.1.',
  'See Section 2.2, of which there are parts.',
  'See [the list](items.md), Section 3.',
  'See [the list](items.md), Section 9.',
  'See [the list](bold.md), Section 2.',
  'See [the list](bold.md), Section 9.',
]);

const ELSEWHERE = {
  files: {
    'set/own.md': `# 1. Scope

${HERE}

# 2. Terms

## [3. Notes](notes.md#3-notes)
`,
    'set/notes.md': '# 3. Notes\n\n## 3.1 Time\n\n## 3.2 Place\n',
  },
};

formsTest('a chapter that is a link to another document', 'broken-section', ELSEWHERE, [
  'See ⟦Section 3.3⟧.',
  // silent
  'See Section 3.2 and Section 3.',
]);

const ANNEX_FILES = {
  files: {
    'set/annex-a.md': '# Annex A: Words\n\nText.\n',
    'set/annex-b.md': `# Annex B: Pictures\n\n${HERE}\n`,
    'set/other/annex-d.md': '# Annex D: Others\n',
  },
};

formsTest('an annex that is a file of its own', 'broken-section', ANNEX_FILES, [
  'See ⟦Section C.3⟧.',
  'See ⟦Annex D⟧.',
  'See ⟦Section B.7⟧.',
  // silent
  'See Section A.3, Annex A and Annex B.',
]);

const GLUED = { files: { 'set/own.md': `# 1Scope\n\n${HERE}\n\n# 2Terms\n\n## 3.1 Parts\n\n## 3.2 More\n` } };

formsTest('numbers that a converter has joined with their title', 'broken-section', GLUED, [
  'See ⟦Section 9⟧.',
  // silent
  'See Section 2 and Section 3.1.',
]);

const HTML = {
  files: {
    'set/own.md': `# Own\n\n## 1. Scope\n\n## 2. Terms\n\n${HERE}\n\n<h3 id="a">Appendix A: Words</h3>\n\n<h3>Appendix B: More</h3>\n\n## Appendix C: Others\n`,
  },
};

formsTest('numbers of headings in HTML', 'broken-section', HTML, [
  'See ⟦Appendix D⟧.',
  // silent
  'See Appendix A, Appendix B and Appendix C.',
]);
