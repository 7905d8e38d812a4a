import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests with processes, servers or builds of their own, which may change what a process shares. They run before the others,
 * and end together on two cores.
 */
const ISOLATED = ['tests/{package,integration,lsp,vscode}/**/*.test.ts'];

/** Files that take more than ten seconds, the longest first. */
const LONG = [
  'package/package',
  'mutation/mutants-of-structure',
  'mutation/mutants-of-statements',
  'mutation/fixes',
  'integration/live/saves',
  'specgraph/robustness',
  'specgraph/refactor/inverse',
  'defects/harmless',
  'spec/contradictions/contradictions',
];

/**
 * Starts the longest files of each project first: one that started last would run alone on one core. Without this,
 * Vitest knows durations only after a first run.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...Map.groupBy(sorted, ({ project }) => project.name).values()].flatMap((group) =>
      group.toSorted((one, other) => rankOf(one) - rankOf(other)),
    );
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return rank < 0 ? LONG.length : rank;
}

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // By default Vitest leaves one core unused, which is half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          // These files share processes, and the modules that are loaded there: loading takes a second for each file.
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          // Playwright runs the tests of the browser.
          exclude: [...ISOLATED, 'tests/browser/**', 'node_modules/**'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
  },
});
