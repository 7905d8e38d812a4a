/** Renames what a target names: a heading, a document, a variable, an id, a term. */
import { isDefined, writtenId, type Kind } from '../kinds/index.ts';
import { isDocument, isPart } from '../kinds/nodes.ts';
import { attributeKind } from '../kinds/attribute.ts';
import { variableKind } from '../kinds/variable.ts';
import { normalId } from '../kinds/ids.ts';
import type { DocumentFacts, GraphNode, SectionFacts } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { directory, joinPath } from '../resolve/paths.ts';
import { isDocument as isDocumentName } from '../text/file-names.ts';
import { UsageError } from '../usage-error.ts';
import type { RenamedThing } from './follow/names.ts';
import { headingWords } from './heading-form.ts';
import { headingParts, isDistinct, spanOf, writtenNumber, type Span } from './headings.ts';
import { newlineOf } from './layout.ts';
import type { RefactorRequest, Refusal } from './request.ts';
import { emptyDraft, type Before, type Draft } from './state.ts';

type RenameRequest = Extract<RefactorRequest, { action: 'rename' }>;

export interface DraftedRename {
  draft: Draft;
  renamed: RenamedThing[];
}

/** @param node what the target names */
export function draftRename(node: GraphNode, request: RenameRequest, before: Before): DraftedRename {
  const { graph } = before;
  if (isPart(node)) {
    const facts = graph.document(node.document)!;
    const section = facts.sections.find(({ slug }) => slug === node.slug)!;
    return { draft: draftTitle(facts, section, request), renamed: [] };
  }
  if (isDocument(node))
    return { draft: draftDocument(graph.document(node.id)!, request, before), renamed: [] };
  return draftName(node, request.name.trim(), before);
}

// ---------------------------------------------------------------- headings

function draftTitle(
  facts: DocumentFacts,
  section: SectionFacts,
  { name, keepAnchors }: RenameRequest,
): Draft {
  const draft = emptyDraft();
  const parts = headingParts(facts, section);
  const title = idEnd(facts, section, name) ?? parts.title;
  const text = headingWords(withoutNumber(name.trim(), section));
  draft.changes.add(facts.path, { ...title, text, sort: 'heading' });
  if (keepAnchors) keepAnchor(draft, facts, section);
  return draft;
}

const SEPARATOR = /^[\x60*_]*\s*(?:[:.)–—]|-(?=\s))\s*(?=\S)/;

/** "DR-02: Frameworks" defines an id: the words behind it are the title, unless the new name has the id as well. */
function idEnd(facts: DocumentFacts, section: SectionFacts, name: string): Span | undefined {
  const { title } = headingParts(facts, section);
  const defined = facts.definitions.findLast(
    ({ form, range }) => form === 'headings' && range.line === section.range.line,
  );
  if (!defined || name.includes(defined.id)) return undefined;
  const { end } = spanOf(facts, defined.range);
  const separator = SEPARATOR.exec(facts.source.slice(end, title.end));
  return separator ? { start: end + separator[0].length, end: title.end } : undefined;
}

/** "3. Setup" and "Step 3: Setup" as the new name of Section 3 mean its title. */
function withoutNumber(name: string, section: SectionFacts): string {
  const number = writtenNumber(section);
  const lead = number && section.heading.slice(0, section.heading.length - section.title.length);
  if (lead && name.startsWith(lead)) return name.slice(lead.length);
  if (number === undefined || !name.startsWith(`${number}`)) return name;
  return /^[.):]?\s+(?<title>\S.*)$/.exec(name.slice(number.length))?.groups!.title ?? name;
}

/** An element with the old anchor, for links from elsewhere. */
export function keepAnchor(draft: Draft, facts: DocumentFacts, section: SectionFacts): void {
  const { start } = headingParts(facts, section).whole;
  const newline = newlineOf(facts);
  draft.changes.add(facts.path, {
    start,
    end: start,
    text: `<a id="${section.slug}"></a>${newline}${newline}`,
    sort: 'anchor',
  });
}

// ---------------------------------------------------------------- documents

function draftDocument(facts: DocumentFacts, request: RenameRequest, before: Before): Draft {
  const draft = emptyDraft();
  const path = isFileName(request.name) ? pathOf(request.name, facts, before) : undefined;
  const words = path === undefined ? request.name : request.title;
  const title = words === undefined ? undefined : headingWords(words);
  if (path !== undefined && path !== facts.path) draft.renames.push({ from: facts.path, to: path });
  if (path !== undefined) draft.refusals.push(...notFree(path, facts, before));
  const heading = titleHeading(facts);
  if (title !== undefined && !heading && statesTitle(facts))
    draft.changes.add(facts.path, titleEdit(facts, title));
  else if (title !== undefined) {
    if (!heading) throw new UsageError(`${facts.path} has no heading that could be renamed`);
    draft.changes.add(facts.path, { ...headingParts(facts, heading).title, text: title, sort: 'title' });
  } else if (heading && path !== undefined) numberInTitle(draft, facts, heading, path, before);
  return draft;
}

