/** The graph and the variables as plain JSON: versioned, sorted, the same bytes for the same input. */
import type { Definition, EdgeKind, GraphEdge, GraphNode, Place, Unresolved } from '../model/index.ts';
import { componentName } from '../resolve/schemes.ts';
import type { GraphView } from '../view.ts';

const GRAPH_SCHEMA = 'specgraph.graph/1';

/**
 * An edge without nesting. A key is absent where it does not apply: edges that follow from the structure have no place
 * in a text.
 */
export interface ExportedEdge {
  kind: EdgeKind;
  source: string;
  target: string;
  file?: string;
  line?: number;
  column?: number;
  endLine?: number;
  endColumn?: number;
  text?: string;
  via?: GraphEdge['via'];
  resolved: boolean;
  why?: Unresolved;
  nearest?: string;
}

export interface ExportedGraph {
  schema: typeof GRAPH_SCHEMA;
  root: string;
  /** With the key `components` renamed to the word that the profile has for components. */
  nodes: GraphNode[];
  edges: ExportedEdge[];
}

/**
 * One definition: the shape that `variables --format json` and `/variables.json` share. Besides these keys it has one for
 * the parts of the system, named as the profile names them, and one for each field.
 */
export interface ExportedVariable extends Readonly<Record<string, unknown>> {
  name: string;
  counted: boolean;
  number: number | null;
  section: string;
  group: string;
  phase: string | null;
  facets: Record<string, Place[]>;
  /** Facets that this definition must have. */
  required: string[];
  mentions: number;
}

/** The graph as versioned JSON; nodes by id, edges by place. */
export function exportGraph(view: GraphView): ExportedGraph {
  return {
    schema: GRAPH_SCHEMA,
    root: view.root,
    nodes: view.nodes.map((node) => exportNode(node, componentName(view.config).many)),
    edges: view.edges.map(exportEdge),
  };
}

/** The definitions in the order of their tables, counted or not. */
export function exportVariables(view: GraphView): ExportedVariable[] {
  const { many } = componentName(view.config);
  const fields = exportedFields(view);
  return view.definitions.map((definition) => exportVariable(definition, many, fields));
}

/** The keys of each exported variable, in their order. */
export function variableKeys(view: GraphView): string[] {
  return Object.keys(exportVariable(NO_DEFINITION, componentName(view.config).many, exportedFields(view)));
}

function exportedFields({ scheme }: GraphView): string[] {
  return scheme?.fields.map(({ id }) => id) ?? [];
}

const NO_DEFINITION: Definition = {
  kind: '',
  name: '',
  counted: false,
  components: [],
  section: '',
  listedIn: [],
  group: '',
  fields: {},
  facets: {},
  required: [],
  mentions: 0,
  range: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
};

/** @param components key of the parts of the system that a node belongs to */
function exportNode(node: GraphNode, components: string): GraphNode {
  const { id, kind, title, ...rest } = node;
  const named = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key === 'components' ? components : key, value]),
  );
  return present({ id, kind, title, ...named }) as unknown as GraphNode;
}

function exportEdge({
  kind,
  source,
  target,
  range,
  text,
  via,
  resolved,
  why,
  nearest,
}: GraphEdge): ExportedEdge {
  const { file, line, column, endLine, endColumn } = range ?? {};
  return present({
    kind,
    source,
    target,
    file,
    line,
    column,
    endLine,
    endColumn,
    text,
    via,
    resolved,
    why,
    nearest,
  });
}

/** Every key is present: null says that the definition has no such value. */
function exportVariable(
  definition: Definition,
  components: string,
  fields: readonly string[],
): ExportedVariable {
  return {
    name: definition.name,
    counted: definition.counted,
    [components]: definition.components,
    number: definition.number ?? null,
    section: definition.section,
    group: definition.group,
    ...Object.fromEntries(fields.map((id) => [id, definition.fields[id] ?? null])),
    phase: definition.phase ?? null,
    facets: definition.facets,
    required: definition.required,
    mentions: definition.mentions,
  };
}

/** Removes the keys whose value is undefined, so that the printed JSON and the object that a program gets are equal. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
