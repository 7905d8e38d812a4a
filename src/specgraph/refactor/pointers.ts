/** Lets the files beside the documents follow: configuration, contracts and other data that name documents, sections and ids. */
import { parse } from 'yaml';
import { documentKind } from '../kinds/document.ts';
import type { SpecConfig } from '../config.ts';
import { readContract } from '../contracts/read.ts';
import type { Contract, ContractLink, DocumentFacts } from '../model/index.ts';
import {
  documentAt,
  followConfig,
  followContract,
  nameLike,
  type Follow,
  type FollowAway,
} from '../revisions/pointers.ts';
import { pairPlaces, pointerPlaces } from '../revisions/pointer-places.ts';
import { escapeExpression } from '../text/expressions.ts';
import { documentChanges, type TextChange } from './follow/documents-in-files.ts';
import { namesThatChange } from './follow/names-of-targets.ts';
import type { RenamedThing } from './follow/names.ts';
import type { FileChange } from './follow/rewrite.ts';
import { lineOffsets } from './headings.ts';
import type { After, Before } from './state.ts';
import type { ChangeSort } from './request.ts';

export interface FollowedFiles {
  changes: FileChange[];
  /** The configuration as it is to be read after the refactoring. */
  config: SpecConfig;
}

export function followFiles(before: Before, after: After, renamed: readonly RenamedThing[]): FollowedFiles {
  const { config, configFile } = before.project;
  const changes: FileChange[] = [];
  for (const [path, text] of before.project.pointerTexts ?? []) {
    const sort: ChangeSort = path === configFile ? 'configuration' : 'contract';
    for (const change of [
      ...sectionChanges(path, text, before, after),
      ...awayChanges(path, text, before, after),
      ...stepChanges(text, before, after),
      ...documentChanges(path, text, before, after),
      ...renamed.flatMap((thing) => nameChanges(text, thing)),
    ])
      changes.push({ path, ...change, sort });
  }
  return { changes, config: configNow(config, before, after, renamed) };
}

/** The contracts after the refactoring. */
export function contractsNow(before: Before, after: After): Contract[] {
  return before.project.contracts.map((contract) => {
    const text = after.changed.texts.get(contract.file);
    return text === undefined ? contract : readContract(contract.file, text);
  });
}

// ---------------------------------------------------------------- sections

/** @param found is told each section that has another name now */
function follower(
  before: Before,
  after: After,
  found: (document: string, section: string, name: string) => void = () => {},
): Follow {
  return (document, section) => {
    const facts = documentAt(before.graph, document);
    const was = facts && before.graph.section(facts.id, section);
    const now = was && after.sectionNow(was);
    // A section that moved to another document needs another entry, not another number.
    if (!was || !now || now.facts !== after.documentNow(facts)) return section;
    const name = nameLike(section, was, now.section) ?? section;
    if (name !== section) found(document, section, name);
    return name;
  };
}

/** Follows a section to another document; its document is named as before: by number, id or path. */
function followerAway(
  before: Before,
  after: After,
  found: (document: string, section: string, away: { document: string; section: string }) => void = () => {},
): FollowAway {
  return (document, section) => {
    const facts = documentAt(before.graph, document);
    const was = facts && before.graph.section(facts.id, section);
    const now = was && after.sectionNow(was);
    if (!was || !now || now.facts === after.documentNow(facts)) return undefined;
    const name = documentLike(document, facts, now.facts);
    const sectionNow = nameLike(section, was, now.section);
    if (name === undefined || sectionNow === undefined) return undefined;
    const away = { document: name, section: sectionNow };
    found(document, section, away);
    return away;
  };
}

function documentLike(written: string, was: DocumentFacts, now: DocumentFacts): string | undefined {
  if (written === was.number) return now.number;
  if (written === was.id) return now.id;
  return written === was.path ? now.path : undefined;
}

