import { ruleById } from '#specgraph';
import { NUMBERED } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('orphan-document')!, {
  good: {
    'each has one': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\nSee [`spec/02-b.md`](02-b.md).\n',
      'spec/02-b.md': '# B\n\nspec/01 comes first.\n',
    },
    'the first one, which leads to most of the others': {
      'spec/specgraph.config.json': NUMBERED,
      'spec/01-a.md': '# A\n\nSee [`spec/02-b.md`](02-b.md) and spec/03.\n',
      'spec/02-b.md': '# B\n',
      'spec/03-c.md': '# C\n',
    },
    'a collection in which most documents stand alone': {
      'spec/specgraph.config.json': NUMBERED,
      ...Object.fromEntries(
        Array.from({ length: 10 }, (_, i) => [
          `spec/${i + 10}-x.md`,
          `# X${i}\n\n${i < 4 ? `spec/${i + 11}.` : ''}\n`,
        ]),
      ),
    },
    'files without numbers': { 'g/a.md': '# A\n', 'g/b.md': '# B\n' },
  },
  bad: {
    'one of many that refer to each other': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/10-x.md': '⟦# X0⟧\n\nSee spec/11.\n',
        ...Object.fromEntries(
          Array.from({ length: 10 }, (_, i) => [
            `spec/${i + 11}-x.md`,
            `# X${i}\n\nSee spec/${i === 9 ? 11 : i + 12}.\n`,
          ]),
        ),
      },
      message: 'No other document refers to spec/10-x.md; readers cannot find it.',
      suggestion: 'link to it from the overview and from the documents that build on it',
    },
    'nobody points at it': {
      files: {
        'spec/specgraph.config.json': NUMBERED,
        'spec/01-a.md': '⟦# A⟧\n',
        'spec/02-b.md': '# B\n\nAlone, but for spec/03.\n',
        'spec/03-c.md': '# C\n\nSee spec/02.\n',
      },
      message: 'No other document refers to spec/01-a.md; readers cannot find it.',
      suggestion: 'link to it from the overview and from the documents that build on it',
    },
  },
});
