/** Links: words that name another section than their target, labels without a definition, links that show as text. */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const TYPES = {
  files: {
    'set/own.md': `# Own

${HERE}

## 1 Scope

Text.

## 2 Types

Text.

### 2.1 Managed types

Text.

### 2.2 Unmanaged types

Text.

## 3 Rules

Text.

## Appendix A. Words

### A.1 Short

## Appendix B. Forms

## Notes
`,
    'set/guide.md':
      '# Guide\n\n## 1 Aim\n\n## 2 Install\n\n### 2.1 Linux\n\n## Step 1: Read\n\n## Step 2: Write\n',
    'set/01-relay.md': '# Relay\n\n## 1. One\n',
  },
};

/** Headings with anchors that the author wrote. */
const ANCHORED = {
  files: {
    'set/own.md': `# Own <a id="own"></a>

${HERE}

## 1 - Scope <a name="scope"></a>

Text.

<a id="types"></a>
<a id="all-types"></a>

## 2 - Types

### 2.1 - Managed <a id='managed'></a>

Text.

### 2.2 - Unmanaged

<a id="unmanaged"></a>

Text with <a id="inside"></a> an anchor.

## 3 - Rules

<!-- a comment --> <a id="rules"></a>

Text.

<a id="between"></a>

### 3.1 - The 2 of them

<a id="neither"></a>

### 3.2 - More

## Appendix A: Using RFC 6570

## Appendix B: Words
`,
  },
};

formsTest('words beside an anchor that the author wrote', 'link-text-mismatch', ANCHORED, [
  'See ⟦[§2.1](#unmanaged)⟧.',
  'See ⟦[Section 2](#scope)⟧ and [Section 1](#scope).',
  '- ⟦[1 - Types](#types)⟧',
  '- ⟦[1 - Types](#all-types)⟧',
  '- ⟦[2.2 - Managed](#managed)⟧',
  '| a |\n|---|\n| ([§3](#rules)) ⟦[§2](#rules)⟧ |',
  'See ⟦[2.2](#managed)⟧.',
  'See ⟦[3.1](#unmanaged)⟧.',
  '- ⟦[3 Managed](#21---managed-)⟧',
  'See ⟦[Section 2.2 (4)](#managed)⟧ and [Section 2.1 (4)](#managed).',
  // a number that may be another thing
  'See [2.0.1](#managed) and [1.2.3](#rules).',
  '- [3 ways](#21---managed-)',
  '- [2 of them](#31---the-2-of-them)',
  // an anchor within the text names no section, nor does one between two headings
  'See [§2.1](#inside), [§2.1](#neither) and [§3.1](#between).',
  'See [§2.1](#managed), [2.1 - Managed](#managed), [2 Types](#types), [2.2](#unmanaged) and [Own](#own).',
]);

formsTest('titles that hold the name of another work', 'link-text-mismatch', ANCHORED, [
  'See ⟦[Appendix B: Using RFC 6570](#appendix-a-using-rfc-6570)⟧.',
  'See [Appendix A: Using RFC 6570](#appendix-a-using-rfc-6570).',
  'See [Section 3 of RFC 6570](#scope) and [RFC 6570, Section 3](#scope).',
  'See [RFC 6570 §3](#scope).',
]);

