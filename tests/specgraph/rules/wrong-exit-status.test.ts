import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const code = (lines: string, lang = 'sh'): Record<string, string> => ({
  'g/a.md': `# A\n\n\`\`\`${lang}\n${lines}\n\`\`\`\n`,
});
const text = (words: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${words}\n` });

ruleTest(ruleById('wrong-exit-status')!, {
  good: {
    'an error and a failure': code('log ERROR "No file."\nexit 1'),
    'a success and 0': code('echo "All checks passed"\nexit 0'),
    'an error on one of two paths': code('if bad; then\n  echo "ERROR: bad"\nfi\nexit 0'),
    'an error that another command may avoid': code('publish || log ERROR "Not published."\nreturn 0'),
    'a warning': code('echo "WARNING: ERROR in line 3"\nexit 0'),
    'an error that is skipped': code('log ERROR "No GPU; skipping the check."\nexit 0'),
    'a success of one round of a loop': code('for x in 1 2; do\n  try && echo "Passed"\ndone\nexit 1'),
    'a success on one of two paths': code('if good; then\n  echo "Test passed"\nfi\nexit 1'),
    'a success that is not one': code('echo "Not completed"\nexit 1'),
    'more commands between them': code('echo "ERROR: bad"\na\nb\nc\nd\nexit 0'),
    'another message between them': code('echo "ERROR: bad"\necho "Test passed"\nexit 0'),
    'a branch that returns between them': code('log ERROR "No."\nif retry; then\n  return 0\nfi\nexit 0'),
    'a variable as its status': code('echo "ERROR: bad"\nexit "$status"'),
    'other code': code('log ERROR "No file."\nexit 0', 'text'),
    'a function of Python that returns a number': code('print("ERROR: bad")\nreturn 0', 'python'),
    'in words': text('A failure is fatal: exit 1. It is not fatal: exit 0. Usually it exits with 0.'),
    'two statuses': text('Exit 0, or with a fatal failure exit 1.'),
    'another cell': text('| Case | Line | Status |\n|---|---|---|\n| a | a fatal case | exit 0 |'),
  },
  bad: {
    'an error and 0': {
      files: code('if bad; then\n  log ERROR "No file."\n  clean_up\n  exit ⟦0⟧\nfi'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:5 No file.'],
    },
    'an error and 0 in one line': {
      files: code('bad && { echo "ERROR: bad" >&2; exit ⟦0⟧; }'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:4 ERROR: bad'],
    },
    'behind another condition': {
      files: code('log FATAL "Bad."\nif main; then\n  publish\nfi\nexit ⟦0⟧'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:4 Bad.'],
    },
    'a success and 1': {
      files: code('log "Validation PASSED: all is well"\nexit ⟦1⟧'),
      message: 'The script reports a success and ends with 1, which stands for a failure.',
      suggestion: '0',
      related: ['g/a.md:4 Validation PASSED: all is well'],
    },
    'a success on all paths': {
      files: code(
        'if bad; then\n  log "FAILED: 1 error"\n  exit 1\nelse\n  log "Validation PASSED"\nfi\nexit ⟦1⟧',
      ),
      message: 'The script reports a success and ends with 1, which stands for a failure.',
      suggestion: '0',
      related: ['g/a.md:8 Validation PASSED'],
    },
    'in Python': {
      files: code('if bad:\n    log.error("no file")\n    sys.exit(⟦0⟧)', 'python'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:5 no file'],
    },
    'in a cell': {
      files: text('| Case | Result |\n|---|---|\n| a | two ERROR lines (no file; no key), exit ⟦0⟧ |'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:5 two ERROR lines (no file; no key), exit 0'],
    },
    'in a sentence': {
      files: text('A missing file is fatal: the script exits with status ⟦0⟧.'),
      message: 'The script reports a failure and ends with 0, which stands for success.',
      related: ['g/a.md:3 A missing file is fatal: the script exits with status 0.'],
    },
  },
});
