#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { run } = await import('../src/cli/main.ts');
const { processEffects } = await import('../src/cli/effects.ts');
process.exitCode = await run(process.argv.slice(2), processEffects());
