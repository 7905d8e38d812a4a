import type { LabelledPort } from '../model/index.ts';
import type { Rule } from './rule.ts';
import { countUses } from './shared/uses.ts';

/** So often the same words must stand beside one port before another one beside them is a mistake. */
const MIN_USES = 3;
/** So often the number must be used as a port, since a year may stand in parentheses as well. */
const MIN_PORTS = 2;

/** The words directly before the number tell whose port it is. What has several ports in the set is left alone. */
export const conflictingPort: Rule = {
  id: 'conflicting-port',
  group: 'statements',
  severity: 'error',
  summary: 'What has one port throughout the set has it everywhere',
  replaces: ['misspelled-number'],
  *check({ documents }) {
    const labelled = documents.flatMap(({ constants }) => constants.labelledPorts);
    const ports = Map.groupBy(
      documents.flatMap((facts) => facts.ports),
      ({ port }) => port,
    );
    for (const own of Map.groupBy(labelled, ({ label }) => label.toLowerCase()).values()) {
      const [usual, [single, ...others] = [], ...more] = [
        ...Map.groupBy(own, ({ port }) => port).values(),
      ].toSorted((a, b) => b.length - a.length);
      if (!single || others.length > 0 || more.length > 0 || countUses(usual) < MIN_USES) continue;
      if ((ports.get(usual[0].port)?.length ?? 0) >= MIN_PORTS) yield describe(single, usual);
    }
  },
};

function describe({ label, port, range }: LabelledPort, usual: readonly LabelledPort[]) {
  const [{ port: meant, range: first }] = usual;
  return {
    at: range,
    message: `The port of ${label} is ${port} only here, and ${meant} in ${usual.length} other places.`,
    suggestion: meant,
    related: [{ at: { file: first.file, line: first.line }, note: `port ${meant}` }],
  };
}
