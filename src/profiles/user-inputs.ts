/** What pages know of variables whose values a user is asked for: whether a set has them, and what their strings say. */
import type { GraphView } from '#specgraph';
import { opennebula } from './opennebula/index.ts';

export { USER_INPUT_FIELD } from './opennebula/fields.ts';
export { inputParts, type InputPart } from './opennebula/input-parts.ts';
export { parseUserInput } from './opennebula/user-input.ts';

/** Whether the variables of a set have a USER_INPUT, of which the builder makes the context of a template. */
export function hasUserInputs({ config }: Pick<GraphView, 'config'>): boolean {
  return (config.profiles ?? []).some(({ id }) => id === opennebula.id);
}