formsTest('words that name another section', 'link-text-mismatch', TYPES, [
  'See ⟦[§2.1](#22-unmanaged-types)⟧.',
  'See ⟦[section 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[SECTION 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[Sec. 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[Sect. 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[clause 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[subsection 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[Chapter 3](#2-types)⟧.',
  'See section ⟦[2.1](#22-unmanaged-types)⟧.',
  'See §⟦[2.1](#22-unmanaged-types)⟧.',
  'See § ⟦[2.1](#22-unmanaged-types)⟧.',
  'See the section ⟦[2.1](#22-unmanaged-types)⟧ for more.',
  'See sections [2.1](#21-managed-types) and ⟦[3](#22-unmanaged-types)⟧.',
  'See sections [1](#1-scope), ⟦[2.1](#22-unmanaged-types)⟧, and [3](#3-rules).',
  'See ⟦[2.1](#22-unmanaged-types)⟧.',
  'See ⟦[2.1 Managed types](#22-unmanaged-types)⟧.',
  'See ⟦[2.1. Managed types](#22-unmanaged-types)⟧.',
  'See ⟦[2.1: Managed types](#22-unmanaged-types)⟧.',
  'See ⟦[Section 2.1: Managed types](#22-unmanaged-types)⟧.',
  'See ⟦[Section 2.1, "Managed types"](#22-unmanaged-types)⟧.',
  'See ⟦[Section 2.1 (Managed types)](#22-unmanaged-types)⟧.',
  'See ⟦[Section 2.1 - Managed types](#22-unmanaged-types)⟧.',
  'See ⟦[see section 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[as defined in Section 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[the rules in section 2.1](#22-unmanaged-types)⟧.',
  'See ⟦[(Section 2.1)](#22-unmanaged-types)⟧.',
  'See ⟦[**Section 2.1**](#22-unmanaged-types)⟧.',
  'See ⟦[`§2.1`](#22-unmanaged-types)⟧.',
  'See ⟦[Section&nbsp;2.1](#22-unmanaged-types)⟧.',
  'See **⟦[Section 2.1](#22-unmanaged-types)⟧**.',
  'See ⟦[Section 2.1][s22]⟧.\n\n[s22]: #22-unmanaged-types',
  'See section ⟦[2.1][s22]⟧.\n\n[s22]: #22-unmanaged-types',
  'See ⟦[Section 2.1][]⟧.\n\n[Section 2.1]: #22-unmanaged-types',
  'See ⟦[§2.1]⟧.\n\n[§2.1]: #22-unmanaged-types',
  '- ⟦[2.1 Managed types](#22-unmanaged-types)⟧',
  '- ⟦[Managed types](#22-unmanaged-types)⟧',
  '1. ⟦[Scope](#3-rules)⟧\n2. [Types](#2-types)',
  '- 2.1 ⟦[Managed types](#22-unmanaged-types)⟧',
  '| a |\n|---|\n| ⟦[Section 2.1](#22-unmanaged-types)⟧ |',
  '| a | b |\n|---|---|\n| ⟦[2.1](#22-unmanaged-types)⟧ | x |',
  '> ⟦[Section 2.1](#22-unmanaged-types)⟧',
  'Words[^1].\n\n[^1]: See ⟦[Section 2.1](#22-unmanaged-types)⟧.',
  '##### More of ⟦[Section 2.1](#22-unmanaged-types)⟧',
  'See ⟦[Appendix A](#appendix-b-forms)⟧.',
  'See ⟦[appendix A](#appendix-b-forms)⟧.',
  'See ⟦[Annex A](#appendix-b-forms)⟧.',
  'See ⟦[Appendix A: Words](#appendix-b-forms)⟧.',
  'See ⟦[Appendix A. Words](#appendix-b-forms)⟧.',
  'See Appendix ⟦[A](#appendix-b-forms)⟧.',
  'See ⟦[Appendix C](#appendix-b-forms)⟧.',
  'See ⟦[Appendix B](#1-scope)⟧.',
  'See ⟦[Section 1](#appendix-b-forms)⟧.',
  'See ⟦[A.1](#appendix-b-forms)⟧.',
  'See ⟦[A.2 Short](#a1-short)⟧.',
  'See ⟦[Section 9](#22-unmanaged-types)⟧.',
  'See the section "⟦[Managed types](#22-unmanaged-types)⟧".',
  'See the ⟦[Managed types](#22-unmanaged-types)⟧ section.',
  'See the ⟦[Managed types section](#22-unmanaged-types)⟧.',
  'See [the guide](guide.md), ⟦[Section 2.1](guide.md#1-aim)⟧.',
  'See ⟦[Section 2.1](guide.md#1-aim)⟧ of the guide.',
  'See ⟦[guide.md, Section 2.1](guide.md#1-aim)⟧.',
  'See ⟦[Guide §2.1](guide.md#1-aim)⟧.',
  'See ⟦[guide.md](01-relay.md)⟧.',
  'See ⟦[`guide.md`](01-relay.md)⟧.',
  'See ⟦[Step 1](guide.md#step-2-write)⟧.',
  'See ⟦[step 1](guide.md#step-2-write)⟧.',
  'See step ⟦[1](guide.md#step-2-write)⟧.',
  'See ⟦<a href="#22-unmanaged-types">⟧Section 2.1</a>.',
  'See ⟦[Section 2](#21-managed-types)⟧.',
  'See ⟦[Appendix A](#a1-short)⟧.',
  // silent
  'See [§2.1](#21-managed-types), section [2.1](#21-managed-types) and [2.1 Managed types](#21-managed-types).',
  'See [Section 2.1][s21].\n\n[s21]: #21-managed-types',
  'See [here](#22-unmanaged-types) for Section 2.1.',
  'See [3 ways](#22-unmanaged-types).',
  'See [version 2.1](#22-unmanaged-types).',
  'See [the types](#22-unmanaged-types).',
  'See [Notes](#notes) and [Section notes](#notes).',
  'See [Section 2 of the guide](guide.md#2-install).',
  'See [details in 2.1.0](#22-unmanaged-types).',
  'See [RFC 5280 Section 4.2](#22-unmanaged-types).',
  'See [RFC 5280, Section 4.2](#notes).',
  'See [Section 4.2 of RFC 5280](#22-unmanaged-types).',
  'See [Section 3](#notes).',
  'See [Appendix A.1](#a1-short).',
  '- [Types, managed](#21-managed-types)',
  'See [Step 2](guide.md#step-2-write).',
  'The [1](#22-unmanaged-types) of them.',
]);

