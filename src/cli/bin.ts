#!/usr/bin/env node
/** The program `specgraph` of the package. It loads no other module before it knows that Node is new enough for them. */
import * as nodeModule from 'node:module';

const OLDEST_NODE = [22, 12];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`specgraph: it needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}`);
  process.exitCode = 2;
} else {
  nodeModule.enableCompileCache();
  const [{ run }, { processEffects }] = await Promise.all([
    import('./main.ts'),
    import('./process-effects.ts'),
  ]);
  const status = await run(process.argv.slice(2), processEffects());
  // A server that could not start leaves something running: the process ends with its command, after its last words.
  const isWritten = (stream: NodeJS.WriteStream): Promise<void> =>
    new Promise((resolve) => stream.write('', () => resolve()));
  await Promise.all([process.stdout, process.stderr].map(isWritten));
  // eslint-disable-next-line no-restricted-properties -- this is the program itself, and the command has returned its status
  process.exit(status);
}
