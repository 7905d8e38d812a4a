/** The command line as a module, for programs that run commands in their own process. */
export type { Effects, Output } from './effects.ts';
export { run } from './main.ts';
export { processEffects } from './process-effects.ts';