const LABELS = {
  files: {
    'set/own.md': `# Own\n\nSee [one][1] and [two][b].\n\n${HERE}\n\n[1]: https://example.org\n[b]: https://example.org/b\n[RFC2119]: https://example.org/c\n\nWords[^x].\n\n[^x]: Note.\n`,
    'set/pic.svg': '',
  },
};

formsTest('labels without a definition', 'undefined-link-reference', LABELS, [
  'See ⟦[words][3]⟧.',
  'See ⟦[the words][3]⟧.',
  'See ⟦[the install guide][]⟧.',
  'See ⟦[the install guide][guide]⟧.',
  'See ⟦[Docs][]⟧.',
  'See ⟦[Docs][docs]⟧.',
  'See ⟦![pic][]⟧.',
  'See ⟦![a picture][pic]⟧.',
  'See ⟦[`code`][ref]⟧.',
  'See ⟦[**bold words**][ref]⟧.',
  'See ⟦[some `code` words][ref]⟧.',
  'See ⟦[JSON][RFC8259]⟧.',
  'See ⟦[words [inner] more][ref]⟧.',
  '⟦[![build](pic.svg)][ci]⟧',
  '[⟦![build][badge]⟧](https://example.org)',
  'A claim⟦[^1]⟧.',
  'A claim⟦[^note]⟧ and another[^x].',
  '- ⟦[words and more][3]⟧',
  '> ⟦[words and more][3]⟧',
  '| a |\n|---|\n| ⟦[words and more][3]⟧ |',
  '#### About ⟦[words and more][3]⟧',
  '**⟦[words and more][3]⟧**',
  'See ⟦[words\nand more][3]⟧.',
  'See ⟦[words and more][two words]⟧.',
  'See ⟦[words and more][Ref-3]⟧, ⟦[more words][x.y]⟧.',
  'A note[^x] with ⟦[words and more][3]⟧.',
  // silent
  'See [one][1] and [two][B].',
  'See \\[words][3], [words\\][3] and [words]\\[3].',
  'See [words][3\\].',
  'An index a[i][1] and b[0][1].',
  'A type [string][].',
  'A box [ ][ ].',
  'A footnote [^x].',
  'An expression [^a-z]+.',
  '`[words][3]`',
  '```\n[words][3]\n```',
  '<!-- [words][3] -->',
  '[comment]: <> (a note)',
  '[//]: # (a note)',
  '[words] [3]',
  'See [1] and [RFC2119].',
  '- [ ] a task [x][ ]',
  '[1, 2][3, 4]',
  '[p][q][r][s]',
  'matrix[row][column]',
]);

formsTest(
  'links that show as text',
  ['link-shown-as-text', 'broken-link'],
  {
    files: {
      'set/own.md': `# Own\n\n${HERE}\n`,
      'set/my file.md': '# My\n',
      'set/my pic.png': '',
      'set/new folder/x.md': '# X\n',
    },
  },
  [
    'See ⟦[a](my file.md)⟧.',
    'See ⟦![a](my pic.png)⟧.',
    'See ⟦[a](./my file.md)⟧.',
    'See ⟦[a](my file.md#my)⟧.',
    'See ⟦[a](new folder/x.md)⟧.',
    'See ⟦[a](my file.md "A title")⟧.',
    '- ⟦[a](my file.md)⟧',
    '| a |\n|---|\n| ⟦[a](my file.md)⟧ |',
    '**⟦[a](my file.md)⟧**',
    'See [a](<my file.md>) and [a](my%20file.md).',
    'The set [S_k](modulo 1000).',
    'See [a](the other one).',
    'Call [f](a, b).',
    'A note [x](see below).',
  ],
);

formsTest('fences that nothing closes', 'unclosed-fence', { files: { 'set/own.md': `# Own\n\n${HERE}\n` } }, [
  '⟦```sh\nrelay start\n⟧\n## Stop\n\nText.',
  '⟦~~~\nrelay start\n⟧\n## Stop',
  '⟦````⟧\ncode\n```\n\nText.',
  '⟦```⟧\ncode\n~~~\n\nText.',
  'Text.\n⟦```⟧\ncode',
  '- One\n\n  ```sh\n  code\n\n- Two\n\nText.',
  '> ⟦```⟧\n> code',
  '```sh\ncode\n```\n\n⟦```⟧\nmore',
  '```sh\ncode\n```',
  '~~~\n```\n~~~',
  '````\n```\n````',
  '```sh\ncode\n```   ',
  '  ```\n  code\n  ```',
  'Use ``` for a fence.',
  '`````md\n````\n```\n````\n`````',
]);