/** Why a document cannot have this path. */
function notFree(path: string, facts: DocumentFacts, { project, graph }: Before): Refusal[] {
  const { root, tree } = project.corpus;
  const at = { file: facts.path, line: 1 };
  if (/[\u0000-\u001F\u007F]/.test(path)) return [{ message: 'a file name has one line', at }];
  if (path.startsWith('../') || (root !== '.' && !path.startsWith(`${root}/`)))
    return [
      {
        message: `${path} is outside of ${root === '.' ? 'the folder' : root}, where no document is read`,
        at,
      },
    ];
  const taken = graph.documents.find((other) => other.path === path && other !== facts);
  if (taken) return [{ message: `${path} is a document already`, at: { file: taken.path, line: 1 } }];
  const isOtherCase = path.toLowerCase() === facts.path.toLowerCase();
  const kind = isOtherCase ? undefined : tree.kind(path);
  return kind === undefined ? [] : [{ message: `there is a ${kind} at ${path} already`, at }];
}

/** The heading that is the title of the document; undefined where its front matter states it. */
export function titleHeading(facts: DocumentFacts): SectionFacts | undefined {
  return statesTitle(facts)
    ? undefined
    : (facts.sections.find(({ depth }) => depth === 1) ?? facts.sections[0]);
}

function statesTitle({ titleRange, sections }: DocumentFacts): boolean {
  return (
    titleRange.endColumn > titleRange.column && sections.every(({ range }) => range.line !== titleRange.line)
  );
}

