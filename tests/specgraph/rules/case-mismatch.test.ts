import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('case-mismatch')!, {
  good: {
    'the same spelling': { 'g/a.md': '[x](b.md)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
  },
  bad: {
    capitals: {
      files: { 'g/a.md': '[x](⟦B.md#limits⟧)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
      message:
        'The link points to "B.md#limits", the file is spelled "g/b.md"; this breaks where letter case counts.',
      suggestion: 'b.md#limits',
      fixed: '[x](b.md#limits)\n',
    },
    'a folder in capitals': {
      files: { 'g/a.md': '[x](⟦SUB/c.md⟧)\n', 'g/sub/c.md': '# C\n' },
      message:
        'The link points to "SUB/c.md", the file is spelled "g/sub/c.md"; this breaks where letter case counts.',
      suggestion: 'sub/c.md',
      fixed: '[x](sub/c.md)\n',
    },
    'keeping query string and fragment': {
      files: { 'g/a.md': '[x](⟦B.md?plain=1#limits⟧)\n', 'g/b.md': '# B\n\n## Limits\n' },
      message:
        'The link points to "B.md?plain=1#limits", the file is spelled "g/b.md"; this breaks where letter case counts.',
      suggestion: 'b.md?plain=1#limits',
      fixed: '[x](b.md?plain=1#limits)\n',
    },
    'a blank in the name': {
      files: { 'g/a.md': '[x](⟦my%20file.md⟧)\n', 'g/My File.md': '# M\n' },
      message:
        'The link points to "my%20file.md", the file is spelled "g/My File.md"; this breaks where letter case counts.',
      suggestion: 'My%20File.md',
      fixed: '[x](My%20File.md)\n',
    },
    'a folder of the root': {
      files: { 'g/a.md': '[x](⟦/Sub/?x#top⟧)\n', 'g/sub/c.md': '# C\n' },
      message:
        'The link points to "/Sub/?x#top", the file is spelled "g/sub"; this breaks where letter case counts.',
      suggestion: '/sub/?x#top',
      fixed: '[x](/sub/?x#top)\n',
    },
    'two spellings': {
      files: { 'g/a.md': '[x](⟦CUP.md⟧)\n', 'g/Cup.md': '# C\n', 'g/cup.md': '# C\n' },
      message:
        'The link points to "CUP.md", the file has several other spellings; this breaks where letter case counts.',
    },
    'a fragment that the file does not have': {
      files: { 'g/a.md': '[x](⟦B.md#nope⟧)\n', 'g/b.md': '# B\n' },
      message:
        'The link points to "B.md#nope", the file is spelled "g/b.md"; this breaks where letter case counts.',
    },
    'an attribute of HTML with a character reference': {
      files: { 'g/a.md': '<a href="⟦A&amp;B.md⟧">x</a>\n', 'g/a&b.md': '# C\n' },
      message:
        'The link points to "A&B.md", the file is spelled "g/a&b.md"; this breaks where letter case counts.',
      suggestion: 'a%26b.md',
      fixed: '<a href="a%26b.md">x</a>\n',
    },
  },
});
