import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const RULES = { 'g/house rules.md': '# Rules\n\n## Shoes\n' };

ruleTest(ruleById('link-shown-as-text')!, {
  good: {
    'a space that is encoded, or in angle brackets': {
      'g/a.md': '[x](house%20rules.md) [y](<house rules.md>) [z]\n\n[z]: <house rules.md>\n',
      ...RULES,
    },
    'a space before the title': { 'g/a.md': '[x](b.md "house rules.md")\n', 'g/b.md': '# B\n' },
    'no such file: the parenthesis is meant': { 'g/a.md': '[S_k](modulo 1000), [x](see below), [y]( ).\n' },
    'a folder': { 'g/a.md': '[x](in here)\n', 'g/in here/b.md': '# B\n' },
    'code, escaped brackets, an address elsewhere': {
      'g/a.md': '`[x](house rules.md)` \\[x](house rules.md) [y](https://example.org/house rules.md)\n',
      ...RULES,
    },
  },
  bad: {
    'a link, fixed': {
      files: { 'g/a.md': 'See ⟦[x](house rules.md)⟧.\n', ...RULES },
      message:
        '"house rules.md" is a file, but with a space in the destination this is no link, and its brackets show as text.',
      suggestion: 'house%20rules.md',
      fixed: 'See [x](house%20rules.md).\n',
    },
    'a picture': {
      files: { 'g/a.md': '⟦![x](ground plan.png)⟧\n', 'g/ground plan.png': '' },
      message:
        '"ground plan.png" is a file, but with a space in the destination this is no link, and its brackets show as text.',
      suggestion: 'ground%20plan.png',
      fixed: '![x](ground%20plan.png)\n',
    },
    'title and fragment stay': {
      files: { 'g/a.md': '⟦[x](house rules.md#shoes "all")⟧\n', ...RULES },
      message:
        '"house rules.md#shoes" is a file, but with a space in the destination this is no link, and its brackets show as text.',
      suggestion: 'house%20rules.md#shoes',
      fixed: '[x](house%20rules.md#shoes "all")\n',
    },
    'a fragment that does not exist: nothing is written': {
      files: { 'g/a.md': '⟦[x](house rules.md#hats)⟧\n', ...RULES },
      message:
        '"house rules.md#hats" is a file, but with a space in the destination this is no link, and its brackets show as text.',
    },
    'a definition': {
      files: { 'g/a.md': '[x]\n\n⟦[x]: house rules.md⟧\n', ...RULES },
      message:
        '"house rules.md" is a file, but with a space in the destination this is no link, and its brackets show as text.',
      suggestion: 'house%20rules.md',
      fixed: '[x]\n\n[x]: house%20rules.md\n',
    },
    'a parenthesis without its partner': {
      files: { 'g/a.md': '⟦[x](b(1.md)⟧\n', 'g/b(1.md': '# B\n' },
      message:
        '"b(1.md" is a file, but with a single parenthesis in the destination this is no link, and its brackets show as text.',
      suggestion: 'b%281.md',
      fixed: '[x](b%281.md)\n',
    },
  },
});
