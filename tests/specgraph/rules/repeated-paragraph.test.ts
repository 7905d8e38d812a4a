import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const TEXT = 'The relay closes the connection after the last answer.';
const LONG = `${TEXT} It waits for thirty seconds, in which the client may send a further request, and then ends. The client sees an empty answer and opens a connection of its own, with a new name and a new key.`;

ruleTest(ruleById('repeated-paragraph')!, {
  good: {
    'in two sections': { 'g/a.md': `## A\n\n${LONG}\n\n## B\n\n${LONG}\n` },
    'a short text, and one with others between': {
      'g/a.md': `Not applicable.\n\nNot applicable.\n\n${TEXT}\n\nWords.\n\n${TEXT}\n`,
    },
    'introductions of examples': {
      'g/a.md':
        'The server answers with the list of all keys:\n\nThe server answers with the list of all keys:\n',
    },
    'steps of a procedure': { 'g/a.md': `1. ${TEXT}\n2. Wait.\n3. ${TEXT}\n` },
    'items with different details': { 'g/a.md': `- ${TEXT}\n  - one\n- ${TEXT}\n  - two\n` },
    'in two lists': { 'g/a.md': `- ${TEXT}\n\nWords.\n\n- ${TEXT}\n` },
    'a note about each of two things': { 'g/a.md': `One.\n\n*Note: ${LONG}*\n\nTwo.\n\n*Note: ${LONG}*\n` },
    'places to be filled in': {
      'g/a.md':
        '1. `[Description of the failure]` (`[ERROR_CODE]`)\n2. `[Description of the failure]` (`[ERROR_CODE]`)\n',
    },
    'lines of a template': {
      'g/a.md': '- [$number - $title](https://example.org)\n- [$number - $title](https://example.org)\n',
    },
  },
  bad: {
    'a paragraph directly below itself': {
      files: { 'g/a.md': `# A\n\n${TEXT}\n\n⟦${TEXT.replace(' after', '\nafter')}⟧\n` },
      message: 'The text is the same as that in line 3.',
      suggestion: 'remove one of them',
      related: ['g/a.md:3 the first one'],
    },
    'a long paragraph twice in a section': {
      files: { 'g/a.md': `# A\n\n${LONG}\n\nWords.\n\n⟦${LONG}⟧\n` },
      message: 'The text is the same as that in line 3.',
      suggestion: 'remove one of them',
      related: ['g/a.md:3 the first one'],
    },
    'a list item twice': {
      files: { 'g/a.md': `1. ${TEXT}\n⟦2. ${TEXT}⟧\n3. Wait.\n` },
      message: 'The text is the same as that in line 1.',
      suggestion: 'remove one of them',
      related: ['g/a.md:1 the first one'],
    },
  },
});
