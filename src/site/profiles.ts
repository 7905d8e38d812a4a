/** Which parts of pages a set has because of its profiles. */
import type { GraphView } from '#specgraph';

/** The id of the profile whose variables have a USER_INPUT, and of which the builder makes the context of a template. */
const OPENNEBULA = 'opennebula';

export function isOpenNebula({ config }: Pick<GraphView, 'config'>): boolean {
  return (config.profiles ?? []).some(({ id }) => id === OPENNEBULA);
}
