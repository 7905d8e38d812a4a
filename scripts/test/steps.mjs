// The steps of `npm test`, in the order in which they are started and reported.
import path from 'node:path';
import { ROOT } from '../setup/run.mjs';

export const CACHE = path.join(ROOT, '.cache');
export const VITEST_RESULTS = path.join(CACHE, 'vitest.json');
export const PLAYWRIGHT_RESULTS = path.join(CACHE, 'playwright.json');

/**
 * The site of the browser tests stands below a path: an address that leaves the path out fails there, and works at the
 * root of a server. At the root stand the site of the dev server and the small sites that other tests build.
 */
const SITE = { SITE_DIST: '.cache/site', BASE_PATH: '/specs/flower/' };

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands run one after the other, all of them even where one fails
 * @property {number} limit minutes after which a command is stopped
 * @property {string} [after] a step that must have ended before this one starts
 * @property {string} [needs] the same, and this step is not run where that one has failed
 * @property {boolean} [alone] whether it uses all cores; other steps run two at a time
 * @property {'vitest' | 'playwright'} [counts] the program that reports how many tests ran; any other step counts as one test
 * @property {boolean} [opensBrowser] whether a browser is looked for, and installed where there is none
 * @property {Record<string, string>} [env]
 */

/** @type {Step[]} */
export const STEPS = [
  {
    name: 'types',
    // The checker of components runs on TypeScript 6, and takes twice as long where it checks the other files as well.
    // Both compilers are called `tsc`, and npm links either of them.
    commands: [
      ['astro', 'check', '--tsconfig', 'scripts/test/tsconfig.pages.json'],
      ['node', 'node_modules/typescript-7/bin/tsc', '-p', '.'],
    ],
    limit: 3,
  },
  {
    name: 'lint',
    commands: [
      ['eslint', '.'],
      ['prettier', '--check', '.'],
    ],
    limit: 3,
  },
  { name: 'specification', commands: [['node', 'scripts/specgraph.mjs', 'check']], limit: 1 },
  // `astro check` and `astro build` write the same types.
  {
    name: 'site',
    commands: [['astro', 'build', '--outDir', SITE.SITE_DIST]],
    limit: 3,
    after: 'types',
    env: SITE,
  },
  {
    name: 'unit tests',
    commands: [
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_RESULTS}`],
    ],
    limit: 9,
    alone: true,
    counts: 'vitest',
    opensBrowser: true,
  },
  {
    name: 'browser tests',
    // A busy machine can be too slow for a page: a test that fails is tried again, and the report says so.
    commands: [['playwright', 'test', '--retries=1', '--reporter=list,json']],
    limit: 14,
    needs: 'site',
    alone: true,
    counts: 'playwright',
    opensBrowser: true,
    env: {
      ...SITE,
      PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_RESULTS,
      PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_RESULTS,
    },
  },
];
