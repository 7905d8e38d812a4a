import { ruleById } from '#specgraph';
import { REQUIREMENTS } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('uncovered-requirement')!, {
  good: {
    'both met and listed': {
      'spec/specgraph.config.json': REQUIREMENTS,
      'spec/00-o.md':
        '# O\n\n**Requirements:** NET-01, NET-02\\\n**Status:** S\n\n---\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. End\n',
      'spec/01-a.md': '# A\n\n**Requirements:** NET-01, NET-02\\\n**Status:** S\n\n---\n\nspec/00.\n',
    },
  },
  bad: {
    'nobody claims it': {
      files: {
        'spec/specgraph.config.json': REQUIREMENTS,
        'spec/00-o.md':
          '# O\n\n⟦**Requirements:** NET-01, NET-02⟧\\\n**Status:** S\n\n---\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. End\n',
        'spec/01-a.md': '# A\n\n**Requirements:** NET-01\\\n**Status:** S\n\n---\n\nspec/00.\n',
      },
      message: 'NET-02 (Retrying) stands in the header of no document, so nothing claims to meet it.',
      related: ['spec/00-o.md:3 it is named here'],
    },
    'not in the overview': {
      files: {
        'spec/specgraph.config.json': REQUIREMENTS,
        'spec/00-o.md':
          '# O\n\n⟦**Requirement:** NET-01⟧\\\n**Status:** S\n\n---\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. End\n',
        'spec/01-a.md': '# A\n\n**Requirements:** NET-01, NET-02\\\n**Status:** S\n\n---\n\nspec/00.\n',
      },
      message: 'NET-02 is missing from the requirements of spec/00-o.md.',
      suggestion: 'add NET-02',
    },
    'named in a text, which claims nothing': {
      files: {
        'spec/specgraph.config.json': REQUIREMENTS,
        'spec/00-o.md':
          '# O\n\n⟦**Requirement:** NET-01⟧\\\n**Status:** S\n\n---\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. End\n',
        'spec/01-a.md':
          '# A\n\n**Requirements:** NET-01\\\n**Status:** S\n\n---\n\nspec/00. NET-02 comes later.\n',
      },
      message: 'NET-02 (Retrying) stands in the header of no document, so nothing claims to meet it.',
      related: ['spec/01-a.md:8 it is named here'],
    },
  },
});
