import { ruleById } from '#specgraph';
import { OVERVIEW } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unlisted-document')!, {
  good: {
    'all listed': {
      'spec/specgraph.config.json': OVERVIEW,
      'spec/00-o.md':
        '# O\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. Order\n\nRead [`spec/02-b.md`](02-b.md).\n',
      'spec/01-a.md': '# A\n\nspec/00.\n',
    },
    'a document without a number': {
      'spec/specgraph.config.json': OVERVIEW,
      'spec/00-o.md':
        '# O\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. End\n',
      'spec/01-a.md': '# A\n\nspec/00.\n',
      'spec/notes.md': '# N\n',
    },
    'an overview that lacks the section': {
      'spec/specgraph.config.json': OVERVIEW,
      'spec/00-o.md': '# O\n\n## 2. Documents\n\n## 3. End\n',
      'spec/01-a.md': '# A\n\nspec/00.\n',
    },
    'two tables of the section': {
      'spec/specgraph.config.json': OVERVIEW,
      'spec/00-o.md':
        '# O\n\n## 1. Documents\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n### 1a. More\n\n| Document |\n|---|\n| [`spec/02-b.md`](02-b.md) |\n\n## 2. End\n',
      'spec/01-a.md': '# A\n\nspec/00.\n',
      'spec/02-b.md': '# B\n\nspec/00.\n',
    },
  },
  bad: {
    'linked, but in no table': {
      files: {
        'spec/specgraph.config.json': OVERVIEW,
        'spec/00-o.md':
          '# O\n\n⟦## 1. Documents⟧\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. Order\n\nRead [`spec/02-b.md`](02-b.md).\n',
        'spec/01-a.md': '# A\n\nspec/00.\n',
        'spec/02-b.md': '# B\n',
      },
      message: 'spec/02-b.md ("B") is missing from the tables of spec/00-o.md, Section 1.',
      suggestion: 'add a row with a link to spec/02-b.md',
    },
    'in a table of another section': {
      files: {
        'spec/specgraph.config.json': OVERVIEW,
        'spec/00-o.md':
          '# O\n\n⟦## 1. Documents⟧\n\nFirst [`spec/02-b.md`](02-b.md).\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md) |\n\n## 2. Order\n\n| Document |\n|---|\n| [`spec/02-b.md`](02-b.md) |\n',
        'spec/01-a.md': '# A\n\nspec/00.\n',
        'spec/02-b.md': '# B\n\nspec/00.\n',
      },
      message: 'spec/02-b.md ("B") is missing from the tables of spec/00-o.md, Section 1.',
      suggestion: 'add a row with a link to spec/02-b.md',
    },
    'named in the table without a link': {
      files: {
        'spec/specgraph.config.json': OVERVIEW,
        'spec/00-o.md':
          '# O\n\n⟦## 1. Documents⟧\n\n| Document |\n|---|\n| [`spec/01-a.md`](01-a.md), then spec/02 |\n\n## 2. End\n',
        'spec/01-a.md': '# A\n\nspec/00.\n',
        'spec/02-b.md': '# B\n\nspec/00.\n',
      },
      message: 'spec/02-b.md ("B") is missing from the tables of spec/00-o.md, Section 1.',
      suggestion: 'add a row with a link to spec/02-b.md',
    },
  },
});
