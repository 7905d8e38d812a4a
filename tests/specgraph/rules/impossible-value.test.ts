import { ruleById } from '#specgraph';
import { OPTIONS_TABLE, VARIABLES } from '../../helpers/configs.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Documents without a configuration; the first three uses make "YES" or "fast" the usual value. */
const flags = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\nSee \`IS_READY=YES\`, \`IS_READY=NO\`.\n\n\`\`\`sh\nIS_READY=YES\n[ "$IS_READY" = "YES" ] || exit 1\n\`\`\`\n\n${last}\n`,
});
const words = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\n\`RUN_MODE=process\`, \`RUN_MODE=process\`, \`RUN_MODE="process"\`.\n\n${last}\n`,
});
const options = (last: string): Record<string, string> => ({
  'spec/specgraph.config.json': VARIABLES,
  'spec/01-a.md': OPTIONS_TABLE,
  'spec/02-b.md': `# B\n\nspec/01.\n\n${last}\n`,
});

ruleTest(ruleById('impossible-value')!, {
  good: {
    'values of a flag': flags('With `IS_READY=no` it waits.'),
    'a placeholder, an expression, a sentence': flags(
      '`IS_READY=<value>`, `IS_READY=${OTHER_NAME}`, `IS_READY=$(cat x)`, `IS_READY=YES or NO`.',
    ),
    'another word': words('`RUN_MODE=thread`.'),
    'a number': words('`RUN_MODE=1`.'),
    'an option': options('`FL_MODE_NAME=fast` or `FL_MODE_NAME=slow`.'),
    'a value of another name': options('`FL_OTHER_NAME=quick`.'),
  },
  bad: {
    'a misspelled value of a flag': {
      files: flags('With `IS_READY=⟦YSE⟧` it ends.'),
      message: 'IS_READY is "YSE" only here, and "YES" in 3 other places.',
      suggestion: 'YES',
      related: ['g/a.md:3 "YES"'],
    },
    'a misspelled word': {
      files: words('With `RUN_MODE=⟦proces⟧` it ends.'),
      message: 'RUN_MODE is "proces" only here, and "process" in 3 other places.',
      suggestion: 'process',
      related: ['g/a.md:3 "process"'],
    },
    'a comparison in code': {
      files: options('```sh\nif [ "${FL_MODE_NAME}" = "⟦quick⟧" ]; then exit 1; fi\n```'),
      message: 'FL_MODE_NAME is "quick" here; its definition allows fast, slow.',
      related: ['spec/01-a.md:9 the definition'],
    },
  },
});
