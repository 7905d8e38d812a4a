/** Destinations of links: paths, and the anchors of documents. */
import path from 'node:path';
import { CompletionItemKind } from 'vscode-languageserver';
import { nodeId, type DocumentFacts } from '#specgraph';
import type { ReadSet } from '../../read-set.ts';
import type { Candidate, Candidates, Typing } from './candidates.ts';

/** The beginning of `](…`, `[label]: …`, `href="…`. */
const DESTINATION = /(?:\]\(\s*<?|^ {0,3}\[[^\]]+\]:\s*<?|\b(?:href|src)=["'])(?<typed>[^()\s<>"']*)$/;

/** @returns undefined where the cursor does not stand in a destination */
export function destinationItems({ set, facts, before }: Typing): Candidates | undefined {
  const typed = DESTINATION.exec(before)?.groups?.typed;
  if (typed === undefined || /^[a-z][a-z0-9+.-]*:/i.test(typed)) return undefined;
  const { file = '', anchor } = /^(?<file>[^#]*)(?<anchor>#.*)?$/.exec(typed)!.groups!;
  if (anchor === undefined)
    return { typed, items: [...(typed === '' ? anchorsOf(facts) : []), ...paths(set, facts, typed)] };
  const target = file === '' ? facts : documentAt(set, facts, file);
  return { typed: anchor, items: target ? anchorsOf(target) : [] };
}

function anchorsOf(facts: DocumentFacts): Candidate[] {
  return [
    ...facts.sections.map(({ slug, heading }) => ({
      label: `#${slug}`,
      kind: CompletionItemKind.Reference,
      detail: heading,
      node: nodeId.section(facts.id, slug),
    })),
    ...facts.anchors
      .filter(({ renderer }) => renderer === undefined)
      .map(({ name }) => ({ label: `#${name}`, kind: CompletionItemKind.Reference })),
  ];
}

function documentAt(
  { graph, project }: ReadSet,
  facts: DocumentFacts,
  url: string,
): DocumentFacts | undefined {
  const folder = url.startsWith('/') ? project.corpus.repositoryRoot : path.posix.dirname(facts.path);
  const file = path.posix.join(folder, decodeURI(url));
  return graph.documents.find((one) => one.path === file);
}

/** The files beside what is typed; and all documents of the set where no folder is typed yet. */
function paths(set: ReadSet, facts: DocumentFacts, typed: string): Candidate[] {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const own = path.posix.dirname(facts.path);
  const from = typed.startsWith('/') ? set.project.corpus.repositoryRoot : own;
  const entries = set
    .list(path.posix.join(from, decodeURI(folder) || '.'))
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .map(({ name, isFolder }): Candidate => ({
      label: `${folder}${encode(name)}${isFolder ? '/' : ''}`,
      kind: isFolder ? CompletionItemKind.Folder : CompletionItemKind.File,
    }));
  const documents = set.graph.documents
    .filter(({ path: file }) => file !== facts.path)
    .map((document): Candidate => ({
      label: encode(path.posix.relative(own, document.path)),
      kind: CompletionItemKind.File,
      detail: document.title,
      node: nodeId.document(document.id),
    }))
    .filter(({ label }) => label.startsWith(folder));
  const named = new Set(documents.map(({ label }) => label));
  return [...documents, ...entries.filter(({ label }) => !named.has(label))];
}

/** Blanks and brackets would end a destination. */
function encode(name: string): string {
  return name
    .replace(/[\s()<>%#?]/g, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
}
