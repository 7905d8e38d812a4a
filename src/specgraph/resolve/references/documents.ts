/** Resolves documents that prose names: "spec/14", or the file beside a section number. */
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { nodeId } from '../ids.ts';
import { directory, joinPath } from '../paths.ts';
import type { Outcome, ReferenceScope } from './scope.ts';

export function resolveDocument(
  reference: RawReference,
  from: DocumentFacts,
  { index, config }: ReferenceScope,
): Outcome | undefined {
  const document = index.find(reference.value, from);
  if (document) return { kind: 'refers', target: nodeId.document(document.facts.id), resolved: true };
  // A file name in code may be any file of any project; a number with the set's own prefix is ours.
  const isOfSet = config.documentPrefix
    ? reference.value.startsWith(`${config.documentPrefix}/`)
    : index.namesNumberedFile(reference.value);
  if (!isOfSet) return undefined;
  const paths = index.all.map((d) => d.facts.path);
  return {
    kind: 'refers',
    target: nodeId.missing(reference.value),
    resolved: false,
    why: 'missing-document',
    nearest: didYouMean(reference.value, paths),
  };
}

/** "nope.md, Section 1": the file is named as a document of the set, and nothing has that name. */
export function missingFile(
  reference: RawReference,
  name: string,
  from: DocumentFacts,
  { index, tree, config }: ReferenceScope,
): Outcome | undefined {
  // Links are checked as links, numbers with the set's prefix as documents.
  if (name.startsWith('./') || !/\.(?:md|markdown|mdx)$/.test(name) || !isBeside(reference, name))
    return undefined;
  if (config.documentPrefix && name.startsWith(`${config.documentPrefix}/`)) return undefined;
  if (tree.kind(joinPath(directory(from.path), name)) || tree.kind(name)) return undefined;
  return {
    kind: 'refers',
    target: nodeId.missing(name),
    resolved: false,
    why: 'missing-document',
    names: { series: reference.series, number: reference.value },
    nearest: didYouMean(
      name,
      index.all.map(({ facts }) => facts.path.slice(facts.path.lastIndexOf('/') + 1)),
    ),
  };
}

/** The name stands directly before or behind the number: "nope.md, Section 1", "Section 1 of nope.md". */
function isBeside({ context, text }: RawReference, name: string): boolean {
  const between = context.includes(`${name}${text}`)
    ? ''
    : (betweenWords(context, name, text) ?? betweenWords(context, text, name));
  return (
    between !== undefined &&
    /^[`*_"”)\]]*,?\s*(?:(?:of|in|from)\s+(?:the\s+)?(?:file\s+)?)?[`*_"“([]*$/.test(between)
  );
}

function betweenWords(context: string, first: string, second: string): string | undefined {
  const end = context.indexOf(first) + first.length;
  const at = context.indexOf(second, end);
  return context.includes(first) && at >= 0 ? context.slice(end, at) : undefined;
}
