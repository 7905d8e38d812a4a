import type { GraphEdge, Problem, SourceRange } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { placeOf, relativeUrl } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** Checked only where the set numbers its documents: elsewhere a file name in code may be any file. */
export const unlinkedDocument: Rule = {
  id: 'unlinked-document',
  group: 'documents',
  severity: 'warn',
  summary: 'A document that is named in code is a link',
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.kind !== 'refers' || edge.via !== 'code' || !edge.resolved) continue;
      const target = documentOf(edge.target)!;
      if (documentOf(edge.source) !== target && graph.document(target)?.number !== undefined)
        yield describe(edge, graph);
    }
  },
};

function describe(edge: GraphEdge, graph: GraphView): Problem {
  const at = placeOf(edge);
  const url = relativeUrl(at.file, graph.document(documentOf(edge.target)!)!.path);
  const link = `[\`${edge.text}\`](${url})`;
  const range = { ...at, column: at.column - 1, endColumn: at.endColumn + 1 };
  return {
    at,
    message: `\`${edge.text}\` names a document of the set and is not a link.`,
    suggestion: link,
    fix: isCodeSpan(range, edge.text!, graph) ? [{ range, text: link }] : undefined,
  };
}

/** Whether the name and its backticks are all of the code span: not "`` `a.md` ``", and not one name among others. */
function isCodeSpan(range: SourceRange, name: string, graph: GraphView): boolean {
  const facts = graph.documents.find(({ path }) => path === range.file);
  const start = (facts?.lineStarts[range.line - 1] ?? 0) + range.column - 1;
  const source = facts?.source ?? '';
  const isAlone = source[start - 1] !== '`' && source[start + name.length + 2] !== '`';
  return isAlone && source.startsWith(`\`${name}\``, start);
}
