#!/usr/bin/env node
// Plain JavaScript, since the compile cache holds the rest once its types are stripped; this file comes before it.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const [{ run }, { processEffects }] = await Promise.all([
  import('../src/cli/main.ts'),
  import('../src/cli/process-effects.ts'),
]);
process.exitCode = await run(process.argv.slice(2), processEffects());
