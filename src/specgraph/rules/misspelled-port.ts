import type { Port } from '../model/index.ts';
import { slipBetween } from '../text/near-miss.ts';
import type { Rule } from './rule.ts';

/** So often a port is used before another one with exchanged digits is a slip. */
const MIN_USES = 4;

/** Only exchanged digits are compared: ports next to each other (9091, 9092) differ in one digit on purpose. */
export const misspelledPort: Rule = {
  id: 'misspelled-port',
  group: 'statements',
  severity: 'error',
  summary: 'A port that stands once is none of the other ports with two digits exchanged',
  replaces: ['conflicting-port', 'misspelled-number'],
  *check(graph) {
    const uses = Map.groupBy(
      graph.documents.flatMap(({ ports }) => ports),
      ({ port }) => port,
    );
    for (const [port, [only, ...others]] of uses) {
      if (others.length > 0) continue;
      const meant = exchangedIn(port, uses);
      if (!meant) continue;
      const [{ range: first }] = meant;
      yield {
        at: only.range,
        message: `Port ${port} stands only here; ${meant[0].port} stands in ${meant.length} other places.`,
        suggestion: meant[0].port,
        related: [{ at: { file: first.file, line: first.line }, note: `port ${meant[0].port}` }],
      };
    }
  },
};

/** The uses of a frequent port with two digits exchanged. */
function exchangedIn(port: string, uses: ReadonlyMap<string, Port[]>): Port[] | undefined {
  for (const [other, places] of uses)
    if (places.length >= MIN_USES && slipBetween(port, other)?.kind === 'exchanged') return places;
  return undefined;
}
