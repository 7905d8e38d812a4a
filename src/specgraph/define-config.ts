import type { SpecConfigInput } from './config.ts';

/** Gives an author's configuration its type; returns it unchanged. Stands alone, so that a configuration loads without the engine. */
export function defineConfig(config: SpecConfigInput): SpecConfigInput {
  return config;
}
