import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const HEAD = '| Port | Use |\n|---|---|\n';

ruleTest(ruleById('repeated-row')!, {
  good: {
    'rows that differ in one cell': { 'g/a.md': `${HEAD}| 8080 | metrics |\n| 8081 | metrics |\n` },
    'the same row in two tables': { 'g/a.md': `${HEAD}| 80 | web |\n\n${HEAD}| 80 | web |\n` },
    'rows without a name': { 'g/a.md': `${HEAD}| – | – |\n| – | – |\n| | |\n| | |\n` },
    'the same row below two group rows': {
      'g/a.md': `${HEAD}| **One** | |\n| 80 | web |\n| **Two** | |\n| 80 | web |\n`,
    },
    'the same part of two things': {
      'g/a.md': `${HEAD}| one | a |\n| ↳ part | b |\n| two | a |\n| ↳ part | b |\n`,
    },
  },
  bad: {
    'a row twice, below each other': {
      files: { 'g/a.md': `${HEAD}| 8080 | metrics |\n⟦| 8080  | metrics |⟧\n| 9092 | clients |\n` },
      message: 'The row says the same as the row in line 3.',
      suggestion: 'remove one of them, or change what was to differ',
      related: ['g/a.md:3 the first one'],
    },
    'a row twice, apart': {
      files: { 'g/a.md': `${HEAD}| 8080 | metrics |\n| 9092 | clients |\n⟦| 8080 | metrics |⟧\n` },
      message: 'The row says the same as the row in line 3.',
      suggestion: 'remove one of them, or change what was to differ',
      related: ['g/a.md:3 the first one'],
    },
  },
});
