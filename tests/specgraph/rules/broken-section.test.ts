import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('broken-section')!, {
  good: {
    'numbers, letters, decimals, ranges, lists': {
      'g/a.md':
        '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSection 1, Section 1b, Section 2.2, Sections 1-2, Sections 1 and 2, Sections 1a to 1b.\n',
    },
    'works outside': {
      'g/a.md':
        '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nRFC 5280, Section 4.2 and ISO 27001 Section 9; Section 7 of the OpenNebula guide; [the manual](https://example.org) Section 8.\n',
    },
    'code and comments': {
      'g/a.md':
        '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\n`Section 9`\n\n```text\nSection 9\n```\n\n<!-- Section 9 -->\n',
    },
    'a document that numbers nothing': { 'g/a.md': '# A\n\n## One\n\nSee Section 4.\n' },
    'a count behind a list': {
      'g/a.md':
        '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSections 1, 2 and 15 variables.\n',
    },
    'chapters of one book in files of their own': {
      'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\nSee Section 4.\n',
      'g/b.md': '# B\n\n## 3. Three\n\n## 4. Four\n',
    },
    'titles of other works': {
      'g/a.md':
        '# A\n\n## 1. One\n\n## 2. Two\n\nAs in OpenID Connect Core 1.0, Section 9, and in the Relay guide, Section 8.\n',
    },
    'the title of a document of the set': {
      'g/a.md': '# Relay Guide\n\n## 1. One\n\n## 2. Two\n\n## 3. Three\n',
      'g/b.md': '# B\n\n## 1. One\n\n## 2. Two\n\nSee the Relay Guide, Section 3.\n',
    },
    'rules whose letters and numbers have gaps': {
      'g/a.md': '# A\n\n## P.1 X\n\n## P.2 Y\n\n## P.10 Z\n\nSee Section P.4.\n',
    },
    'a file of an annex, one of a part': {
      'g/a.md': '# Annex 2.01: Terms\n\n## Words\n\nSee Annex 2 and Annex 3.\n',
      'g/b.md': '# B\n\n## Part 1: Start\n\nThe next file is Part 2.\n',
    },
    'changes to another document': {
      'g/a.md':
        '# A\n\n## 1 Scope\n\n## 2 Changes to Annex 2\n\nSection 5 gets a line.\n\n## 3 Changes in the handbook\n\nSection 6 goes.\n',
    },
    'of the beginning of a longer title, by which another number goes that it lacks': {
      'g/own.md':
        '# Rules\n\nSection 1 of the Baseline Requirements, Section 2 of the Baseline Requirements, Section 5 of the Baseline Requirements and Section 2.9 of the Baseline Requirements.\n',
      'g/basic.md':
        '# Baseline Requirements for Certificates\n\n## 1. Scope\n\n## 2. Terms\n\n### 2.1 Words\n',
    },
    'a document named only later': {
      'g/a.md':
        '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSection 7 is explained in [b](b.md).\n',
      'g/b.md': '# B\n\n## 1. One\n\n## 2. Two\n',
    },
  },
  bad: {
    'the end of a list, with another work behind it': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\nSee Sections 1 ⟦and 9⟧ and RFC 2119.\n'.replace(
          '⟦and 9⟧',
          'and ⟦9⟧',
        ),
      },
      message: 'Section 9 does not exist: g/a.md runs from 1 to 2.',
    },
    'a part of an appendix': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n## Appendix A: Two\n\n### A.1 X\n\n### A.2 Y\n\nSee ⟦Appendix A.7⟧.\n',
      },
      message: 'Appendix A.7 does not exist: Appendix A of g/a.md runs from A.1 to A.2.',
      suggestion: 'Appendix A.2',
    },
    'a part of a letter that has no heading': {
      files: { 'g/a.md': '# A\n\n## A.1 X\n\n## A.2 Y\n\nSee ⟦Section A.4⟧.\n' },
      message: 'Appendix A.4 does not exist: g/a.md runs from A.1 to A.2.',
      suggestion: 'Appendix A.2',
    },
    'a part below a letter that has no heading': {
      files: {
        'g/a.md':
          '# Annex 1\n\n## A.1 X\n\n## A.2 Y\n\n### A.2.1 Z\n\nSee Section A.2.1 and ⟦Section A.2.3⟧.\n',
      },
      message: 'Appendix A.2.3 does not exist: Appendix A.2 of g/a.md has only A.2.1.',
      suggestion: 'Appendix A.2.1',
    },
    'beyond an appendix that has a number and is the only one': {
      files: { 'g/a.md': '# A\n\n## Costs\n\nSee ⟦Appendix 3⟧.\n\n## Appendix 1: Costs\n' },
      message: 'Appendix 3 does not exist: g/a.md has Appendix 1.',
    },
    'beyond numbered appendices behind lettered annexes': {
      files: {
        'g/a.md':
          '# A\n\n## 1 One\n\n## 2 Two\n\nSee ⟦Appendix 3⟧.\n\n## Annex A Words\n\n## Appendix 1 Costs\n\n## Appendix 2 People\n',
      },
      message: 'Appendix 3 does not exist: g/a.md has Appendix 1 to 2.',
    },
    'in a section on a change of something that is no document': {
      files: { 'g/a.md': '# A\n\n## 1 Scope\n\n## 2 Change in Ownership\n\nSee ⟦Section 5⟧.\n' },
      message: 'Section 5 does not exist: g/a.md runs from 1 to 2.',
    },
    'of the beginning of a longer title, by which the other numbers go as well': {
      files: {
        'g/own.md':
          '# Rules\n\nSection 1 of the Baseline Requirements, Section 2 of the Baseline Requirements, Section 2.1 of the Baseline Requirements and ⟦Section 2.9⟧ of the Baseline Requirements.\n',
        'g/basic.md':
          '# Baseline Requirements for Certificates\n\n## 1. Scope\n\n## 2. Terms\n\n### 2.1 Words\n',
      },
      message: 'Section 2.9 does not exist: Section 2 of g/basic.md has only 2.1.',
      suggestion: 'Section 2.1',
    },
    'a part of a handbook': {
      files: { 'g/a.md': '# A\n\n## Part 1: One\n\n## Part 2: Two\n\nSee ⟦Part 4⟧.\n' },
      message: 'Part 4 does not exist: g/a.md has Part 1 to 2.',
    },
    'a section by its title': {
      files: {
        'g/a.md': '# A\n\n## Limits\n\nSee ⟦the section "Retry rules"⟧ below.\n'.replace(
          '⟦the section "Retry rules"⟧',
          'the ⟦section "Retry rules"⟧',
        ),
      },
      message: 'The section "Retry rules" does not exist: no heading of g/a.md has these words.',
    },
    'of a file that is named in plain words': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n',
        'g/b.md': '# B\n\nSee a.md, ⟦Section 9⟧.\n',
      },
      message: 'Section 9 does not exist: g/a.md runs from 1 to 2.',
    },
    'in a comment of a code block': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n```yaml\nport: 1 # see ⟦Section 9⟧\n```\n' },
      message: 'Section 9 does not exist: g/a.md runs from 1 to 2.',
    },
    'that a neighbour has': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\nSee ⟦Section 3⟧.\n',
        'g/b.md': '# B\n\n## 1. One\n\n## 2. Two\n\n## 3. Three\n',
      },
      message: 'Section 3 does not exist: g/a.md runs from 1 to 2.',
    },
    'beyond the last': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSee ⟦Section 3⟧.\n',
      },
      message: 'Section 3 does not exist: g/a.md runs from 1 to 2.',
    },
    'beyond the last letter': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSee ⟦Section 1f⟧.\n',
      },
      message: 'Section 1f does not exist: Section 1 of g/a.md runs from 1a to 1b.',
      suggestion: 'Section 1b',
    },
    'beyond the last decimal': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSee ⟦Section 2.5⟧.\n',
      },
      message: 'Section 2.5 does not exist: Section 2 of g/a.md runs from 2.1 to 2.2.',
      suggestion: 'Section 2.2',
    },
    'of another document': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\n',
        'g/b.md': '# B\n\nSee [a](a.md), ⟦Section 9⟧.\n\n## 1. One\n\n## 2. Two\n',
      },
      message: 'Section 9 does not exist: g/a.md runs from 1 to 2.',
    },
    'this document after another': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\n',
        'g/b.md': '# B\n\nUnlike [a](a.md), ⟦Section 2b⟧ of this document.\n\n## 1. One\n\n## 2. Two\n',
      },
      message: 'Section 2b does not exist: Section 2 of g/b.md has no such part.',
    },
    'in a table row': {
      files: {
        'g/a.md': '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\n',
        'g/b.md':
          '# B\n\n| where | what |\n|---|---|\n| [a](a.md) | ⟦Section 8⟧ |\n\n## 1. One\n\n## 2. Two\n',
      },
      message: 'Section 8 does not exist: g/a.md runs from 1 to 2.',
    },
    'the end of a range': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n### 1a. X\n\n### 1b. Y\n\n## 2. Two\n\n### 2.1 P\n\n### 2.2 Q\n\nSee ⟦Sections 1-4⟧.\n',
      },
      message: 'Section 4 does not exist: g/a.md runs from 1 to 2.',
    },
    'beyond the last appendix': {
      files: {
        'g/a.md':
          '# A\n\n## 1. One\n\n## 2. Two\n\n## Appendix A: X\n\n## Appendix B: Y\n\nSee ⟦Appendix C⟧.\n',
      },
      message: 'Appendix C does not exist: g/a.md runs from A to B.',
    },
    'beyond the only letter': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n### 2a. X\n\nSee ⟦Section 2b⟧.\n' },
      message: 'Section 2b does not exist: Section 2 of g/a.md has only 2a.',
      suggestion: 'Section 2a',
    },
    'a letter of a section whose number has two digits': {
      files: {
        'g/a.md': `# A\n\n${Array.from({ length: 12 }, (_, i) => `## ${i + 1}. Part\n\n`).join('')}### 12a. X\n\n### 12b. Y\n\nSee ⟦Section 12d⟧.\n`,
      },
      message: 'Section 12d does not exist: Section 12 of g/a.md runs from 12a to 12b.',
      suggestion: 'Section 12b',
    },
    'a decimal of three levels': {
      files: {
        'g/a.md': `# A\n\n## 1. One\n\n## 2. Two\n\n### 2.1 X\n\n${Array.from({ length: 11 }, (_, i) => `#### 2.1.${i + 1} Part\n\n`).join('')}See ⟦Section 2.1.14⟧.\n`,
      },
      message: 'Section 2.1.14 does not exist: Section 2.1 of g/a.md runs from 2.1.1 to 2.1.11.',
      suggestion: 'Section 2.1.11',
    },
    'a section whose number has two digits': {
      files: {
        'g/a.md': `# A\n\n${Array.from({ length: 11 }, (_, i) => `## ${i + 1}. Part\n\n`).join('')}See ⟦Section 12⟧.\n`,
      },
      message: 'Section 12 does not exist: g/a.md runs from 1 to 11.',
    },
    'a part of a section that does not exist either': {
      files: { 'g/a.md': '# A\n\n## 1. One\n\n## 2. Two\n\n### 2a. X\n\n### 2b. Y\n\nSee ⟦Section 3b⟧.\n' },
      message: 'Section 3b does not exist: g/a.md runs from 1 to 2.',
    },
  },
});
