/** Follows the sections that a configuration and contracts name by number when these move. */
import type { SpecConfig } from '../config.ts';
import type { Contract, DocumentFacts, MovedPointer, SectionFacts } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions, type RevisionComparison } from './compare.ts';

export interface FollowedPointers {
  config: SpecConfig;
  contracts: Contract[];
  /** Each section that is named by its old number, once a file. */
  moved: MovedPointer[];
}

/** What may be followed: files that were changed since the base revision may name the present numbers already. */
export interface PointerFiles {
  /** Path of the configuration; absent where it was changed. */
  configFile?: string;
  /** Contracts of files that were not changed. */
  contracts: readonly Contract[];
}

/**
 * @param files what names sections as they were in the base revision
 * @returns configuration and contracts as they have to be now, and what differs
 */
export function followPointers(
  before: GraphView,
  now: GraphView,
  contracts: readonly Contract[],
  files: PointerFiles,
): FollowedPointers {
  const find = sectionFollower(before, now, compareRevisions(before.documents, now.documents));
  const moved = new Map<string, MovedPointer>();
  const follow =
    (file: string): Follow =>
    (document, section) => {
      const found = find(document, section);
      if (found) moved.set(`${file}\0${document}\0${section}`, { file, document, section, ...found });
      return found?.name ?? section;
    };
  return {
    config: files.configFile === undefined ? now.config : followConfig(now.config, follow(files.configFile)),
    contracts: contracts.map((contract) =>
      files.contracts.includes(contract) ? followContract(contract, follow(contract.file)) : contract,
    ),
    moved: [...moved.values()],
  };
}

/** Gives the present name of a section that a file names; the same name where the section has not moved. */
export type Follow = (document: string, section: string) => string;

/** Gives a section that moved to another document, as the file names documents and sections; undefined where it did not. */
export type FollowAway = (
  document: string,
  section: string,
) => { document: string; section: string } | undefined;

function sectionFollower(before: GraphView, now: GraphView, comparison: RevisionComparison) {
  return (document: string, section: string): Pick<MovedPointer, 'was' | 'now' | 'name'> | undefined => {
    const facts = documentAt(before, document);
    const was = facts && before.section(facts.id, section);
    const present = was && comparison.sectionNow(was);
    const here = present && documentAt(now, document);
    if (!was || !present || present.facts !== here || !comparison.isCertain(was)) return undefined;
    const name = nameLike(section, was, present.section);
    if (name === undefined || now.section(here.id, section) === present.section) return undefined;
    return { was, now: { file: here.path, section: present.section }, name };
  };
}

/** A document by number, id or path, the path also relative to the folder of the set. */
export function documentAt(graph: GraphView, name: string): DocumentFacts | undefined {
  return graph.document(name) ?? graph.documents.find(({ path }) => path.endsWith(`/${name}`));
}

/** The name of a section in the form in which it was named before: by number, heading or slug. */
export function nameLike(written: string, was: SectionFacts, now: SectionFacts): string | undefined {
  if (written === was.number) return now.number;
  if (written === was.slug) return now.slug;
  return written === was.heading ? now.heading : undefined;
}

/** The configuration with each pair of `document` and `section` followed, wherever it stands. */
export function followConfig(
  config: SpecConfig,
  follow: Follow,
  followAway: FollowAway = () => undefined,
): SpecConfig {
  const tables = (config.variables?.definitions ?? []).map(({ document, section }) => ({
    document,
    section,
  }));
  // `exempt` and `quantities` name a definition table by its section alone.
  const documentOfTable = (section: string): string | undefined =>
    tables.find((table) => table.section === section)?.document;
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isPlainObject(value)) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visit(inner)]));
    const { section, sections } = copy;
    const document =
      typeof copy.document === 'string'
        ? copy.document
        : typeof section === 'string'
          ? documentOfTable(section)
          : undefined;
    const away =
      typeof copy.document === 'string' && typeof section === 'string'
        ? followAway(copy.document, section)
        : undefined;
    if (away) Object.assign(copy, away);
    else if (document !== undefined && typeof section === 'string') copy.section = follow(document, section);
    if (document !== undefined && Array.isArray(sections))
      copy.sections = sections.map((one: string) => follow(document, one));
    return copy;
  };
  return visit(config) as SpecConfig;
}

/** Not a regular expression or another object with a class: the profiles in a configuration hold such objects. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

export function followContract(contract: Contract, follow: Follow): Contract {
  const at = <T extends { path: string; section?: string }>(entry: T): T =>
    entry.section === undefined ? entry : { ...entry, section: follow(entry.path, entry.section) };
  return {
    ...contract,
    links: contract.links.map((link) => ({
      ...link,
      section: link.section === undefined ? undefined : follow(link.from, link.section),
      toSections: link.toSections.map((section) => follow(link.to, section)),
    })),
    patterns: contract.patterns.map(at),
    forbidden: contract.forbidden.map(at),
  };
}
