import { expect, test } from 'vitest';
import { countWordsIn } from '#specgraph/text/word-counts';

const count = (text: string, word: string): number | undefined =>
  countWordsIn([text], new Set([word])).get(word);

test.each([
  ['Retry and retry, RETRY.', 'retry', 3],
  ['maxRetry max_retry MAX_RETRY max-retry retryMax', 'retry', 5],
  ['retrying tretry', 'retry', 0],
  ['HTTPServer and HTTPs', 'server', 1],
  ['HTTPServer', 'http', 1],
  ['été retry', 'retry', 1],
  ['', 'retry', 0],
])('%j has %j %i times', (text, word, times) => {
  expect(count(text, word)).toBe(times);
});
