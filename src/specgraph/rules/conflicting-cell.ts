import { isDocument } from '../kinds/nodes.ts';
import type { Problem, SourceRange } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { nodeId } from '../resolve/ids.ts';
import type { Statement } from '../resolve/registers/column.ts';
import { columnsOf } from '../resolve/registers/columns.ts';
import { disagreements, type Disagreement } from '../resolve/registers/compare.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/**
 * Tables are compared where their rows have the same keys and most of their cells agree: what differs then is a mistake.
 */
export const conflictingCell: Rule = {
  id: 'conflicting-cell',
  group: 'statements',
  severity: 'error',
  summary: 'Tables, headers and footers that state the same of the same thing agree',
  *check(graph) {
    for (const found of disagreements(yield* columnsOf(graph)))
      if (found === PAUSE) yield PAUSE;
      else yield* describe(found, graph);
  },
};

function* describe({ key, wrong, right }: Disagreement, graph: GraphView): Iterable<Problem> {
  const name = nameOf(key, graph);
  for (const statement of wrong) {
    if (!statement.range) continue;
    const others = (right.length > 0 ? right : wrong).filter((other) => other !== statement);
    const [first] = others;
    const further = others.length > 1 ? ` and ${others.length - 1} more` : '';
    yield {
      at: placeIn(statement, first) ?? statement.range,
      message: `"${statement.column.title}" of ${name} is ${textOf(statement, graph)} here and ${textOf(first, graph)} in ${placeOf(first)}${further}.`,
      suggestion: right.length > 0 ? textOf(first, graph).replaceAll('"', '') : undefined,
      related: others.flatMap((other) =>
        other.range
          ? [{ at: { file: other.range.file, line: other.range.line }, note: textOf(other, graph) }]
          : [],
      ),
    };
  }
}

/** The place of the first id that the other statement does not have. */
function placeIn({ value, places }: Statement, other: Statement): SourceRange | undefined {
  if (!places || value.form !== 'things' || other.value.form !== 'things') return undefined;
  const { ids } = other.value;
  const added = [...value.ids].find((id) => !ids.has(id));
  return added === undefined ? undefined : places.get(added);
}

function textOf({ value, text }: Statement, graph: GraphView): string {
  return value.form === 'things' ? [...value.ids].map((id) => nameOf(id, graph)).join(', ') : `"${text}"`;
}

function placeOf({ range }: Statement): string {
  return range ? `${range.file}:${range.line}` : 'the configuration';
}

function nameOf(id: string, graph: GraphView): string {
  const node = graph.node(id);
  if (!node) return `"${id}"`;
  if (isDocument(node)) return node.file;
  return graph.kind(node.kind)!.label.replace('{id}', nodeId.nameOf(id)).replace('{title}', node.title);
}
