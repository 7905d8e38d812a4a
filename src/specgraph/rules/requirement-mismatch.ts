import { requirementKind } from '../kinds/requirement.ts';
import { isDocument } from '../kinds/nodes.ts';
import type { DocumentFacts, GraphEdge, Problem, TableRow } from '../model/index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import { joinWords } from '../text/lists.ts';
import { fieldOf } from '../text/header-fields.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** What a sentence says before the requirements that its document meets. */
const MEETS =
  /(?:\b[Tt]his (?:document|specification|page|file)|(?:^|[.:] )It)(?: \w+)? (?:meets?|satisf(?:y|ies)|implements?|fulfil+s?|covers?|addresses)\b[^.;|]*$/;
/** So many rows of a table must agree with the headers of their documents, and all others of it. */
const MIN_ROWS = 3;

/** A document names the requirements that it meets in its header, and other places name them again. */
export const requirementMismatch: Rule = {
  id: 'requirement-mismatch',
  group: 'claims',
  severity: 'error',
  summary:
    'A requirement that a text says a document meets stands in its header, and has the title beside it',
  *check(graph, { config }) {
    if (!config.requirements?.length) return;
    yield* inSentences(graph);
    yield* besideTitles(graph, config.requirements);
    for (const { tables } of graph.documents) for (const { rows } of tables) yield* inRows(rows, graph);
  },
};

function* inSentences(graph: GraphView): Iterable<Problem> {
  for (const edge of graph.edges) {
    if (!isOfRequirement(edge) || edge.kind !== 'mentions' || !edge.context || !edge.text) continue;
    const facts = graph.document(documentOf(edge.source) ?? '');
    const own = facts && isMet(edge.target, graph) ? metBy(facts.id, graph) : [];
    if (!facts || own.length === 0 || own.includes(nodeId.nameOf(edge.target))) continue;
    if (MEETS.test(edge.context.slice(0, edge.context.indexOf(edge.text)))) yield describe(edge, facts, own);
  }
}

/** "NET-02 (listening on a port)" where NET-01 is "Listening on ports": words of the title of another requirement. */
function* besideTitles(graph: GraphView, all: readonly { id: string; title: string }[]): Iterable<Problem> {
  const words = new Map(all.map(({ id, title }) => [id, new Set(wordsOf(title))]));
  for (const edge of graph.edges) {
    if (!isOfRequirement(edge) || edge.kind !== 'mentions' || !edge.context || !edge.text) continue;
    const rest = edge.context.slice(edge.context.indexOf(edge.text) + edge.text.length);
    const beside = wordsOf(BESIDE.exec(rest)?.groups!.words ?? '');
    const shared = (id: string): number => beside.filter((word) => words.get(id)!.has(word)).length;
    const own = nodeId.nameOf(edge.target);
    if (beside.length === 0 || !words.has(own) || shared(own) > 0) continue;
    const [meant, ...more] = all.filter(({ id }) => shared(id) >= MIN_SHARED);
    if (!meant || more.length > 0) continue;
    const { title } = all.find(({ id }) => id === own)!;
    yield {
      at: edge.range!,
      message: `The words beside ${own} are those of ${meant.id}, "${meant.title}"; ${own} is "${title}".`,
      suggestion: meant.id,
    };
  }
}

/** Words that say what a requirement asks for. */
const BESIDE = /^(?: \(|: )(?<words>[^().:;|]{4,80})/;
const MIN_SHARED = 2;

/** Longer words in small letters and in the singular. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.replace(/s$/, ''));
}

/** Rows that name requirements and documents: the only one in which no document names one of the requirements. */
function* inRows(rows: readonly TableRow[], graph: GraphView): Iterable<Problem> {
  if (rows.length <= MIN_ROWS) return;
  const judged = rows.flatMap(({ range }) => {
    const edges = graph.edgesOn(range.file, range.line);
    const named = edges.filter(
      (edge) => isOfRequirement(edge) && edge.kind === 'mentions' && isMet(edge.target, graph),
    );
    const documents = [...new Set(edges.flatMap((edge) => documentNamed(edge, graph) ?? []))];
    const met = documents.flatMap(({ id }) => metBy(id, graph));
    if (named.length === 0 || met.length === 0) return [];
    return [{ documents, met, wrong: named.filter(({ target }) => !met.includes(nodeId.nameOf(target))) }];
  });
  const wrong = judged.filter((row) => row.wrong.length > 0);
  if (wrong.length !== 1 || judged.length <= MIN_ROWS) return;
  const [{ wrong: edges, documents, met }] = wrong;
  for (const edge of edges) yield describe(edge, documents[0], met);
}

function documentNamed({ kind, target, resolved }: GraphEdge, graph: GraphView): DocumentFacts | undefined {
  const id = kind === 'refers' && resolved ? documentOf(target) : undefined;
  return id !== undefined && isDocument(graph.node(id)) ? graph.document(id) : undefined;
}

/** Whether the header of any document but the overview names it: else another rule says that nobody claims to meet it. */
function isMet(target: string, graph: GraphView): boolean {
  const overview = graph.config.overview && graph.document(graph.config.overview.document);
  return graph.incoming(target).some(({ kind, source }) => kind === 'satisfies' && source !== overview?.id);
}

function isOfRequirement({ target, resolved, range }: GraphEdge): boolean {
  return resolved && range !== undefined && nodeId.kindOf(target) === requirementKind.id;
}

/** The requirements that the header of a document names. */
function metBy(document: string, graph: GraphView): string[] {
  return graph
    .outgoing(nodeId.document(document))
    .filter(({ kind }) => kind === 'satisfies')
    .map(({ target }) => nodeId.nameOf(target));
}

function describe({ range, target }: GraphEdge, facts: DocumentFacts, own: readonly string[]): Problem {
  const field = fieldOf(facts.header, 'Requirement');
  return {
    at: range!,
    message: `${facts.path} is said to meet ${nodeId.nameOf(target)}; its header names ${joinWords(own)}.`,
    suggestion: own.length === 1 ? own[0] : undefined,
    related: field && [{ at: { file: facts.path, line: field.range.line }, note: 'the header' }],
  };
}
