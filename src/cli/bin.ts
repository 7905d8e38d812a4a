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
  process.exitCode = await run(process.argv.slice(2), processEffects());
}
