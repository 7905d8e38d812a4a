/** What the configuration and its profiles say about the definitions of each kind: tables, fields and facets. */
import type { FacetConfig, OverrideConfig, VariablesConfig } from '../config-definitions.ts';
import type { SpecConfig } from '../config.ts';
import { variableKind } from '../kinds/variable.ts';
import type { Facet, FacetForm, Field, ComponentName } from '../model/index.ts';
import { wordsOfKey } from '../text/names.ts';
import { COMMON_FIELDS, fieldsOf } from './fields.ts';

/** How the definitions of one kind are read and checked. */
export interface DefinitionScheme {
  /** Id of the kind. */
  kind: string;
  /** How a single one is called: "variable". */
  name: string;
  /** Headings of the column of names in definition tables and other tables that state values. */
  columns: readonly string[];
  /** A whole name. */
  pattern: RegExp;
  /** Tables whose rows are definitions. */
  tables: VariablesConfig['definitions'];
  /** Names that several tables list and the count takes once. */
  countedOnce: readonly string[];
  component: ComponentName;
  fields: readonly Field[];
  facets: readonly Facet[];
  exempt: readonly { section: string; facets: readonly string[] }[];
  overrides: readonly OverrideConfig[];
  /** Whether a profile says how names of values stand in code; without one, any name in a code block counts. */
  readsCodeValues: boolean;
}

const VARIABLE_COLUMNS = ['Variable'];
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** The scheme of the variables; undefined where the configuration has none. */
export function variableScheme(config: SpecConfig): DefinitionScheme | undefined {
  const { variables } = config;
  if (!variables) return undefined;
  return {
    kind: variableKind.id,
    name: variableKind.name.one,
    columns: VARIABLE_COLUMNS,
    pattern: VARIABLE_NAME,
    tables: variables.definitions,
    countedOnce: variables.countedOnce ?? [],
    component: componentName(config),
    fields: fieldsOf(baseFields(config), variables.fields ?? {}),
    facets: facetsOf(config, variables.facets ?? {}),
    exempt: variables.exempt ?? [],
    overrides: variables.overrides ?? [],
    readsCodeValues: (config.profiles ?? []).some(({ codeValues = [] }) => codeValues.length > 0),
  };
}

/** How the specification calls the parts of its system. */
export function componentName(config: SpecConfig): ComponentName {
  return (
    config.profiles?.find((profile) => profile.component)?.component ?? {
      one: 'component',
      many: 'components',
    }
  );
}

function baseFields(config: SpecConfig): readonly Field[] {
  const own = (config.profiles ?? []).flatMap((profile) => profile.fields ?? []);
  return own.length > 0 ? own : COMMON_FIELDS;
}

function facetsOf(config: SpecConfig, given: Readonly<Record<string, FacetConfig>>): Facet[] {
  return Object.entries(given).map(([id, one]) => {
    const { places, ...more } = Array.isArray(one) ? { places: one } : one;
    const known = config.profiles?.map((profile) => profile.facets?.[id]).find((form) => form !== undefined);
    const inferred: FacetForm = {
      title: wordsOfKey(id),
      in: 'rows',
      needs: places.some(({ component }) => component !== undefined) ? 'all' : 'one',
    };
    return { ...inferred, ...known, ...more, id, places };
  });
}
