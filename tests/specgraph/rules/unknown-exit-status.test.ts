import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const CODE = '\n\n```sh\n[ -f "$1" ] || exit 1\ncheck "$1" || exit 1\n```\n';
const doc = (text: string, code = CODE): Record<string, string> => ({ 'g/a.md': `# A\n\n${text}${code}` });

const PRINTS =
  '\n\n```sh\nif bad; then\n  log "$name FAILED: $n error(s)"\n  exit 1\nfi\nlog "$name PASSED with warnings"\nexit 0\n```\n';
const lines = (failed: string, passed: string): string =>
  `| Case | Line | Exit status |\n|---|---|---|\n| a | Test FAILED: <n> error(s) | ${failed} |\n| b | Test PASSED with warnings | ${passed} |`;

ruleTest(ruleById('unknown-exit-status')!, {
  good: {
    'the status of the code': doc('It exits with status 1, or with exit 0.'),
    'one exit in the code': doc('It is fatal: exit 2.', '\n\n```sh\n[ -f "$1" ] || exit 1\n```\n'),
    'code of another language': doc('It is fatal: exit 2.', '\n\n```text\nexit 1\nexit 1\n```\n'),
    'messages with their status': doc(lines('1', '0'), PRINTS),
    'no row has the status of its message': doc(lines('0', '1'), PRINTS),
    'no status': doc('It exits 2-3 times, at exit 2.5, exits 20 % faster.'),
  },
  bad: {
    'in prose': {
      files: doc('A missing file is fatal: exit ⟦2⟧.'),
      message: 'No script of this document ends with 2; they end with 1.',
      suggestion: '1',
    },
    'beside one exit in the code and a sentence that agrees': {
      files: doc(
        'It ends with exit status 1. A list: exit status ⟦2⟧.',
        '\n\n```sh\n[ -f "$1" ] || exit 1\n```\n',
      ),
      message: 'No script of this document ends with 2; they end with 1.',
      suggestion: '1',
    },
    'of a message': {
      files: doc(lines('1', '⟦1⟧'), PRINTS),
      message: 'The table gives this message the status 1; the code that prints it ends with 0.',
      suggestion: '0',
      related: ['g/a.md:13 PASSED with warnings'],
    },
    'in words': {
      files: doc('It exits with status ⟦3⟧.'),
      message: 'No script of this document ends with 3; they end with 1.',
      suggestion: '1',
    },
    'in a column': {
      files: doc(
        '| Case | Exit status |\n|---|---|\n| good | 0 |\n| bad | ⟦2⟧ |',
        '\n\n```bash\nexit 1\nexit 4\nexit 0\n```\n',
      ),
      message: 'No script of this document ends with 2; they end with 0, 1 and 4.',
    },
  },
});
