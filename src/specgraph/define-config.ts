import type { SpecConfigInput } from './config.ts';

/**
 * Returns the configuration unchanged and gives it its type. It imports no module, so that a configuration loads
 * without the engine.
 */
export function defineConfig(config: SpecConfigInput): SpecConfigInput {
  return config;
}
