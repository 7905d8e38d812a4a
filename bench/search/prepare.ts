/**
 * What a page does on its main thread until names and texts can be searched. A process of its own, since a page does it
 * once, with code that has never run. Prints milliseconds.
 */
import { readFileSync } from 'node:fs';
import { createMatcher } from '../../src/client/search/matcher.ts';
import { createTextSearch } from '../../src/client/search/text-search.ts';
import type { SearchIndex } from '../../src/payloads/search.ts';
import type { WordIndex } from '../../src/payloads/word-index.ts';

const [names, words] = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'));
const started = performance.now();
const matcher = createMatcher(JSON.parse(names) as SearchIndex);
const search = createTextSearch(JSON.parse(words) as WordIndex, {
  load: () => Promise.reject(new Error('no text is asked for')),
  onArrival: () => undefined,
});
matcher.addTexts(search);
console.log(performance.now() - started);
