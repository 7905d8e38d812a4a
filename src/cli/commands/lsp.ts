import { UsageError } from '#specgraph/usage-error';
import { defineCommand } from '../command.ts';
import { programVersion } from '../terminal-options.ts';

export const lsp = defineCommand({
  name: 'lsp',
  summary: 'Serves an editor as language server: findings, navigation, completion and renaming.',
  operands: '',
  options: {
    stdio: { about: 'speak over standard input and output; this is the default' },
  },
  notes: [
    'The editor starts the server and names its folders; each set is read with its nearest configuration.',
  ],
  examples: ['specgraph lsp --stdio'],
  async run({ operands }, effects) {
    if (operands.length > 0)
      throw new UsageError(`lsp takes no folder, such as ${operands[0]}`, 'the editor names its folders');
    const { serveStdio } = await import('../../lsp/index.ts');
    return serveStdio(await programVersion(effects));
  },
});
