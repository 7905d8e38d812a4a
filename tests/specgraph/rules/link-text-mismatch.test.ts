import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('link-text-mismatch')!, {
  good: {
    'a title with another number, which has other words besides': {
      'g/a.md':
        '# A\n\n- [Way 2 of two](#way-3-of-many)\n- [Details](#details-4)\n\n## Way 3 of many\n\n## Details 4\n',
    },
    'a version as the words of a link to a title': {
      'g/a.md': '# A\n\n- [1.18](#plans-for-116)\n\n## Plans for 1.16\n\n## Other\n',
    },
    'numbers and titles of the target, in every spelling': {
      'g/a.md':
        '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\n[§2.1](#21-managed) section [2.1](#21-managed) [2.1 Managed](#21-managed) [Section 2.1(3)](#21-managed) [3 ways](#22-other)\n',
    },
    'words that are no title here': {
      'g/a.md':
        '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\nThe [scope](#2-types) of it, and [Managed](#22-other) things.\n',
    },
    'the title of two documents, one with markup': {
      'g/README.md': '# Keys v8 - Rules of Nets\n\nSee [Keys v8 - Rules of Nets](keys.md).\n',
      'g/keys.md': '---\ntitle: Keys v8 <br /> Rules of Nets\n---\n\nText.\n',
    },
    'words that name nothing': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
      'spec/03-c.md':
        '# C\n\n[details](02-b.md) [Section 2](02-b.md#2-two) [`spec/02-b.md`](02-b.md) [spec/02](02-b.md)\n',
    },
    'no number in the text': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[details](02-b.md#1-one)\n',
    },
    'a number that belongs to other words': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[2 of the parts](02-b.md#1-one) [the 2nd part](02-b.md#1-one)\n',
    },
    'a section number for a document or an unnumbered section': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[Section 3](02-b.md) [Section 3](02-b.md#notes)\n',
    },
    'a prefix with signs of regular expressions': {
      'spec/specgraph.config.json': '{ "documentNumber": "^(\\\\d\\\\d)-", "documentPrefix": "c++" }',
      'spec/01-a.md': '# A\n\n[c++/02](02-b.md)\n',
      'spec/02-b.md': '# B\n',
    },
    'a path inside other words': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[unlike spec/01-a.md](02-b.md)\n',
    },
    'a document that the set lacks': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[spec/09](02-b.md) [09-z.md](02-b.md)\n',
    },
    'a link that leads nowhere': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n',
      'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
      'spec/03-c.md': '# C\n\n[`spec/01-a.md`](gone.md) [Section 7](02-b.md#gone)\n',
    },
    'a name that two documents have': {
      'g/a.md': '[c.md](one/c.md) [c.md](two/c.md)\n',
      'g/one/c.md': '# C\n',
      'g/two/c.md': '# C\n',
    },
  },
  bad: {
    'a file name that the document with its number does not have': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-key-rotation.md': '# B\n',
        'spec/03-c.md': '# C\n\n⟦[`spec/02-key.md`](02-key-rotation.md)⟧\n',
      },
      message: 'The text says "spec/02-key.md", the link leads to spec/02-key-rotation.md.',
      suggestion: 'make both name the same document',
    },
    'a sign': {
      files: {
        'g/a.md':
          '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\nSee ⟦[§2.1](#22-other)⟧.\n',
      },
      message: 'The text says Section 2.1, the link leads to Section 2.2 ("2.2 Other").',
      suggestion: 'make both name the same section',
    },
    'a word before the link': {
      files: {
        'g/a.md':
          '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\nSee section ⟦[2.1](#22-other)⟧.\n',
      },
      message: 'The text says Section 2.1, the link leads to Section 2.2 ("2.2 Other").',
      suggestion: 'make both name the same section',
    },
    'a number with the title': {
      files: {
        'g/a.md':
          '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\nSee ⟦[2.1 Managed](#22-other)⟧.\n',
      },
      message: 'The text says Section 2.1, the link leads to Section 2.2 ("2.2 Other").',
      suggestion: 'make both name the same section',
    },
    'a number behind a list of links': {
      files: {
        'g/a.md':
          '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\nSee sections [1](#1-scope), [2.1](#21-managed) and ⟦[2.1](#22-other)⟧.\n',
      },
      message: 'The text says Section 2.1, the link leads to Section 2.2 ("2.2 Other").',
      suggestion: 'make both name the same section',
    },
    'a title that differs in its number': {
      files: {
        'g/a.md':
          '# A\n\n- ⟦[2.1 Conformance Clause 2: Keys](#21-conformance-clause-1-keys)⟧\n\n## 1 Scope\n\n## 2 Rules\n\n### 2.1 Conformance Clause 1: Keys\n',
      },
      message:
        'The text says "Conformance Clause 2: Keys", the link leads to "2.1 Conformance Clause 1: Keys".',
      suggestion: 'make both name the same section',
    },
    'a version, in a document that numbers no sections': {
      files: { 'g/a.md': '# A\n\n- ⟦[1.18](#116)⟧\n\n## Plans\n\n### 1.16\n\n### 1.17\n\n## Plans again\n' },
      message: 'The text says Section 1.18, the link leads to Section 1.16 ("1.16").',
      suggestion: 'make both name the same section',
    },
    'a number before the same words, in a document that numbers no sections': {
      files: {
        'g/a.md': '# A\n\n- ⟦[4.2: Late calls](#32-late-calls)⟧\n\n## Plans\n\n### 3.2: Late calls\n',
      },
      message: 'The text says Section 4.2, the link leads to Section 3.2 ("3.2: Late calls").',
      suggestion: 'make both name the same section',
    },
    'by the anchor that a heading with an element has besides': {
      files: {
        'g/a.md':
          '# A\n\nSee ⟦[Appendix B](#appendix-a-words)⟧.\n\n## Appendix A. Words <a id="words"></a>\n\n## Appendix B. Notes <a id="notes"></a>\n',
      },
      message: 'The text says Appendix B, the link leads to Appendix A ("Appendix A. Words").',
      suggestion: 'make both name the same section',
    },
    'a number alone, in a table': {
      files: {
        'g/a.md':
          '# A\n\n## 1 Scope\n\n## 2 Types\n\n### 2.1 Managed\n\n### 2.2 Other\n\n| where |\n|---|\n| ⟦[2.1](#22-other)⟧ |\n',
      },
      message: 'The text says Section 2.1, the link leads to Section 2.2 ("2.2 Other").',
      suggestion: 'make both name the same section',
    },
    'an entry of the contents': {
      files: { 'g/a.md': '# A\n\n- ⟦[Limits](#errors)⟧\n- [Errors](#errors)\n\n## Limits\n\n## Errors\n' },
      message: 'The text says "Limits", the link leads to "Errors".',
      suggestion: 'make both name the same section',
      related: ['g/a.md:6 the section "Limits"'],
    },
    'the name of another document': {
      files: {
        'g/04-onion.md': '# BOLT #4: Onion\n\n## Messages\n',
        'g/07-gossip.md': '# BOLT #7: Gossip\n\nSee ⟦[BOLT #7](04-onion.md#messages)⟧.\n',
      },
      message: 'The text says "BOLT #7", the link leads to g/04-onion.md.',
      suggestion: 'make both name the same document',
    },
    'another document': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[`spec/01-a.md`](02-b.md)⟧\n',
      },
      message: 'The text says "spec/01-a.md", the link leads to spec/02-b.md.',
      suggestion: 'make both name the same document',
    },
    'another number': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[spec/01](02-b.md)⟧\n',
      },
      message: 'The text says "spec/01", the link leads to spec/02-b.md.',
      suggestion: 'make both name the same document',
    },
    'another section': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
        'spec/03-c.md': '# C\n\n⟦[Section 2](02-b.md#1-one)⟧\n',
      },
      message: 'The text says Section 2, the link leads to Section 1 ("1. One").',
      suggestion: 'make both name the same section',
    },
    'another decimal, behind other words': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
        'spec/03-c.md': '# C\n\n⟦[spec/02, Section 2.10](02-b.md#21-part)⟧\n',
      },
      message: 'The text says Section 2.10, the link leads to Section 2.1 ("2.1 Part").',
      suggestion: 'make both name the same section',
    },
    'another letter': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
        'spec/03-c.md': '# C\n\n⟦[Section 12b](02-b.md#2-two)⟧\n',
      },
      message: 'The text says Section 12b, the link leads to Section 2 ("2. Two").',
      suggestion: 'make both name the same section',
    },
    'spaces around the text': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '# A\n',
        'spec/02-b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n### 2.1 Part\n\n## Notes\n',
        'spec/03-c.md': '# C\n\n⟦[ spec/01-a.md ](02-b.md)⟧\n',
      },
      message: 'The text says " spec/01-a.md ", the link leads to spec/02-b.md.',
      suggestion: 'make both name the same document',
    },
  },
});
