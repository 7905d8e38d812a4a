import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const names = 'Start OneGate and stop OneGate. '.repeat(5);
const document = (last: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${names}\n\n${last}\n` });
const found = { message: '"Onegate" is written "OneGate" in 10 other places.', suggestion: 'OneGate' };
const fixed = (last: string): string => document(last)['g/a.md'];

ruleTest(ruleById('inconsistent-capitals')!, {
  good: {
    'the same letters': document('Ask OneGate.'),
    'small letters': document('Ask the onegate service.'),
    capitals: document('Ask the ONEGATE.'),
    'in code': document('Ask `Onegate`.'),
    'in a link': document('Ask [Onegate](https://example.org).'),
    'a part of a name': document('Ask Onegate-Proxy, Onegate.conf and OnegateServer.'),
    'the first word where small letters are used as well': document('Any onegate does. Onegate or not.'),
    'often in other letters': document('Ask Onegate, Onegate, and Onegate.'),
    'an abbreviation at the end': document('Ask OneGatE.'),
    'letters that stand for other words': document('Ask *O*ne*g*ate.'),
    'a name that stands seldom': { 'g/a.md': '# A\n\nStart OneGate. Stop Onegate.\n' },
  },
  bad: {
    'in a sentence': {
      files: document('Ask ⟦Onegate⟧ for it.'),
      ...found,
      fixed: fixed('Ask OneGate for it.'),
    },
    'the first word of a sentence': {
      files: document('Ask. ⟦Onegate⟧ answers.'),
      ...found,
      fixed: fixed('Ask. OneGate answers.'),
    },
    'other capitals': {
      files: document('Ask ⟦ONegate⟧ for it.'),
      message: '"ONegate" is written "OneGate" in 10 other places.',
      suggestion: 'OneGate',
      fixed: fixed('Ask OneGate for it.'),
    },
  },
});
