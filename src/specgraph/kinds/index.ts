/** The kinds that are active for a configuration. */
import type { SpecConfig } from '../config.ts';
import { BUILT_IN_KINDS } from './built-in.ts';
import { configuredKind } from './configured.ts';
import type { Kind } from './kind.ts';

export { BUILT_IN_KINDS } from './built-in.ts';
export { normalId } from './ids.ts';
export { isDefined, labelOfId, longLabelOf, writtenId, type LabelledKind } from './labels.ts';
export * from './nodes.ts';
export type * from './kind.ts';

/**
 * @returns the rows that are active: built-in kinds, except those whose list the configuration does not have, and then
 * the kinds of the configuration
 */
export function kindsOf(config: SpecConfig): readonly Kind[] {
  return [
    ...BUILT_IN_KINDS.filter((kind) => isActive(kind, config)),
    ...Object.entries(config.kinds ?? {}).map(([id, given], i) => configuredKind(id, given, i)),
  ];
}

/** A kind that only the configuration can define is active where the configuration has its list. */
function isActive({ definitions }: Kind, config: SpecConfig): boolean {
  const lists = definitions.flatMap((form) => (form.from === 'configuration' ? [form.list] : []));
  return lists.length === 0 || lists.some((list) => hasEntries(config, list));
}

function hasEntries(config: SpecConfig, list: string): boolean {
  let value: unknown = config;
  for (const key of list.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** Whether the things of a kind of the configuration are documents of the set, named by their numbers. */
export function isOfDocuments({ definitions }: Kind): boolean {
  return definitions.some((form) => form.from === 'files' && form.pattern !== undefined);
}
