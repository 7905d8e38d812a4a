import type { Endpoint } from '../model/index.ts';
import { slipBetween } from '../text/near-miss.ts';
import type { Rule } from './rule.ts';

/** So often an endpoint is used before another one that differs by one slip is a misspelling of it. */
const MIN_USES = 4;
/** A short path is alike by chance: the right one stands so often then. */
const SHORT = 5;
const MIN_USES_OF_SHORT = 8;

/** A path with another end or digit is another endpoint: `/vms` beside `/vm`, `/v2` beside `/v1`. */
export const misspelledEndpoint: Rule = {
  id: 'misspelled-endpoint',
  group: 'statements',
  severity: 'warn',
  summary: 'An endpoint that stands once is no misspelling of one that stands often',
  replaces: ['misspelled-name'],
  *check(graph) {
    const uses = Map.groupBy(
      graph.documents.flatMap(({ endpoints }) => endpoints),
      ({ path }) => path,
    );
    for (const [path, [only, ...others]] of uses) {
      if (others.length > 0) continue;
      const meant = [...uses].filter(([other, places]) => isMisspelling(path, other, places));
      if (meant.length !== 1) continue;
      const [[right, [{ range: first }, ...more]]] = meant;
      yield {
        at: only.range,
        message: `The endpoint ${path} stands only here; ${right} stands in ${more.length + 1} other places.`,
        suggestion: right,
        related: [{ at: { file: first.file, line: first.line }, note: right }],
      };
    }
  },
};

function isMisspelling(written: string, meant: string, places: readonly Endpoint[]): boolean {
  const slip = places.length >= MIN_USES ? slipBetween(written, meant) : undefined;
  if (!slip) return false;
  if (written.length < SHORT || meant.length < SHORT)
    return isOneLetter(written) && places.length >= MIN_USES_OF_SHORT;
  if (slip.kind === 'exchanged') return true;
  // At the end, a letter makes another word: `/health` and `/healthz`, `/approve` and `/approver`.
  const isInside = slip.at > 1 && slip.at < Math.min(written.length, meant.length) - 1;
  return isInside && /^[a-z_-]+$/i.test((written[slip.at] ?? 'a') + (meant[slip.at] ?? 'a'));
}

/** `/v` beside `/vm`: no path has a single letter. */
function isOneLetter(path: string): boolean {
  return /^\/[a-z]$/.test(path);
}
