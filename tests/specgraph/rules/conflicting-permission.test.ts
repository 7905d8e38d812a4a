import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const table = '| File | Owner | Mode |\n|---|---|---|\n| `/opt/a/ca.key` | root:root | 0600 |';
const code = '```bash\nchmod 0600 ca.key\nchown root:root "${dir}/ca.key"\n```';
const document = (last: string, first = `${table}\n\n${code}`): Record<string, string> => ({
  'g/a.md': `# A\n\n${first}\n\n${last}\n`,
});
const ofMode = (line: number, value: string): { message: string; suggestion: string; related: string[] } => ({
  message: `The mode of ca.key is ${value} here and 0600 in line ${line}.`,
  suggestion: '0600',
  related: [`g/a.md:${line} mode 0600`],
});

ruleTest(ruleById('conflicting-permission')!, {
  good: {
    'the same mode': document('The file `ca.key` has mode 600.'),
    'another file': document('The file `ca.crt` has mode 0644.'),
    'several files, each with its own': document(
      'Of the files `ca.key` belongs to root:root with mode 0600; `ca.crt` and `b.crt` have mode 0644.',
    ),
    'a folder that is only the place': document('In `/opt/b/` the file `ca.key` has mode 0600.', code),
    'the same name in other folders': document(
      'The mode of `/etc/b/ca.key` is 0640, that of `/etc/c/ca.key` is 0600.',
      table,
    ),
    'a number that is no mode': document('The code of `ca.key` is 0700.', code),
    'a pair that is no owner': document('The standard of `ca.key` is 19464:2014, the owner says.', code),
    'a reference in a row': document(
      '| Document | Content |\n|---|---|\n| [`spec/a.md`](a.md) | the retained `ca.key` (root:root 0600) |',
    ),
  },
  bad: {
    'a folder with and without a slash': {
      files: document(
        '```bash\ninstall -d -m ⟦0755⟧ /opt/a/keys\n```',
        'The folder `/opt/a/keys/` has mode 0700.\n\nThe mode of `/opt/a/keys/` is 0700.',
      ),
      message: 'The mode of keys is 0755 here and 0700 in line 3.',
      suggestion: '0700',
      related: ['g/a.md:3 mode 0700'],
    },
    'in a sentence': { files: document('The file `ca.key` has mode ⟦0700⟧.'), ...ofMode(5, '0700') },
    'in a row': {
      files: document('| File | Mode |\n|---|---|\n| `ca.key` | root:root ⟦0700⟧ |'),
      ...ofMode(5, '0700'),
    },
    'in code': { files: document('```bash\nchmod ⟦0700⟧ /opt/a/ca.key\n```'), ...ofMode(5, '0700') },
    'by install': {
      files: document('```bash\ninstall -m ⟦0700⟧ -o root -g root ca.key /opt/a/ca.key\n```'),
      ...ofMode(5, '0700'),
    },
    'the owner': {
      files: document('The file `ca.key` belongs to ⟦root:wheel⟧.'),
      message: 'The owner of ca.key is root:wheel here and root:root in line 5.',
      suggestion: 'root:root',
      related: ['g/a.md:5 owner root:root'],
    },
    'a mode that nobody would choose': {
      files: document('Then `echo \'MODE="⟦0670⟧"\'`.'),
      message: 'Mode 0670 stands only here; 0600 stands in 2 other places.',
      suggestion: '0600',
      related: ['g/a.md:5 mode 0600'],
    },
  },
});
