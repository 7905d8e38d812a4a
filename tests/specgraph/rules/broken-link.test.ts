import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('broken-link')!, {
  good: {
    'a file that exists': { 'g/a.md': '[b](b.md)\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
    'a file beside the documents': {
      'g/a.md': '[data](data.csv) ![i](i.png)\n',
      'g/data.csv': '1',
      'g/i.png': 'x',
    },
    'a folder': { 'g/a.md': '[all](sub)\n', 'g/sub/README.md': '# R\n' },
    'spaces, percent-encoded or in angle brackets': {
      'g/a.md': '[x](my%20file.md) [y](<my file.md>)\n',
      'g/my file.md': '# M\n',
    },
    'title, query string, external, mail': {
      'g/a.md': '[x](b.md "the b") [y](b.md?plain=1) [z](https://example.org/q.md) [m](mailto:a@b.c)\n',
      'g/b.md': '# B\n\n## Limits\n\n## Limits\n',
    },
    'links in code and comments are none': {
      'g/a.md': '`[x](nope.md)`\n\n```md\n[x](nope.md)\n```\n\n<!-- [x](nope.md) -->\n',
    },
  },
  bad: {
    'a missing file': {
      files: { 'g/a.md': 'See [x](⟦nope-at-all-here.md⟧).\n', 'g/b.md': '# B\n\n## Limits\n\n## Limits\n' },
      message: 'The link points to "nope-at-all-here.md", but there is no such file.',
    },
    'a moved file, fixed': {
      files: { 'g/a.md': 'See [x](⟦c.md⟧).\n', 'g/sub/c.md': '# C\n' },
      message: 'The link points to "c.md", but there is no such file.',
      suggestion: 'sub/c.md',
      fixed: 'See [x](sub/c.md).\n',
    },
    'an image': {
      files: { 'g/a.md': '![x](⟦pics/none.png⟧)\n' },
      message: 'The link points to "pics/none.png", but there is no such file.',
    },
    'a moved file, encoded as it has to be': {
      files: { 'g/a.md': 'See [x](⟦old/c.md⟧).\n', 'g/a (b) %&#c;/c.md': '# C\n' },
      message: 'The link points to "old/c.md", but there is no such file.',
      suggestion: 'a%20%28b%29%20%25%26%23c;/c.md',
      fixed: 'See [x](a%20%28b%29%20%25%26%23c;/c.md).\n',
    },
    'from the root, and beginning with a dot: written alike': {
      files: { 'g/a.md': '[x](⟦./old/c.md⟧)\n', 'g/new/c.md': '# C\n' },
      message: 'The link points to "./old/c.md", but there is no such file.',
      suggestion: './new/c.md',
      fixed: '[x](./new/c.md)\n',
    },
    'another version': {
      files: { 'g/a.md': '[x](⟦v1/c.md⟧)\n', 'g/v2/c.md': '# C\n' },
      message: 'The link points to "v1/c.md", but there is no such file.',
    },
    'another language': {
      files: { 'g/a.md': '[x](⟦pt-BR/c.md⟧)\n', 'g/en/c.md': '# C\n' },
      message: 'The link points to "pt-BR/c.md", but there is no such file.',
    },
    'another language in the name': {
      files: { 'g/a.md': '[x](⟦guide.de.md⟧)\n', 'g/guide.fr.md': '# C\n' },
      message: 'The link points to "guide.de.md", but there is no such file.',
    },
    'a file without the heading is another one': {
      files: { 'g/a.md': '[x](⟦old/c.md#limits⟧)\n', 'g/new/c.md': '# C\n' },
      message: 'The link points to "old/c.md#limits", but there is no such file.',
    },
    itself: {
      files: { 'g/a/c.md': '[x](⟦../b/c.md⟧)\n' },
      message: 'The link points to "../b/c.md", but there is no such file.',
    },
    'two candidates': {
      files: { 'g/a.md': '[x](⟦old/cup.md⟧)\n', 'g/x/cup.md': '# C\n', 'g/y/Cup.md': '# C\n' },
      message: 'The link points to "old/cup.md", but there is no such file.',
    },
    'in a table, keeping the fragment': {
      files: { 'g/a.md': '| a |\n|---|\n| [x](⟦c.md#top⟧) |\n', 'g/sub/c.md': '# C\n' },
      message: 'The link points to "c.md#top", but there is no such file.',
      suggestion: 'sub/c.md#top',
      fixed: '| a |\n|---|\n| [x](sub/c.md#top) |\n',
    },
    'href of HTML': {
      files: { 'g/a.md': '<a href="⟦nope-at-all-here.md⟧">x</a>\n' },
      message: 'The link points to "nope-at-all-here.md", but there is no such file.',
    },
    'a reference definition': {
      files: { 'g/a.md': '[x][l]\n\n[l]: ⟦nope-at-all-here.md⟧\n' },
      message: 'The link points to "nope-at-all-here.md", but there is no such file.',
    },
    'a file whose name is only similar: no fix': {
      files: { 'g/a.md': '[x](⟦lmits.md⟧)\n', 'g/limits.md': '# L\n' },
      message: 'The link points to "lmits.md", but there is no such file.',
      suggestion: 'limits.md',
    },
    'a moved file with a query string': {
      files: { 'g/a.md': '[x](⟦c.md?plain=1⟧)\n', 'g/sub/c.md': '# C\n' },
      message: 'The link points to "c.md?plain=1", but there is no such file.',
      suggestion: 'sub/c.md?plain=1',
      fixed: '[x](sub/c.md?plain=1)\n',
    },
    'a picture for other screens, fixed': {
      files: { 'g/a.md': '<img src="i.png" srcset="⟦old/c.md⟧ 2x">\n', 'g/i.png': '', 'g/new/c.md': '# C\n' },
      message: 'The link points to "old/c.md", but there is no such file.',
      suggestion: 'new/c.md',
      fixed: '<img src="i.png" srcset="new/c.md 2x">\n',
    },
  },
});
