/** Lets the names of documents in prose and in code follow: "spec/14", `guide/setup.md`, "BOLT #2". */
import { documentKind } from '../../kinds/document.ts';
import { isOfDocuments } from '../../kinds/index.ts';
import type { DocumentFacts } from '../../model/index.ts';
import { directory, joinPath } from '../../resolve/paths.ts';
import { relativePath } from '../../text/describe.ts';
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { documentWords } from './names-of-targets.ts';
import type { DocumentPointers, ResolvedReference } from './read-pointers.ts';
import type { Rewrite } from './rewrite.ts';
import { holderNow, targetOf } from './targets.ts';

export function followDocuments(
  { facts, references }: DocumentPointers,
  before: Before,
  after: After,
): Rewrite[] {
  return references.flatMap((one): Rewrite[] => {
    const { reference, edge } = one;
    const target = targetOf(edge, before);
    if (!target || target.section) return [];
    const span = spanOf(facts, reference.range);
    const holder = holderNow(facts, span.start, before, after);
    if (!holder) return [];
    const words = facts.source.slice(span.start, span.end);
    const text =
      reference.kind === documentKind.id
        ? nameNow(words, target.facts, facts, holder, before, after)
        : numberNow(one, words, target.facts, before, after);
    if (text === undefined || text === words) return [];
    return [
      { at: reference.range, alternatives: [[{ path: facts.path, ...span, text, sort: 'document name' }]] },
    ];
  });
}

function nameNow(
  words: string,
  was: DocumentFacts,
  facts: DocumentFacts,
  holder: DocumentFacts,
  before: Before,
  after: After,
): string | undefined {
  const now = after.documentNow(was);
  // A path that is relative to the document that holds it.
  if (/\.(?:md|markdown|mdx)$/.test(words) && joinPath(directory(facts.path), words) === was.path) {
    const dot = words.startsWith('./') ? './' : '';
    const isMoved = now.path !== was.path || directory(holder.path) !== directory(facts.path);
    return isMoved ? dot + relativePath(holder.path, now.path) : undefined;
  }
  return documentWords(words, was, now, before);
}

/** "BOLT #2": the number of a configured kind. */
function numberNow(
  { reference }: ResolvedReference,
  words: string,
  was: DocumentFacts,
  { graph }: Before,
  after: After,
): string | undefined {
  const kind = graph.kind(reference.kind);
  if (!kind || !isOfDocuments(kind)) return undefined;
  const number = after.numberOf(kind, after.documentNow(was));
  const at = words.lastIndexOf(reference.value);
  if (number === undefined || at < 0) return undefined;
  const isSame = Number(number) === Number(reference.value) || number === reference.value;
  return isSame ? undefined : words.slice(0, at) + number + words.slice(at + reference.value.length);
}
