import type { SpecConfig } from '../config.ts';
import { documentKind } from '../kinds/document.ts';
import { NUMBERED_KINDS, PLAIN_SERIES } from '../kinds/numbered.ts';
import { phaseKind } from '../kinds/phase.ts';
import { requirementKind } from '../kinds/requirement.ts';
import { sectionKind } from '../kinds/section.ts';
import { stepKind } from '../kinds/step.ts';
import type { DocumentFacts, GraphEdge, Owner, RawReference, SectionFacts, Tree } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { wordsOf, type DocumentIndex, type IndexedDocument } from './document-index.ts';
import { nodeId } from './ids.ts';
import { lacksItem } from './items.ts';
import { resolveThing } from './resolve-thing.ts';
import type { ThingIndex } from './things.ts';
import { directory, joinPath } from './paths.ts';

/** Everything a name, number or id in prose can point at. */
export interface ReferenceScope {
  index: DocumentIndex;
  tree: Tree;
  config: SpecConfig;
  variables: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
  requirements: ReadonlySet<string>;
  phases: ReadonlySet<string>;
  things: ThingIndex;
  /** Matches a whole name that claims to be a variable or attribute. */
  claimsToBeName?: RegExp;
}

type Outcome = Pick<GraphEdge, 'kind' | 'target' | 'resolved' | 'why' | 'nearest' | 'owner' | 'names'>;

/** @returns the edge, or undefined where the words turn out to be no reference, or not surely one. */
export function resolveReference(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): GraphEdge | undefined {
  const outcome = (RESOLVERS[reference.kind] ?? resolveThing)(reference, from, scope);
  if (!outcome || (!outcome.resolved && reference.unsure)) return undefined;
  return {
    ...outcome,
    source: reference.section ? nodeId.section(from.id, reference.section) : nodeId.document(from.id),
    range: reference.range,
    text: reference.text,
    context: reference.context,
    via: reference.where,
    beside: reference.beside,
    runs: reference.runs,
  };
}

type Resolver = (reference: RawReference, from: DocumentFacts, scope: ReferenceScope) => Outcome | undefined;

const RESOLVERS: Partial<Record<string, Resolver>> = {
  [documentKind.id]: resolveDocument,
  [sectionKind.id]: resolveSection,
  [stepKind.id]: resolveStep,
  name: resolveName,
  [requirementKind.id]: ({ value }, _from, { requirements }) =>
    requirements.has(value)
      ? { kind: 'mentions', target: nodeId.requirement(value), resolved: true }
      : {
          kind: 'mentions',
          target: nodeId.requirement(value),
          resolved: false,
          why: 'unknown-requirement',
          nearest: didYouMean(value, requirements),
        },
  [phaseKind.id]: ({ value }, _from, { phases }) => {
    const number = String(Number.parseInt(value, 10));
    return phases.has(number)
      ? { kind: 'mentions', target: nodeId.phase(number), resolved: true }
      : { kind: 'mentions', target: nodeId.phase(number), resolved: false, why: 'unknown-phase' };
  },
};