/** Sections that are in another document now: both names change. */
function awayChanges(path: string, text: string, before: Before, after: After): TextChange[] {
  const { config, configFile, contracts } = before.project;
  const contract = contracts.find(({ file }) => file === path);
  if (contract) return contract.links.flatMap((link) => goneFromList(link, path, text, before, after));
  const changes: TextChange[] = [];
  const seen = new Set<string>();
  const followAway = followerAway(before, after, (document, section, away) => {
    if (seen.has(`${document}\0${section}`)) return;
    seen.add(`${document}\0${section}`);
    for (const place of pairPlaces({ document, section }, text))
      changes.push(
        { start: place.document, end: place.document + document.length, text: away.document },
        { start: place.section, end: place.section + section.length, text: away.section },
      );
  });
  const data = path === configFile ? config : (dataOf(path, text) as SpecConfig);
  followConfig(data, (_document, section) => section, followAway);
  return changes;
}

/** `to_sections: ['6', '7']` of a contract, of which 7 is in another document now: it is left out. */
function goneFromList(
  { to, toSections }: ContractLink,
  path: string,
  text: string,
  before: Before,
  after: After,
): TextChange[] {
  const followAway = followerAway(before, after);
  const gone = toSections.filter((section) => followAway(to, section));
  if (gone.length === 0 || gone.length === toSections.length) return [];
  const offset = lineOffsets(text);
  return gone.flatMap((section) =>
    pointerPlaces({ file: path, document: to, section }, text).flatMap((range): TextChange[] => {
      const [start, end] = [offset(range.line, range.column), offset(range.endLine, range.endColumn)];
      const ahead = /['"]?$/.exec(text.slice(0, start))![0].length;
      const behind = /^['"]?(?:\s*,\s*)?/.exec(text.slice(end))![0].length;
      const isLast = !text.slice(end, end + behind).includes(',');
      const comma = isLast ? (/,\s*$/.exec(text.slice(0, start - ahead))?.[0].length ?? 0) : 0;
      return [{ start: start - ahead - comma, end: end + behind, text: '' }];
    }),
  );
}

function sectionChanges(path: string, text: string, before: Before, after: After): TextChange[] {
  const { config, configFile, contracts } = before.project;
  const moved = new Map<string, { document: string; section: string; name: string }>();
  const follow = follower(before, after, (document, section, name) => {
    moved.set(`${document}\0${section}`, { document, section, name });
  });
  const contract = contracts.find(({ file }) => file === path);
  if (path === configFile) followConfig(config, follow);
  else if (contract) followContract(contract, follow);
  else followConfig(dataOf(path, text) as SpecConfig, follow);
  if (moved.size === 0) return [];
  const offset = lineOffsets(text);
  return [...moved.values()].flatMap(({ document, section, name }) =>
    pointerPlaces({ file: path, document, section }, text, {
      ownsNameless: path === configFile && ownsTables(document, config),
    }).map((range) => ({
      start: offset(range.line, range.column),
      end: offset(range.endLine, range.endColumn),
      text: name,
    })),
  );
}

/** Entries of the configuration without a document are about the tables of definitions. */
function ownsTables(document: string, { variables }: SpecConfig): boolean {
  return variables?.definitions.some((table) => table.document === document) ?? false;
}

/** What a YAML or JSON file holds; nothing where it is another file, or is broken. */
export function dataOf(path: string, text: string): unknown {
  try {
    return /\.(?:ya?ml|json)$/.test(path) ? (parse(text) as unknown) : {};
  } catch {
    return {};
  }
}

// ---------------------------------------------------------------- steps

/** The steps of a document that have another number now: by old number. */
function stepsNow(facts: DocumentFacts, after: After): Map<string, string> {
  return new Map(
    facts.sections.flatMap((section) => {
      const now = section.step === undefined ? undefined : after.sectionNow(section)?.section.step;
      return now === undefined || now === section.step ? [] : [[section.step!, now]];
    }),
  );
}

/** A quantity that counts steps: `{ of: 'steps', document: '02', except: ['3a', '7b'] }`. */
const STEP_QUANTITY =
  /\{[^{}]*\bof\b['"]?\s*:\s*['"]steps['"][^{}]*\bdocument\b['"]?\s*:\s*['"](?<document>[^'"]+)['"][^{}]*\}/g;

function stepChanges(text: string, before: Before, after: After): TextChange[] {
  return [...text.matchAll(STEP_QUANTITY)].flatMap(({ index, 0: entry, groups }) => {
    const facts = documentAt(before.graph, groups!.document);
    const now = facts ? stepsNow(facts, after) : new Map<string, string>();
    const at = entry.search(/\bexcept\b/);
    if (now.size === 0 || at < 0) return [];
    return [...entry.slice(at).matchAll(/(['"])(\w+)\1/g)].flatMap((item): TextChange[] => {
      const to = now.get(item[2]);
      const start = index + at + item.index + 1;
      return to === undefined ? [] : [{ start, end: start + item[2].length, text: to }];
    });
  });
}

function followSteps(config: SpecConfig, before: Before, after: After): SpecConfig {
  if (!config.quantities) return config;
  const quantities = Object.fromEntries(
    Object.entries(config.quantities).map(([name, quantity]) => {
      if (quantity.of !== 'steps' || quantity.except === undefined) return [name, quantity];
      const facts = quantity.document === undefined ? undefined : documentAt(before.graph, quantity.document);
      const now = facts ? stepsNow(facts, after) : new Map<string, string>();
      return [name, { ...quantity, except: quantity.except.map((step) => now.get(step) ?? step) }];
    }),
  );
  return { ...config, quantities };
}

// ---------------------------------------------------------------- names

function nameExpression({ from }: { from: string }): RegExp {
  return new RegExp(String.raw`(?<![\w-])${escapeExpression(from)}(?![\w-])`, 'g');
}

/** The word by which files beside the documents name a thing; what one document alone knows may be something else there. */
function wordOfSet({ word, file }: RenamedThing): RenamedThing['word'] {
  return file === undefined ? word : undefined;
}

function nameChanges(text: string, thing: RenamedThing): TextChange[] {
  const word = wordOfSet(thing);
  if (!word) return [];
  return [...text.matchAll(nameExpression(word))].map(({ index }) => ({
    start: index,
    end: index + word.from.length,
    text: word.to,
  }));
}

// ---------------------------------------------------------------- configuration

/** The key of an entry that names a document. */
const DOCUMENT_KEY = documentKind.id;

function configNow(
  config: SpecConfig,
  before: Before,
  after: After,
  renamed: readonly RenamedThing[],
): SpecConfig {
  const documents = before.graph.documents.flatMap((was) => {
    const is = after.documentNow(was);
    return was.path === is.path ? [] : [{ was, is }];
  });
  const followed = followSteps(
    followConfig(config, follower(before, after), followerAway(before, after)),
    before,
    after,
  );
  if (documents.length === 0 && renamed.length === 0) return followed;
  const names = documents.flatMap(({ was, is }) =>
    namesThatChange({ ...was, title: '' }, { ...is, title: '' }, before),
  );
  const rename = (value: string): string => {
    const named = names.find(({ from }) => from === value);
    if (named) return named.to;
    return renamed
      .flatMap((thing) => wordOfSet(thing) ?? [])
      .reduce((text, word) => text.replace(nameExpression(word), () => word.to), value);
  };
  const numbers = new Map(documents.map(({ was, is }) => [was.number, is.number]));
  const renumber = (value: string): string => numbers.get(value) ?? value;
  const visit = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return key === DOCUMENT_KEY ? renumber(rename(value)) : rename(value);
    if (Array.isArray(value)) {
      if (key === 'buildsOn') return value.map((pair: string[]) => pair.map((one) => renumber(rename(one))));
      return value.map((one) => visit(one));
    }
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(
      Object.entries(value as Record<string, unknown>).map(([name, inner]) => [
        name,
        name === 'profiles' ? inner : visit(inner, name),
      ]),
    );
  };
  return visit(followed) as SpecConfig;
}
