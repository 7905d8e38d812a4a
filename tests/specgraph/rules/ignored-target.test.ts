import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const message = (url: string): string =>
  `The link points to "${url}", which git ignores: it exists here, but not in other copies of the repository.`;

ruleTest(ruleById('ignored-target')!, {
  good: {
    'a file that no pattern matches': {
      'g/a.md': '[x](build.txt)\n',
      'g/build.txt': '',
      'g/.gitignore': 'build/\n',
    },
    'an ignored file that does not exist is a broken link': {
      'g/a.md': '[x](build/out.txt)\n',
      'g/.gitignore': 'build/\n',
    },
    'a file that a later pattern includes again': {
      'g/a.md': '[x](keep.log)\n',
      'g/keep.log': '',
      'g/.gitignore': '*.log\n!keep.log\n',
    },
    'a file that the .gitignore of its folder includes again': {
      'g/a.md': '[x](sub/keep.log)\n',
      'g/sub/keep.log': '',
      'g/sub/.gitignore': '!keep.log\n',
      'g/.gitignore': '*.log\n',
    },
    'a pattern for the top folder only': {
      'g/a.md': '[x](sub/out.txt)\n',
      'g/sub/out.txt': '',
      'g/.gitignore': '/out.txt\n',
    },
  },
  bad: {
    'a document in an ignored folder': {
      files: {
        'g/a.md': '[x](⟦build/out.md#gone⟧)\n',
        'g/build/out.md': '# Out\n',
        'g/.gitignore': 'build/\n',
      },
      message: message('build/out.md#gone'),
    },
    'an ignored picture': {
      files: { 'g/a.md': '![x](⟦x.png⟧)\n', 'g/x.png': '', 'g/.gitignore': '*.png\n' },
      message: message('x.png'),
    },
    'an ignored folder': {
      files: { 'g/a.md': '[x](⟦build/⟧)\n', 'g/build/out.txt': '', 'g/.gitignore': 'build\n' },
      message: message('build/'),
    },
    'a file of a folder that is ignored is not included again': {
      files: {
        'g/a.md': '[x](⟦build/keep.txt⟧)\n',
        'g/build/keep.txt': '',
        'g/build/.gitignore': '!keep.txt\n',
        'g/.gitignore': 'build/\n',
      },
      message: message('build/keep.txt'),
    },
    'a pattern of a folder further down': {
      files: { 'g/a.md': '[x](⟦sub/out.txt⟧)\n', 'g/sub/out.txt': '', 'g/sub/.gitignore': 'out.txt\n' },
      message: message('sub/out.txt'),
    },
  },
});
