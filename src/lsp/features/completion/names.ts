/** Names in prose and in code spans: documents, variables, and ids of every kind. */
import { CompletionItemKind } from 'vscode-languageserver';
import {
  isDocument,
  isSection,
  isStep,
  nodeId,
  oncePer,
  writtenId,
  type DocumentNode,
  type GraphNode,
  type GraphView,
} from '#specgraph';
import type { Candidate, Candidates, Typing } from './candidates.ts';

const TYPED = /[^\s`"'()[\]|,;]*$/;
/** A large set has thousands of names; nobody reads more than these. */
const MAX_ITEMS = 200;

/** @returns the names that contain the letters before the cursor, those that begin with them first */
export function nameItems({ set, before }: Typing): Candidates | undefined {
  const [typed] = TYPED.exec(before)!;
  const wanted = typed.toLowerCase();
  const all = candidatesOf(set.graph)
    .flatMap((item) => {
      const at = item.label.toLowerCase().indexOf(wanted);
      return at < 0 ? [] : [{ item, isLater: at > 0 }];
    })
    .toSorted((a, b) => Number(a.isLater) - Number(b.isLater))
    .map(({ item }) => item);
  return { typed, items: all.slice(0, MAX_ITEMS), isCut: all.length > MAX_ITEMS };
}

const candidatesOf = oncePer((graph: GraphView): Candidate[] =>
  graph.nodes.flatMap((node) => {
    if (isDocument(node)) return documentItems(graph, node);
    return isSection(node) || isStep(node) ? [] : idItems(graph, node);
  }),
);

/** "spec/14-edge-and-auto-scaling.md" and "spec/14". */
function documentItems({ config }: GraphView, node: DocumentNode): Candidate[] {
  const item = { kind: CompletionItemKind.File, detail: node.title, node: node.id };
  const prefix = config.documentPrefix;
  const short = node.number !== undefined && prefix ? [{ ...item, label: `${prefix}/${node.number}` }] : [];
  return [...short, { ...item, label: node.file }];
}

/** Bare numbers are offered behind the word that announces them only. */
function idItems(graph: GraphView, node: GraphNode): Candidate[] {
  const label = writtenId(node) ?? nodeId.nameOf(node.id);
  if (/^[\d.]+$/.test(label)) return [];
  const kind = graph.kind(node.kind)?.name.one ?? node.kind;
  const detail = node.title && node.title !== label ? [kind, node.title].join(': ') : kind;
  return [{ label, kind: CompletionItemKind.Constant, detail, node: node.id }];
}
