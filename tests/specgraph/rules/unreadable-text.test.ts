import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('unreadable-text')!, {
  good: {
    'a hundred levels': { 'g/a.md': `# A\n\n${'> '.repeat(100)}deep\n` },
    'umlauts and emoji': { 'g/a.md': '# Größe 😀\n' },
  },
  bad: {
    'a NUL byte': {
      files: { 'g/a.md': '# A\n\n⟦⟧na␀ive\n' },
      message: 'The text holds bytes that are not UTF-8 or are NUL; they were replaced by U+FFFD.',
    },
    'a hundred and one': {
      files: { 'g/a.md': `# A\n\n⟦⟧${'> '.repeat(101)}deep\n` },
      message: 'The line is nested deeper than 100 levels; what is deeper is read as plain text.',
    },
  },
});
