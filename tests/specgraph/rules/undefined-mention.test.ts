import { ruleById } from '#specgraph';
import { ERRORS, errorTable, kindsConfig } from '../../helpers/kinds.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const MESSAGES = kindsConfig({
  message: { defined: { headings: 'The `{id}` Message' }, mentioned: { code: '{id}' }, check: ['undefined'] },
});
const LIST =
  '# Messages\n\n## The `open_channel` Message\n\nOpens.\n\n## The `accept_channel` Message\n\nAccepts.\n';

ruleTest(ruleById('undefined-mention')!, {
  good: {
    'defined, with zeros': { ...kindsConfig(ERRORS), 'spec/a.md': `${errorTable(1, 2)}\nAnd E-02.\n` },
    'another word that ends so': {
      ...kindsConfig(ERRORS),
      'spec/a.md': `${errorTable(1)}\nPRE-7, E-7a, E-7.5.\n`,
    },
    'an id with a further part': {
      ...kindsConfig(ERRORS),
      'spec/a.md': `${errorTable(1)}\nE-7-A, \`E-7-B2\`.\n`,
    },
    'a part of an address': {
      ...kindsConfig(ERRORS),
      'spec/a.md': `${errorTable(1)}\nhttps://bugs.example/E-7, <https://bugs.example/?id=E-8>.\n`,
    },
    'nothing is defined': { ...kindsConfig(ERRORS), 'spec/a.md': '# A\n\nE-7.\n' },
    'not checked': {
      ...kindsConfig({ error: { ...ERRORS.error, check: [] } }),
      'spec/a.md': `${errorTable(1)}\nE-7.\n`,
    },
    'the ends of a range of numbers': {
      ...kindsConfig(ERRORS),
      'spec/a.md': `${errorTable(1)}\nE-70-79 are free.\n`,
    },
    'the ends of a block of numbers': {
      ...kindsConfig(ERRORS),
      'spec/a.md': `${errorTable(1)}\nE-100 to E-199, \`E-200\`–\`E-299\` and E-300...E-399 are free.\n`,
    },
    'a code span that is something else': {
      ...MESSAGES,
      'spec/a.md': `${LIST}\nThe \`channel_id\` field.\n`,
    },
    'a code span of another form': { ...MESSAGES, 'spec/a.md': `${LIST}\nThe \`JSON\` message.\n` },
    'a message that another heading explains': {
      ...MESSAGES,
      'spec/a.md': `${LIST}\n## Updating fees: \`update_fee\`\n\nThe \`update_fee\` message.\n`,
    },
    'a name that is used often': {
      ...MESSAGES,
      'spec/a.md': `${LIST}\nThe \`payload\` messages. ${'A `payload`. '.repeat(9)}\n`,
    },
  },
  bad: {
    'the end of a range that is no block': {
      files: { ...kindsConfig(ERRORS), 'spec/a.md': `${errorTable(1, 2)}\nE-1 to ⟦E-7⟧.\n` },
      message: '"E-7" names an error that is not defined.',
    },
    'a number': {
      files: { ...kindsConfig(ERRORS), 'spec/a.md': `${errorTable(1, 2)}\nAnd ⟦E-7⟧.\n` },
      message: '"E-7" names an error that is not defined.',
    },
    'a word that a number begins': {
      files: { ...kindsConfig(ERRORS), 'spec/a.md': `${errorTable(1, 2)}\nAn ⟦E-7⟧-compliant part.\n` },
      message: '"E-7" names an error that is not defined.',
    },
    'an id of which only the number differs from others': {
      files: {
        ...kindsConfig({ req: { defined: { table: 'Id' }, id: String.raw`REQ-\d+`, mentioned: '{id}' } }),
        'spec/a.md': '# A\n\n| Id |\n| --- |\n| REQ-001 |\n| REQ-002 |\n\nREQ-001, ⟦REQ-009⟧.\n',
      },
      message: '"REQ-009" names a req that is not defined.',
    },
    'an id with a pattern': {
      files: {
        ...kindsConfig({
          message: {
            defined: { headings: 'The {id} Message' },
            mentioned: { code: '{id}' },
            id: 'm_[a-z]+',
            check: ['undefined'],
          },
        }),
        'spec/a.md': '# A\n\n## The m_open Message\n\nSee `⟦m_opne⟧`.\n',
      },
      message: '"m_opne" names a message that is not defined.',
      suggestion: 'm_open',
    },
    'a code span that is announced': {
      files: { ...MESSAGES, 'spec/a.md': `${LIST}\nSend the \`⟦close_channel⟧\` message.\n` },
      message: '"close_channel" names a message that is not defined.',
    },
    'a code span with a slip': {
      files: { ...MESSAGES, 'spec/a.md': `${LIST}\nSend the message \`⟦open_chanel⟧\`.\n` },
      message: '"open_chanel" names a message that is not defined.',
      suggestion: 'open_channel',
    },
  },
});
