/** The graph and the variables as plain JSON: versioned, sorted, the same bytes for the same input. */
import type {
  EdgeKind,
  Facet,
  GraphEdge,
  GraphNode,
  Place,
  Unresolved,
  VariableDefinition,
} from '../model/index.ts';
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
  nodes: GraphNode[];
  edges: ExportedEdge[];
}

/** One definition: the shape that `variables --format json` and `/variables.json` share. */
export interface ExportedVariable {
  name: string;
  counted: boolean;
  appliances: string[];
  number: number | null;
  section: string;
  group: string;
  type: string | null;
  mandatory: boolean | null;
  options: string[] | null;
  default: string | null;
  userInput: string | null;
  validation: string | null;
  flowerMapping: string | null;
  phase: string | null;
  facets: Record<Facet, Place[]>;
  /** Facets that this definition must have. */
  required: Facet[];
  mentions: number;
}

/** The graph as versioned JSON; nodes by id, edges by place. */
export function exportGraph(view: GraphView): ExportedGraph {
  return {
    schema: GRAPH_SCHEMA,
    root: view.root,
    nodes: view.nodes.map(exportNode),
    edges: view.edges.map(exportEdge),
  };
}

/** The definitions in the order of their tables, counted or not. */
export function exportVariables(view: GraphView): ExportedVariable[] {
  return view.definitions.map(exportVariable);
}

function exportNode(node: GraphNode): GraphNode {
  const { id, kind, title, ...rest } = node;
  return present({ id, kind, title, ...rest }) as GraphNode;
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
function exportVariable(definition: VariableDefinition): ExportedVariable {
  return {
    name: definition.name,
    counted: definition.counted,
    appliances: definition.appliances,
    number: definition.number ?? null,
    section: definition.section,
    group: definition.group,
    type: definition.type ?? null,
    mandatory: definition.mandatory ?? null,
    options: definition.options ?? null,
    default: definition.default ?? null,
    userInput: definition.userInput ?? null,
    validation: definition.validation ?? null,
    flowerMapping: definition.flowerMapping ?? null,
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
