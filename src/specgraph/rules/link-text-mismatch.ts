import type { GraphEdge, Problem, SectionNode } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

const SECTION_TEXT = /(?:^|[\s,])Section (\d+(?:\.\d+)*[a-z]?)$/;

/**
 * Only texts that name a document of the set or a section number are compared; a text such as "details" fits any
 * target.
 */
export const linkTextMismatch: Rule = {
  id: 'link-text-mismatch',
  group: 'links',
  severity: 'error',
  summary: 'The document and section that a link names are those it leads to',
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.via !== 'link' || !edge.resolved || !edge.text) continue;
      const problem = wrongDocument(edge, graph) ?? wrongSection(edge, graph);
      if (problem) yield problem;
    }
  },
};

function wrongDocument(edge: GraphEdge, graph: GraphView): Problem | undefined {
  const target = graph.document(documentOf(edge.target) ?? '');
  const named = namedDocument(edge.text!.trim(), graph);
  if (!target || !named || named === target.id) return undefined;
  return {
    at: placeOf(edge),
    message: `The text says "${edge.text}", the link leads to ${target.path}.`,
    suggestion: `make both name the same document`,
  };
}

function namedDocument(text: string, graph: GraphView): string | undefined {
  const path = /^[\w./-]+\.md$/.exec(text) ? text : undefined;
  const number =
    graph.config.documentPrefix && new RegExp(`^${graph.config.documentPrefix}/(\\d+)\\b`).exec(text)?.[1];
  if (number) return graph.document(number)?.id;
  if (!path) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const sameName = graph.documentsNamed(name);
  return sameName.length === 1 ? graph.document(sameName[0])?.id : undefined;
}

function wrongSection(edge: GraphEdge, graph: GraphView): Problem | undefined {
  const stated = SECTION_TEXT.exec(edge.text!.trim())?.[1];
  const target = graph.node(edge.target);
  if (stated === undefined || target?.kind !== 'section') return undefined;
  const actual = (target as SectionNode).number;
  if (actual === undefined || actual === stated) return undefined;
  return {
    at: placeOf(edge),
    message: `The text says Section ${stated}, the link leads to Section ${actual} ("${target.title}").`,
    suggestion: `make both name the same section`,
  };
}
