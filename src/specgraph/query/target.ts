/**
 * Finds the node that a user's words name: "FL_EDGE_BACKOFF", "14", "spec/14 Section 3", "Step 7b of spec/02",
 * "phase:9".
 */
import type { DocumentNode, GraphNode, SectionNode } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { withoutDocumentExtension } from '../text/file-names.ts';
import { UsageError } from '../usage-error.ts';
import { compareNames, type QueryGraph } from './question.ts';

/**
 * @returns the id of the node that the words name
 * @throws UsageError with what was probably meant, where the words name no node
 */
export function parseTarget(words: string, graph: Pick<QueryGraph, 'nodes'>): string {
  const text = words.trim().replace(/\s+/g, ' ');
  if (text === '')
    throw new UsageError(
      'no target is named',
      'a variable, a document, a section, a step, a requirement or a phase',
    );
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  if (nodes.has(text)) return text;
  return plainTarget(text, nodes) ?? placeTarget(text, nodes) ?? fail(text, nodes);
}

type Nodes = ReadonlyMap<string, GraphNode>;

/** Finds variables, attributes, requirements and phases, which have one name in the whole set. */
function plainTarget(text: string, nodes: Nodes): string | undefined {
  const upper = text.toUpperCase();
  const phase = /^phase[: ]0*(\d+)$/i.exec(text)?.[1];
  const ids = [
    nodeId.variable(upper),
    nodeId.attribute(upper),
    nodeId.requirement(upper),
    phase && nodeId.phase(phase),
  ];
  return ids.find((id) => id !== undefined && nodes.has(id));
}

