/** How Vitest runs for `npm run mutation`: which unit tests try a mutant, and in which order. */
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The first failure ends a run, so the tests of the mutated module come first, then those of its folder. A mutant of a
 * rule is tried with the tests of that rule, of all rules, and of the specification: the test of another rule is not
 * what guards it.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const module = mutatedModule(this.ctx.config);
    if (!module) return sorted;
    return sorted
      .map((file) => ({ file, distance: distanceOf(file.moduleId, module) }))
      .filter(({ distance }) => distance < Infinity)
      .sort((a, b) => a.distance - b.distance)
      .map(({ file }) => file);
  }
}

interface Module {
  folder: string;
  name: string;
}

/** Stryker sets `related` to the file of the mutant before it runs the tests, and to all mutated files in its first run. */
function mutatedModule(config: object): Module | undefined {
  const { related } = config as { related?: string[] };
  if (related?.length !== 1) return undefined;
  const [folder, name] = related[0].replace(/\.ts$/, '').split('/').slice(-2);
  return { folder, name };
}

const TESTS_OF_ALL_RULES = /\/rules\/(?:pages|harness|additional-rule)\.test\.ts$/;

function distanceOf(test: string, { folder, name }: Module): number {
  if (test.endsWith(`/specgraph/${folder}/${name}.test.ts`)) return 0;
  if (test.includes('/tests/spec/')) return 3;
  if (folder === 'rules' && name !== 'index') return TESTS_OF_ALL_RULES.test(test) ? 1 : Infinity;
  return test.includes(`/specgraph/${folder}/`) ? 1 : 2;
}

export default defineConfig({
  test: {
    include: ['tests/specgraph/**/*.test.ts', 'tests/spec/**/*.test.ts'],
    // It tries large texts against the clock, and takes longer than all others together.
    exclude: ['tests/specgraph/robustness.test.ts'],
    testTimeout: 20_000,
    // One worker a run for all files: every run starts a fresh one, so no mutant sees what another has left.
    isolate: false,
    sequence: { sequencer: NearestFirst },
  },
});
