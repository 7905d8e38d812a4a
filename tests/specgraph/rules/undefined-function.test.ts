import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const block = (code: string): string => `\`\`\`bash\n${code}\n\`\`\`\n\n`;
const python = (code: string): string => `\`\`\`python\n${code}\n\`\`\`\n\n`;
const DEFINITIONS = block(
  'load_context() { source /run/env; }\ncheck_values() { test -n "$NAME"; }\nstart_server() { systemctl start server; }\nwrite_run_config() { date; }',
);
const CALLS = block('load_context\ncheck_values\nstart_server\nwrite_run_config');

ruleTest(ruleById('undefined-function')!, {
  good: {
    'all are defined, some in another document': {
      'g/a.md': `# A\n\n${DEFINITIONS}`,
      'g/b.md': `# B\n\n${CALLS}`,
    },
    'a library whose tests call the functions of a test program': {
      'g/a.md': `# A\n\n${DEFINITIONS}${block('test_upper() { load_context; assert_equals "$x" 1; }')}`,
    },
    'an excerpt of a script calls what is not shown': {
      'g/a.md': `# A\n\n${block('load_context() { :; }\nload_context\ncheck_values\nstart_server')}`,
    },
    'words that are no commands': {
      'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}${block(
        'names=(\n  first_name\n  last_name\n)\ncase "$1" in\n  dry_run | test_run) load_context ;;\nesac\ncat <<EOF\nsome_text here\nEOF\necho "is not_a_call; no_call" # and_not_this\nMY_FLAG=my_value load_context\nx="$(load_context new_value)"\nfor one_name in a b; do load_context; done\nfor ((small_n = 1; small_n < 3; small_n++)); do load_context; done',
      )}`,
    },
    'the output of a command': {
      'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}${block('ip addr\nvalid_lft forever')}`,
    },
    'prose names the function of a library': {
      'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}It calls \`set_memory_fraction()\`.\n`,
    },
    'prose names a function that other code defines': {
      'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}It calls \`read_run_config()\`.\n\n\`\`\`python\ndef read_run_config(): pass\n\`\`\`\n`,
    },
    'two names beside one function': {
      'g/a.md': `# A\n\n${python('def check_signed_block(block):\n  if a: return check_single_block(block)\n  return check_batch_block(block)')}`,
    },
    'a shorter name in prose that may be another function': {
      'g/a.md': `# A\n\n${python('def is_ascii_upper(x): pass')}Later \`is_upper\` may follow.\n`,
    },
    'a function of the same words with other parameters': {
      'g/a.md': `# A\n\n${python('def load_key_file(path): pass')}\`load_key_text(text)\`\n`,
    },
    'the method of something else': {
      'g/a.md': `# A\n\n${python('def update_round_metrics(x): pass')}\`metrics.update_metrics(x)\`\n`,
    },
  },
  bad: {
    'an inner word is lost': {
      files: {
        'g/a.md': `# A\n\n${python('def update_round_metrics(\n  round_number: int,\n): pass')}\`⟦update_metrics⟧()\` writes one round.\n`,
      },
      message: 'update_metrics stands only here; this document defines the function update_round_metrics.',
      suggestion: 'update_round_metrics',
      related: ['g/a.md:4 defines update_round_metrics'],
    },
    'another word before the same parameters': {
      files: {
        'g/a.md': `# A\n\n${python('def load_state_or_fresh(path: str, make=None): pass')}Then \`⟦load_state_or_new⟧(path, make)\` runs.\n`,
      },
      message: 'load_state_or_new stands only here; this document defines the function load_state_or_fresh.',
      suggestion: 'load_state_or_fresh',
      related: ['g/a.md:4 defines load_state_or_fresh'],
    },
    'another word of two before the same parameters, where nothing calls the function': {
      files: {
        'g/a.md': `# A\n\n${python('def _save_state(path, data): pass\n\n⟦_store_state⟧(path, data)')}`,
      },
      message: '_store_state stands only here; this document defines the function _save_state.',
      suggestion: '_save_state',
      related: ['g/a.md:4 defines _save_state'],
    },
    'words in another order': {
      files: {
        'g/a.md': `# A\n\n${python('function queryResultPath(id) {}')}The path is \`⟦resultQueryPath⟧\`.\n`,
      },
      message: 'resultQueryPath stands only here; this document defines the function queryResultPath.',
      suggestion: 'queryResultPath',
      related: ['g/a.md:4 defines queryResultPath'],
    },
    'a call with another letter': {
      files: {
        'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}${block('load_context\nif ⟦check_value⟧; then echo; fi')}`,
      },
      message: 'The function check_value is called here and defined nowhere in the set.',
      suggestion: 'check_values',
      related: ['g/a.md:5 defines check_values'],
    },
    'a call in a substitution': {
      files: {
        'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}${block('x="$(⟦make_run_config⟧ 1)"\nmake_run_config\nload_context')}`,
      },
      message: 'The function make_run_config is called here and defined nowhere in the set.',
      suggestion: 'write_run_config',
      related: ['g/a.md:19 called as well', 'g/a.md:7 defines write_run_config'],
    },
    'a definition that its callers know by another name': {
      files: {
        'g/a.md': `# A\n\n${DEFINITIONS}${block('⟦stop_service⟧() { :; }')}`,
        'g/b.md': `# B\n\n${CALLS}${block('load_context\nstop_server\nstop_server')}`,
      },
      message: 'The function stop_service is used nowhere, and stop_server is called and defined nowhere.',
      suggestion: 'stop_server',
      related: ['g/b.md:12 calls stop_server', 'g/b.md:13 calls stop_server'],
    },
    'prose names a function in other words': {
      files: { 'g/a.md': `# A\n\n${DEFINITIONS}${CALLS}The script calls \`⟦make_run_config⟧\` last.\n` },
      message: 'The text calls make_run_config a function; no code of the set defines it.',
      suggestion: 'write_run_config',
      related: ['g/a.md:7 defines write_run_config'],
    },
  },
});
