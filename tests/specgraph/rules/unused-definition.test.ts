import { ruleById } from '#specgraph';
import { ERRORS, errorTable, kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const UNUSED = kindsConfig({ error: { ...ERRORS.error, check: ['unused'] } });
const TERMS = kindsConfig({
  term: { defined: { bold: true, in: 'Terms' }, mentioned: { words: true }, check: ['unused'] },
});

ruleTest(ruleById('unused-definition')!, {
  good: {
    mentioned: { ...UNUSED, 'spec/a.md': `${errorTable(1)}\nE-1.\n` },
    'not asked for': { ...kindsConfig(ERRORS), 'spec/a.md': errorTable(1) },
    'a term in the plural and in small letters': {
      ...TERMS,
      'spec/a.md': '# A\n\n## Terms\n\n**Relay server**: it relays.\n\n## Use\n\nTwo relay servers.\n',
    },
  },
  bad: {
    'a row': {
      files: { ...UNUSED, 'spec/a.md': `${errorTable(1, '⟦2⟧')}\nE-1.\n` },
      message: 'Nothing mentions the error "2".',
    },
    'a term that only its own definition and a longer word name': {
      files: {
        ...TERMS,
        'spec/a.md':
          '# A\n\n## Terms\n\n**⟦Relay⟧**: it sends.\n\n## Use\n\nThe relaying of relay-like things.\n',
      },
      message: 'Nothing mentions the term "Relay".',
    },
  },
});