const PLACES: readonly { form: RegExp; kind: 'step' | 'section' }[] = [
  { form: /^step[: ](?<what>\w+)(?: (?:of|in)|,)? (?<document>\S.*)$/i, kind: 'step' },
  { form: /^step:(?<document>.+)\/(?<what>\w+)$/i, kind: 'step' },
  { form: /^(?<document>.+?)(?:#|,? )step[- ](?<what>\w+)$/i, kind: 'step' },
  {
    form: /^(?:section |§ ?)?(?<what>\S+|appendix(?: [a-z])?) (?:of|in) (?<document>\S.*)$/i,
    kind: 'section',
  },
  { form: /^(?<document>.+?),? (?:section |§ ?)(?<what>\S+)$/i, kind: 'section' },
  { form: /^(?<document>.+?),? (?<what>appendix(?: [a-z])?)$/i, kind: 'section' },
  { form: /^(?<document>.+?)# ?(?<what>.+)$/, kind: 'section' },
  { form: /^(?<document>\S+) (?<what>\d+\S*)$/, kind: 'section' },
];

/** Finds documents, and sections and steps that are named together with their document. */
function placeTarget(text: string, nodes: Nodes): string | undefined {
  const whole = findDocument(text, nodes);
  if (whole) return whole.id;
  for (const { form, kind } of PLACES) {
    const { document: name, what } = form.exec(text)?.groups ?? {};
    const document = name && findDocument(name, nodes);
    if (!document) continue;
    const found = kind === 'step' ? findStep(document, what, nodes) : findSection(document, what, nodes);
    if (found) return found;
  }
  return undefined;
}

function findDocument(name: string, nodes: Nodes): DocumentNode | undefined {
  const wanted = withoutDocumentExtension(name.replace(/^\.\//, '')).toLowerCase();
  const tail = wanted.slice(wanted.lastIndexOf('/') + 1);
  const documents = documentsOf(nodes);
  return (
    documents.find(
      (document) =>
        document.id.toLowerCase() === wanted ||
        withoutDocumentExtension(document.file).toLowerCase() === wanted,
    ) ??
    documents.find((document) => document.title.toLowerCase() === wanted) ??
    // "Section 3 of spec/14" ends like the name of a document, but names a section.
    (/\s/.test(wanted)
      ? undefined
      : documents.find((document) => sameNumber(document.number, tail) || lastPart(document.id) === tail))
  );
}

function findStep(document: DocumentNode, number: string, nodes: Nodes): string | undefined {
  const id = nodeId.step(document.id, number.toLowerCase());
  return nodes.has(id) ? id : undefined;
}

/**
 * Finds a section by slug, number or heading, or by the number before the dash in "3-…" (as lists of sections show it).
 */
function findSection(document: DocumentNode, what: string, nodes: Nodes): string | undefined {
  const wanted = what
    .trim()
    .toLowerCase()
    .replace(/^(?:section |§ ?)/, '');
  const sections = sectionsOf(document, nodes);
  const letter = /^appendix ([a-z])$/.exec(wanted)?.[1];
  const number = (section: SectionNode): string | undefined => section.number?.toLowerCase();
  return (
    sections.find((section) => section.slug === wanted) ??
    sections.find(
      (section) => section.number !== undefined && (number(section) === wanted || number(section) === letter),
    ) ??
    sections.find((section) => section.title.toLowerCase() === wanted) ??
    sections.find(
      (section) =>
        number(section) === /^(\d[\w.]*)-(?:…|\.\.\.)$/.exec(wanted)?.[1] && number(section) !== undefined,
    ) ??
    (wanted === 'appendix'
      ? sections.find((section) => section.title.toLowerCase().startsWith('appendix'))
      : undefined)
  )?.id;
}

function documentsOf(nodes: Nodes): DocumentNode[] {
  return [...nodes.values()].filter((node) => node.kind === 'document');
}

function sectionsOf(document: DocumentNode, nodes: Nodes): SectionNode[] {
  return [...nodes.values()].filter(
    (node) => node.kind === 'section' && node.document === document.id,
  ) as SectionNode[];
}

/** "4" and "04" are one document. */
function sameNumber(number: string | undefined, given: string): boolean {
  return number !== undefined && /^\d+$/.test(given) && Number(number) === Number(given);
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase();
}

/** Numbers of the steps, or of the top-level sections: all sections would be a long list. */
function numbersOf(document: DocumentNode, kind: 'step' | 'section', nodes: Nodes): string[] {
  const own =
    kind === 'section'
      ? sectionsOf(document, nodes)
          .filter((section) => section.depth <= 2)
          .map((section) => section.number)
      : [...nodes.values()].map((node) =>
          node.kind === 'step' && node.document === document.id ? node.number : undefined,
        );
  return own.filter((number) => number !== undefined).toSorted(compareNames);
}

/** Throws with a hint. Where the words name a document, only its sections or steps can have been meant. */
function fail(text: string, nodes: Nodes): never {
  for (const { form, kind } of PLACES) {
    const { document: name, what } = form.exec(text)?.groups ?? {};
    const document = name && findDocument(name, nodes);
    if (!document) continue;
    const sections = sectionsOf(document, nodes);
    // Any two numbers are spelled alike, so a list of the existing numbers helps more.
    const meant = /^\d/.test(what)
      ? undefined
      : didYouMean(
          what,
          sections.flatMap((section) => [section.slug, section.title]),
        );
    const numbers = numbersOf(document, kind, nodes);
    throw new UsageError(
      `${document.file} has no ${kind} ${what}`,
      meant
        ? `did you mean "${meant}"?`
        : numbers.length > 1
          ? `its ${kind}s are ${numbers.join(', ')}`
          : undefined,
    );
  }
  const names = [...nodes.values()].flatMap((node) => {
    if (node.kind === 'document') return [node.id, node.file];
    if (node.kind === 'variable' || node.kind === 'attribute') return [node.name];
    return node.kind === 'requirement' ? [nodeId.nameOf(node.id)] : [];
  });
  const meant = didYouMean(text, names);
  if (/^(?:section|step|appendix|§)/i.test(text)) {
    throw new UsageError(`"${text}" names no document`, `write "${text} of DOCUMENT"`);
  }
  throw new UsageError(
    `there is nothing called "${text}"`,
    meant
      ? `did you mean ${meant}?`
      : 'name a variable, a document ("spec/14"), a section ("spec/14 Section 3"), a step, a requirement or a phase',
  );
}
