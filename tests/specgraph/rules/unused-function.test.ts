import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const block = (code: string): string => `\`\`\`sh\n${code}\n\`\`\`\n\n`;
const SCRIPT = block(
  'load_context() { :; }\ncheck_values() { :; }\nstart_server() { :; }\nstop_server() { :; }\nload_context\ncheck_values\nstart_server\nstop_server',
);

ruleTest(ruleById('unused-function')!, {
  good: {
    'prose names it': {
      'g/a.md': `# A\n\n${SCRIPT}${block('print_report() { :; }')}Call \`print_report\`.\n`,
    },
    'the same name in a larger word is not the only one': {
      'g/a.md': `# A\n\n${SCRIPT}${block('print_report() { :; }\ntrap print_report EXIT')}`,
    },
    'a library of functions that nothing calls': {
      'g/a.md': `# A\n\n${block('to_upper() { :; }\nto_lower() { :; }\nto_title() { :; }\nto_upper')}`,
    },
  },
  bad: {
    'nothing names it': {
      files: { 'g/a.md': `# A\n\n${SCRIPT}${block('⟦print_report⟧() { :; }')}It prints print_reports.\n` },
      message: 'The function print_report is defined here and used nowhere in the set.',
    },
    'its only call uses another name': {
      files: {
        'g/a.md': `# A\n\n${SCRIPT}${block('function ⟦print_report⟧ {\n  :\n}')}`,
        'g/b.md': `# B\n\n${block('show_report')}`,
      },
      message: 'The function print_report is defined here and used nowhere in the set.',
    },
  },
});
