/** Gives several files, or all files of a folder, new paths at once. */
import type { RefactorRequest, Refusal } from './request.ts';
import { emptyDraft, pathAfter, type Before, type Draft } from './state.ts';
import { numberInTitle, titleHeading } from './rename.ts';

type RelocateRequest = Extract<RefactorRequest, { action: 'relocate' }>;

export function draftRelocate({ files }: RelocateRequest, before: Before): Draft {
  const draft = emptyDraft();
  const paths = new Map<string, string>();
  draft.relocated = files;
  for (const facts of before.graph.documents) {
    const to = pathAfter(facts.path, files);
    const other = paths.get(to);
    paths.set(to, facts.path);
    if (other !== undefined) draft.refusals.push(taken(to, [other, facts.path]));
    if (to === facts.path) continue;
    draft.renames.push({ from: facts.path, to });
    const heading = titleHeading(facts);
    if (heading) numberInTitle(draft, facts, heading, to, before);
  }
  return draft;
}

/** One path for two documents, of which one may have it already. */
function taken(path: string, documents: readonly string[]): Refusal {
  const message = documents.includes(path)
    ? `${path} is a document already`
    : `${documents.join(' and ')} would both become ${path}`;
  return { message, at: { file: documents.includes(path) ? path : documents[1], line: 1 } };
}
