/** The kinds that are built in, and those that are active for a configuration. */
import type { SpecConfig } from '../config.ts';
import { attributeKind } from './attribute.ts';
import { documentKind } from './document.ts';
import { figureKind } from './figure.ts';
import { footnoteKind } from './footnote.ts';
import type { Kind } from './kind.ts';
import { phaseKind } from './phase.ts';
import { requirementKind } from './requirement.ts';
import { sectionKind } from './section.ts';
import { stepKind } from './step.ts';
import { tableKind } from './table.ts';
import { variableKind } from './variable.ts';

export type * from './kind.ts';

/** In the order in which legends and lists show them. */
export const BUILT_IN_KINDS: readonly Kind[] = [
  documentKind,
  sectionKind,
  stepKind,
  tableKind,
  figureKind,
  footnoteKind,
  variableKind,
  attributeKind,
  requirementKind,
  phaseKind,
];

/**
 * @returns the rows that are active: built-in kinds, except those whose list the configuration does not have, and then
 * the kinds of the configuration
 */
export function kindsOf(config: SpecConfig): readonly Kind[] {
  return BUILT_IN_KINDS.filter((kind) => isActive(kind, config));
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