/** Writes a title into the front matter: in quotes where YAML would read something else. */
function titleEdit(facts: DocumentFacts, title: string): Parameters<Draft['changes']['add']>[1] {
  const { start, end } = spanOf(facts, facts.titleRange);
  const quote = facts.source[start - 1];
  if (quote === '"') return { start, end, text: JSON.stringify(title).slice(1, -1), sort: 'title' };
  if (quote === "'") return { start, end, text: title.replaceAll("'", "''"), sort: 'title' };
  const isPlain =
    /^[\p{L}\d][^#]*$/u.test(title) && !/:(?:\s|$)|^(?:true|false|null|yes|no|[\d.]+)$/i.test(title);
  return { start, end, text: isPlain ? title : JSON.stringify(title), sort: 'title' };
}

/** "15-edge.md", "guide/setup.md", "15": a file; "Edge and Scaling": a title. */
function isFileName(name: string): boolean {
  const words = name.trim();
  if (isDocumentName(words)) return true;
  return /^[\w./-]+$/.test(words) && (/[-/_]/.test(words) || words === words.toLowerCase());
}

function pathOf(name: string, facts: DocumentFacts, { project }: Before): string {
  const words = name.trim();
  const extension = /\.\w+$/.exec(facts.path)![0];
  const file = facts.path.slice(facts.path.lastIndexOf('/') + 1);
  if (/^\d+[a-z]?$/.test(words) && facts.number !== undefined)
    return joinPath(directory(facts.path), file.replace(facts.number, words));
  const named = isDocumentName(words) ? words : words + extension;
  if (named.startsWith('/')) return joinPath('', belowFolder(named, project.folder));
  if (!named.includes('/')) return joinPath(directory(facts.path), named);
  const { root } = project.corpus;
  const isFromRoot = root === '.' || named.startsWith(`${root}/`);
  return isFromRoot ? joinPath('', named) : joinPath(root, named);
}

/** The path of a file from the folder from which paths count. */
function belowFolder(path: string, folder: string | undefined): string {
  const start = `${folder?.replace(/\/$/, '')}/`;
  if (folder === undefined || !path.startsWith(start) || path === start)
    throw new UsageError(
      `${path} begins at the root of the file system${folder === undefined ? '' : `, and not in ${folder}`}`,
      'name it from the folder of the documents, without the slash at its start',
    );
  return path.slice(start.length);
}

/** "14. Edge", "14 - Edge", "BOLT #14: Edge": a title that begins with the number of its file. */
export function numberInTitle(
  draft: Draft,
  facts: DocumentFacts,
  heading: SectionFacts,
  path: string,
  { project, graph }: Before,
): void {
  const { documentNumber } = project.config;
  const file = path.slice(path.lastIndexOf('/') + 1);
  const to = documentNumber ? new RegExp(documentNumber).exec(file)?.[1] : /^\d+/.exec(file)?.[0];
  const from = facts.number ?? /^\d+/.exec(facts.path.slice(facts.path.lastIndexOf('/') + 1))?.[0];
  if (from === undefined || to === undefined || from === to) return;
  const { whole } = headingParts(facts, heading);
  const match = numberAhead(facts.source.slice(whole.start, whole.end), from);
  if (!match) return;
  const start = whole.start + match[0].length - match.groups!.number.length;
  const isPadded =
    match.groups!.number === from &&
    !(from === String(Number.parseInt(from, 10)) && othersDropZeros(facts, graph));
  draft.changes.add(facts.path, {
    start,
    end: start + match.groups!.number.length,
    text: isPadded ? to : String(Number.parseInt(to, 10)),
    sort: 'title',
  });
}

function numberAhead(title: string, number: string): RegExpExecArray | null {
  return new RegExp(
    String.raw`^#*\s*(?:[\w-]+\s*[#-]?)?(?<number>0*${Number.parseInt(number, 10)})(?![\w.])`,
  ).exec(title);
}

/** Whether the other titles write "4" where their files have "04". */
function othersDropZeros({ path }: DocumentFacts, { documents }: Before['graph']): boolean {
  const written = documents.flatMap((other) => {
    const number = /^0\d+/.exec(other.path.slice(other.path.lastIndexOf('/') + 1))?.[0];
    const isBeside = other.path !== path && directory(other.path) === directory(path);
    const title = number !== undefined && isBeside ? numberAhead(other.title, number) : null;
    return title ? [title.groups!.number === number] : [];
  });
  return written.length > 0 && written.every((isPadded) => !isPadded);
}

// ---------------------------------------------------------------- names

function draftName(node: GraphNode, name: string, { graph }: Before): DraftedRename {
  const kind = graph.kind(node.kind)!;
  const from = writtenId(node) ?? nodeId.nameOf(node.id);
  const to = withoutLabel(name, from, kind);
  if (to === '' || /[\r\n]/.test(to)) throw new UsageError(`a ${kind.name.one} has a name of one line`);
  rejectForm(to, kind);
  const draft = emptyDraft();
  const document = isDefined(node) && kind.scope !== 'set' ? node.document : undefined;
  const id = nodeId.thing(kind.id, isDefined(node) ? normalId(to, kind) : to, document);
  const isOther = id !== node.id;
  if (isOther && (graph.node(id) || isName(to, node.kind, graph)))
    draft.refusals.push({ message: `there is a ${kind.name.one} ${to} already` });
  draft.newNames.set(node.id, id);
  const isTerm = kind.mentions.some(({ by }) => by === 'words');
  const word = isTerm ? undefined : distinctWord(node, from, to, graph);
  const file = document === undefined ? undefined : graph.document(document)?.path;
  return { draft, renamed: [{ node: node.id, from, to, isTerm, word, file }] };
}

/** Variables and attributes share their names. */
function isName(name: string, kind: string, graph: Before['graph']): boolean {
  return (
    [variableKind.id, attributeKind.id].includes(kind) &&
    [nodeId.variable(name), nodeId.attribute(name)].some((id) => graph.node(id) !== undefined)
  );
}

/** "DR-04" where ids are numbers and the text writes "DR-03". */
function withoutLabel(name: string, from: string, kind: Kind): string {
  if (kind.ids.pattern !== undefined && new RegExp(`^(?:${kind.ids.pattern})$`, 'u').test(name)) return name;
  const number = /(\d+)$/.exec(name)?.[1];
  return /^\d+$/.test(from) && number !== undefined ? number : name;
}

function rejectForm(name: string, kind: Kind): void {
  if (kind.ids.pattern !== undefined && !new RegExp(`^(?:${kind.ids.pattern})$`, 'u').test(name))
    throw new UsageError(
      `"${name}" cannot be the id of a ${kind.name.one}`,
      `ids have the form ${kind.ids.pattern}`,
    );
}

/** The word in which the definition writes the id, and the same with the new id; undefined for an ordinary word. */
function distinctWord(
  node: GraphNode,
  from: string,
  to: string,
  graph: Before['graph'],
): RenamedThing['word'] {
  const thing = graph.things.all.find((one) => one.node === node.id);
  if (!thing) return isDistinct(from) ? { from, to } : undefined;
  const { source } = thing.document;
  const span = spanOf(thing.document, thing.definition.range);
  const at = source.indexOf(from, span.start);
  const lead = /[\w-]*$/.exec(source.slice(Math.max(0, at - 40), at))![0];
  const tail = /^[\w-]*/.exec(source.slice(at + from.length, at + from.length + 40))![0];
  const word = lead + from + tail;
  // A thing of another kind may have the same id.
  const isShared = graph.things.all.some(
    ({ node: other, document, definition }) =>
      other !== thing.node &&
      definition.id === thing.definition.id &&
      (thing.kind.scope === 'set' || document === thing.document),
  );
  return at >= 0 && !isShared && isDistinct(word) ? { from: word, to: lead + to + tail } : undefined;
}