function resolveDocument(
  reference: RawReference,
  from: DocumentFacts,
  { index, config }: ReferenceScope,
): Outcome | undefined {
  const document = index.find(reference.value, from);
  if (document) return { kind: 'refers', target: nodeId.document(document.facts.id), resolved: true };
  // A file name in code may be any file of any project; a number with the set's own prefix is ours.
  const isOfSet = config.documentPrefix
    ? reference.value.startsWith(`${config.documentPrefix}/`)
    : index.numbersFiles(reference.value);
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

/** The document that owns a number, and whether that is certain. */
function ownerOf(
  reference: RawReference,
  from: DocumentFacts,
  { index, things }: Pick<ReferenceScope, 'index' | 'things'>,
): { owner: IndexedDocument | undefined; isCertain: boolean } {
  const current = index.byPath.get(from.path)!;
  const { owner } = reference;
  if (owner.kind === 'current')
    return { owner: current, isCertain: !reference.unsure && !isAboutOthers(current.facts) };
  if (owner.kind === 'document')
    return {
      owner: owner.numberOf
        ? documentByNumber(owner.numberOf, owner.name, index, things)
        : index.find(owner.name, from),
      isCertain: !reference.unsure,
    };
  const titled = longestTitle(owner, index);
  if (titled) return { ...titled, isCertain: titled.isCertain && !reference.unsure };
  // "Security Considerations, Section 9": the title of the section itself.
  const section = current.byNumber.get(reference.value);
  if (section && wordsOf(section.title).includes(wordsOf(owner.name)))
    return { owner: current, isCertain: !reference.unsure };
  return {
    owner: owner.otherwise === 'outside' ? undefined : current,
    isCertain: owner.otherwise === 'current' && !reference.unsure,
  };
}

/** "BOLT #2". */
function documentByNumber(
  kindId: string,
  number: string,
  index: DocumentIndex,
  things: ThingIndex,
): IndexedDocument | undefined {
  const kind = things.kind(kindId);
  const facts = kind && things.documentOf(kind, number);
  return facts ? index.byPath.get(facts.path) : undefined;
}

/** The items of an agenda are numbered, and what minutes, errata and change logs call a section is one of another document. */
const ABOUT_OTHERS =
  /(?<![a-z])(?:agendas?|change[ _-]?log|errata|meeting|minutes|release[ _-]?notes)(?![a-z])/i;

function isAboutOthers({ id, title }: DocumentFacts): boolean {
  return ABOUT_OTHERS.test(title) || ABOUT_OTHERS.test(id);
}

/**
 * The document whose title ends the words: "Read Server Basics" names "Server Basics". A single word, and the end of a
 * longer name, may mean something else.
 */
function longestTitle(
  { name, isNamed }: Owner & { kind: 'title' },
  index: DocumentIndex,
): { owner: IndexedDocument; isCertain: boolean } | undefined {
  const list = name.split(' ');
  for (let from = 0; from < list.length; from++) {
    const found = index.titled(list.slice(from).join(' '));
    if (!found) continue;
    const length = list.length - from;
    return {
      owner: found,
      isCertain: from === 0 ? length > 1 || isNamed === true : from === 1 && length > 1,
    };
  }
  return undefined;
}

function resolveSection(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { index } = scope;
  const { owner, isCertain } = ownerOf(reference, from, scope);
  if (!owner)
    return reference.owner.kind === 'document' && isCertain
      ? missingFile(reference, reference.owner.name, from, scope)
      : undefined;
  if (reference.by === 'place') return resolvePlace(reference, owner);
  if (reference.by === 'title') return resolveTitle(reference, owner, index);
  const { id } = owner.facts;
  const found = [owner, ...index.otherParts(owner)].map((part) => ({
    part,
    section: sectionOf(reference, part),
  }));
  const { item } = reference;
  const isWithoutItem = ({ part, section }: (typeof found)[number]): boolean =>
    typeof section === 'object' && item !== undefined && isCertain && lacksItem(section, item, part.facts);
  for (const one of found)
    if (typeof one.section === 'object' && !isWithoutItem(one))
      return { kind: 'refers', target: nodeId.section(one.part.facts.id, one.section.slug), resolved: true };
  // Where most parts have no numbers, a tool writes them later.
  const unnumbered = found.filter(({ section }) => section === 'unnumbered');
  if (unnumbered.length * 2 >= found.length || !isCertain || isOfLaw(reference, owner)) return undefined;
  const lacksIt = found.some(isWithoutItem);
  if (
    !lacksIt &&
    !owner.facts.part &&
    reference.owner.kind === 'current' &&
    isOfNeighbour(reference.value, owner, index)
  )
    return undefined;
  return {
    kind: 'refers',
    target: nodeId.missingSection(id, lacksIt ? `${reference.value}(${item})` : reference.value),
    resolved: false,
    why: 'missing-section',
    owner: id,
    names: { series: reference.series, number: reference.value, item: lacksIt ? item : undefined },
  };
}

/** "Civil Code § 1798": ten times as far as the sections go, the number is one of a law. */
function isOfLaw({ value, text }: RawReference, { byNumber }: IndexedDocument): boolean {
  const top = Number.parseInt(value, 10);
  return (
    text.startsWith('§') &&
    top >= 100 &&
    ![...byNumber.keys()].some((own) => Number.parseInt(own, 10) * 10 >= top)
  );
}

/** A book whose chapters are files counts on from one to the next: "Section 7.5" is the neighbour's where this one ends with 6. */
function isOfNeighbour(number: string, owner: IndexedDocument, index: DocumentIndex): boolean {
  const chapter = /^\d+/.exec(number)?.[0];
  return chapter !== undefined && !owner.byNumber.has(chapter) && index.isChapter(owner);
}

/** The section that a word and a number name; "unnumbered" where the document has no sections of that sort at all. */
function sectionOf(
  { series = PLAIN_SERIES, value, item }: RawReference,
  owner: IndexedDocument,
): SectionFacts | 'unnumbered' | undefined {
  const labels = owner.byLabel.get(series);
  if (labels) return labels.get(value);
  if (!HAS_PLAIN_HEADINGS.has(series)) return 'unnumbered';
  const isLetter = /^[A-Z]/.test(value);
  const found = (item !== undefined && owner.byNumber.get(value + item)) || owner.byNumber.get(value);
  if (found) return found;
  const known = [...owner.byNumber.keys()].some((number) => /^[A-Z]/.test(number) === isLetter);
  return known ? undefined : 'unnumbered';
}

const HAS_PLAIN_HEADINGS = new Set(
  NUMBERED_KINDS.filter((kind) => kind.plainHeadings).map((kind) => kind.series),
);

function resolveTitle(
  reference: RawReference,
  owner: IndexedDocument,
  index: DocumentIndex,
): Outcome | undefined {
  const { id, sections } = owner.facts;
  const words = wordsOf(reference.value);
  const found = sections.filter(
    (section) => wordsOf(section.title) === words || wordsOf(section.heading) === words,
  );
  if (found.length > 0) {
    return found.length === 1
      ? { kind: 'refers', target: nodeId.section(id, found[0].slug), resolved: true }
      : undefined;
  }
  if (
    reference.unsure ||
    index.hasHeading(reference.value) ||
    sections.some((section) => isAlike(section.heading, words))
  )
    return undefined;
  return {
    kind: 'refers',
    target: nodeId.missing(`${id} section "${reference.value}"`),
    resolved: false,
    why: 'missing-section',
    owner: id,
    names: { title: reference.value },
    nearest: didYouMean(
      reference.value,
      sections.map((section) => section.title),
    ),
  };
}

/** A heading that is quoted in part or with other marks: "Permitted x509 extensions" for "Permitted X.509 Extensions". */
function isAlike(heading: string, words: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(heading).startsWith(bare(words)) || bare(words).startsWith(bare(heading));
}

/** "the next section": the neighbour of the same depth. */
function resolvePlace({ value, section }: RawReference, { facts }: IndexedDocument): Outcome | undefined {
  const own = facts.sections.find(({ slug }) => slug === section);
  if (!own) return undefined;
  const siblings = facts.sections.filter(({ depth, parent }) => depth === own.depth && parent === own.parent);
  const neighbour = siblings[siblings.indexOf(own) + (value === 'next' ? 1 : -1)];
  return neighbour && { kind: 'refers', target: nodeId.section(facts.id, neighbour.slug), resolved: true };
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

/** "nope.md, Section 1": the file is named as a document of the set, and nothing has that name. */
function missingFile(
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

/**
 * A step belongs to the document named for it, to the component named before it, to the current document where that
 * has numbered steps, and otherwise to whichever sequence of steps has it.
 */
function resolveStep(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { index, config } = scope;
  const sequences = config.stepSequences ?? [];
  const documentsOf = (component?: string): IndexedDocument[] =>
    sequences
      .filter((sequence) => !component || sequence.component === component)
      .flatMap(({ document }) =>
        index.all.filter(({ facts }) => facts.number === document || facts.id === document),
      );
  const current = index.byPath.get(from.path)!;
  const { owner: named, isCertain } = ownerOf(reference, from, scope);
  let candidates: IndexedDocument[];
  if (reference.component) candidates = documentsOf(reference.component);
  else if (named && named !== current) candidates = [named];
  else if (reference.owner.kind === 'current' || isOwnOtherwise(reference.owner))
    candidates = [current, ...documentsOf()];
  else candidates = [];
  const withSteps = candidates.filter((document) => document.bySteps.size > 0);
  // A list of numbers has one owner: the document that has the first of them.
  const owner = withSteps.find((document) => document.bySteps.has(reference.first ?? reference.value));
  if (owner?.bySteps.has(reference.value))
    return { kind: 'refers', target: nodeId.step(owner.facts.id, reference.value), resolved: true };
  if (withSteps.length === 0)
    return isCertain && candidates.length > 0 ? stepOfList(reference, candidates[0], current) : undefined;
  if (!isCertain || isItem(reference, candidates)) return undefined;
  // Without such sequences, a step that another document has may be meant there.
  if (sequences.length === 0 && reference.owner.kind === 'current' && index.hasStep(reference.value))
    return undefined;
  const { id } = (owner ?? withSteps[0]).facts;
  return {
    kind: 'refers',
    target: nodeId.step(id, reference.value),
    resolved: false,
    why: 'missing-step',
    owner: id,
  };
}

/** Words that can be a title and are none of this set, where a number is this document's all the same. */
function isOwnOtherwise(owner: Owner): boolean {
  return owner.kind === 'title' && owner.otherwise === 'current';
}

/** Written small, "step 12" may be an item of a list although the document has headings of steps. */
function isItem({ text, value }: RawReference, documents: readonly IndexedDocument[]): boolean {
  return (
    text.startsWith(stepKind.series[0].singular[0]) &&
    documents.some(({ longestList }) => longestList >= Number.parseInt(value, 10))
  );
}

/**
 * "step 12" where the document has no headings of steps: an item of the ordered list of the same section. It is
 * missing only if no list of the document is that long: the steps may be those of another section.
 */
function stepOfList(
  { value, section }: RawReference,
  owner: IndexedDocument,
  current: IndexedDocument,
): Outcome | undefined {
  const { facts, longestList } = owner;
  const isInSection =
    owner !== current || facts.sections.some(({ slug, lists }) => slug === section && lists !== undefined);
  // "[step 5](tutorial-5.md)": the file itself is the step.
  if (owner !== current && numbersIn(`${facts.id} ${facts.title}`).includes(value)) return undefined;
  if (!isInSection || longestList === 0 || !/^\d+$/.test(value)) return undefined;
  if (longestList >= Number(value)) return undefined;
  return {
    kind: 'refers',
    target: nodeId.step(facts.id, value),
    resolved: false,
    why: 'missing-step',
    owner: facts.id,
  };
}

function numbersIn(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}

function resolveName(
  reference: RawReference,
  _from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { value } = reference;
  if (scope.variables.has(value)) return { kind: 'mentions', target: nodeId.variable(value), resolved: true };
  if (scope.attributes.has(value))
    return { kind: 'mentions', target: nodeId.attribute(value), resolved: true };
  if (!scope.claimsToBeName?.test(value)) return undefined;
  return {
    kind: 'mentions',
    target: nodeId.variable(value),
    resolved: false,
    why: 'unknown-name',
    nearest: didYouMean(value, [...scope.variables, ...scope.attributes]),
  };
}
