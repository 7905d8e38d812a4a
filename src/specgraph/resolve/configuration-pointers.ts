/** Everything that a configuration names by its id, number or heading, and that must exist in the set. */
import type { FacetConfig } from '../config-definitions.ts';
import type { SpecConfig } from '../config.ts';
import type { ConfigPath } from '../model/index.ts';

/** What a value of the configuration names. */
export type PointerTarget =
  | 'columns'
  | 'components'
  | 'definition tables'
  | 'documents'
  | 'facets'
  | 'fields'
  | 'files'
  | 'numbers'
  | 'parts'
  | 'phases'
  | 'quantities'
  | 'sections'
  | 'steps'
  | 'variables';

export interface ConfigPointer {
  path: ConfigPath;
  to: PointerTarget;
  value: string;
  /** The document that a section, column or step belongs to. */
  document?: string;
  /** The section that a column belongs to. */
  section?: string;
  /** Index of the part. */
  part?: number;
}

type Place = { document: string; section: string };

/** Lists the pointers of a configuration in the order of its keys. Those of `kinds` are found by their own rule. */
export function pointersOf(config: SpecConfig): ConfigPointer[] {
  return [
    ...(config.documentNumber === undefined
      ? []
      : [{ path: ['documentNumber'], to: 'numbers' as const, value: config.documentNumber }]),
    ...filePointers(config),
    ...overviewPointers(config),
    ...partPointers(config),
    ...attributePointers(config),
    ...variablePointers(config),
    ...(config.stepSequences ?? []).flatMap(({ document }, i) =>
      values(['stepSequences', i], 'documents', { document }),
    ),
    ...(config.phases ?? []).flatMap(({ dependsOn }, i) =>
      values(['phases', i, 'dependsOn'], 'phases', dependsOn),
    ),
    ...kindFacetPointers(config),
    ...(config.buildsOn ?? []).flatMap((pair, i) => values(['buildsOn', i], 'documents', pair)),
    ...quantityPointers(config),
    ...claimPointers(config),
  ];
}

function overviewPointers({ overview }: SpecConfig): ConfigPointer[] {
  if (!overview) return [];
  const { column } = overview;
  return [
    ...place(['overview'], overview),
    ...(column === undefined ? [] : [columnPointer(['overview', 'column'], column, overview)]),
  ];
}

/** The files that a configuration names, relative to the folder of the set. */
export function filesNamedBy(config: SpecConfig): string[] {
  return filePointers(config).map(({ value }) => value);
}

function filePointers({ site }: SpecConfig): ConfigPointer[] {
  const { logo, builderRules, styles } = site ?? {};
  return [
    ...values(['site'], 'files', { logo, builderRules }),
    ...values(['site', 'styles'], 'files', styles),
  ];
}

/** The patterns of one part count together: some of them may leave files out. */
function partPointers({ parts = [] }: SpecConfig): ConfigPointer[] {
  return parts.map(({ files }, i) => ({
    path: ['parts', i, 'files'],
    to: 'parts',
    value: files.join(', '),
    part: i,
  }));
}

function attributePointers({ names }: SpecConfig): ConfigPointer[] {
  return (names?.attributes ?? []).flatMap((attribute, i) =>
    (['publishedBy', 'readBy'] as const).flatMap((role) =>
      (attribute[role] ?? []).flatMap(({ at }, party) =>
        place(['names', 'attributes', i, role, party, 'at'], at),
      ),
    ),
  );
}

function variablePointers({ variables }: SpecConfig): ConfigPointer[] {
  if (!variables) return [];
  return [
    ...variables.definitions.flatMap((table, i) => place(['variables', 'definitions', i], table)),
    ...values(['variables', 'countedOnce'], 'variables', variables.countedOnce),
    ...Object.entries(variables.facets ?? {}).flatMap(([id, facet]) =>
      facetPointers(['variables', 'facets', id], facet),
    ),
    ...(variables.exempt ?? []).flatMap(({ section, facets }, i) => [
      ...values(['variables', 'exempt', i], 'definition tables', { section }),
      ...values(['variables', 'exempt', i, 'facets'], 'facets', facets),
    ]),
    ...(variables.overrides ?? []).flatMap((override, i) => {
      const at = ['variables', 'overrides', i];
      return [
        ...values(at, 'documents', { document: override.document }),
        ...values([...at, 'sections'], 'sections', override.sections, override.document),
        ...values([...at, 'names'], 'variables', override.names),
        ...values([...at, 'fields'], 'fields', override.fields),
      ];
    }),
  ];
}

function facetPointers(path: ConfigPath, facet: FacetConfig): ConfigPointer[] {
  const [places, at] = Array.isArray(facet) ? [facet, path] : [facet.places, [...path, 'places']];
  return places.flatMap((one, i): ConfigPointer[] => [
    ...place([...at, i], one),
    ...(one.component === undefined
      ? []
      : [{ path: [...at, i, 'component'], to: 'components' as const, value: one.component }]),
  ]);
}

/** Kinds call documents and sections by file name and title too; places that do not exist are left to their rule. */
function kindFacetPointers({ kinds = {} }: SpecConfig): ConfigPointer[] {
  return Object.entries(kinds).flatMap(([kind, { facets = {} }]) =>
    Object.entries(facets).flatMap(([id, facet]) => {
      const path = ['kinds', kind, 'facets', id];
      const [places, at] = Array.isArray(facet) ? [facet, path] : [facet.places, [...path, 'places']];
      return places.flatMap((one, i) => place([...at, i], one));
    }),
  );
}

function quantityPointers({ quantities = {} }: SpecConfig): ConfigPointer[] {
  return Object.entries(quantities).flatMap(([name, { section, phase, document, except, with: field }]) => {
    const path = ['quantities', name];
    return [
      ...values(path, 'definition tables', { section }),
      ...values(path, 'phases', { phase }),
      ...values(path, 'documents', { document }),
      ...(document === undefined ? [] : values([...path, 'except'], 'steps', except, document)),
      ...values(path, 'fields', { with: field }),
    ];
  });
}

function claimPointers({ claims = [], countTables = [] }: SpecConfig): ConfigPointer[] {
  return [
    ...claims.flatMap(({ quantity, within }, i) => [
      ...(typeof quantity === 'string'
        ? values(['claims', i], 'quantities', { quantity })
        : values(['claims', i, 'quantity'], 'quantities', quantity)),
      ...(within ? place(['claims', i, 'within'], within) : []),
    ]),
    ...countTables.flatMap((table, i) => [
      ...place(['countTables', i], table),
      columnPointer(['countTables', i, 'column'], table.column, table),
      ...table.rows.flatMap(({ quantity }, row) =>
        values(['countTables', i, 'rows', row], 'quantities', { quantity }),
      ),
    ]),
  ];
}

function place(path: ConfigPath, { document, section }: Place): ConfigPointer[] {
  return [...values(path, 'documents', { document }), ...values(path, 'sections', { section }, document)];
}

function columnPointer(path: ConfigPath, value: string, { document, section }: Place): ConfigPointer {
  return { path, to: 'columns', value, document, section };
}

/** One pointer for each element of a list, or for each entry of an object that has a value. */
function values(
  path: ConfigPath,
  to: PointerTarget,
  given: readonly string[] | Readonly<Record<string, string | undefined>> = [],
  document?: string,
): ConfigPointer[] {
  const entries: [string | number, string | undefined][] = Array.isArray(given)
    ? given.map((value: string, i) => [i, value])
    : Object.entries(given);
  return entries.flatMap(([key, value]) =>
    value === undefined ? [] : [{ path: [...path, key], to, value, document }],
  );
}
