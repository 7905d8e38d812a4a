/** Holds a contract against the graph: one item per promise, kept or not, with the problem where it is not. */
import type {
  Contract,
  ContractArtifact,
  ContractLink,
  ContractPattern,
  DocumentFacts,
  Place,
  Problem,
  SectionFacts,
  SourceRange,
} from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import { oncePer } from '../resolve/once.ts';
import { joinWords, plural } from '../text/lists.ts';
import type { GraphView } from '../view.ts';
import { findMatches } from './matcher.ts';

export type ContractItemKind = 'artifact' | 'link' | 'pattern' | 'forbidden' | 'count' | 'version';

/** One promise and whether it is kept. */
export interface ContractItem {
  kind: ContractItemKind;
  /** The promise in words, made from the entry. */
  text: string;
  ok: boolean;
  problems: Problem[];
  /** Where the entry stands in the contract. */
  at: Place;
}

export interface ContractResult {
  contract: Contract;
  items: ContractItem[];
  ok: boolean;
}

/** Worked out once for a contract and a graph: four rules and the site ask for it. */
export function evaluateContract(contract: Contract, graph: GraphView): ContractResult {
  return resultsIn(graph)(contract);
}

const resultsIn = oncePer((graph: GraphView) => oncePer((contract: Contract) => evaluate(contract, graph)));

function evaluate(contract: Contract, graph: GraphView): ContractResult {
  const context = { contract, graph };
  const told = new Set<string>();
  const item = (kind: ContractItemKind, text: string, line: number, problems: Problem[]): ContractItem => ({
    kind,
    text,
    ok: problems.length === 0,
    // A missing file or section breaks many promises and is one mistake: it is told once.
    problems: problems.filter(
      (problem) => !isMissing(problem) || (!told.has(problem.message) && told.add(problem.message)),
    ),
    at: { file: contract.file, line },
  });
  const items = [
    ...contract.artifacts.map((a) =>
      item('artifact', describeArtifact(a), a.line, checkArtifact(a, context)),
    ),
    ...contract.links.map((l) => item('link', describeLink(l), l.line, checkLink(l, context))),
    ...contract.patterns.map((p) => item('pattern', describePattern(p), p.line, checkPattern(p, context))),
    ...contract.forbidden.map((p) =>
      item(
        'forbidden',
        `${place(p)} no longer holds ${p.provides ?? p.pattern}`,
        p.line,
        checkForbidden(p, context),
      ),
    ),
    ...contract.counts.map((c) =>
      item('count', `${c.quantity}: ${c.equals}`, c.line, checkCount(c, context)),
    ),
    ...contract.versions.map((c) =>
      item('version', `${c.path} has version ${c.version} or a later one`, c.line, checkVersion(c, context)),
    ),
  ];
  return { contract, items, ok: items.every((i) => i.ok) };
}

interface Context {
  contract: Contract;
  graph: GraphView;
}

function isMissing(problem: Problem): boolean {
  return problem.message.endsWith('which does not exist.');
}

// ---------------------------------------------------------------- descriptions

function describeArtifact(a: ContractArtifact): string {
  if (a.provides) return `${a.path}: ${a.provides}`;
  return `${a.path} ${a.contains.length > 0 ? `contains ${joinWords(a.contains.map((words) => `"${words}"`))}` : 'exists'}`;
}

function describeLink(l: ContractLink): string {
  return `${place({ path: l.from, section: l.section })} refers to ${target(l)}${l.via ? ` (${l.via})` : ''}`;
}

function target(l: ContractLink): string {
  if (l.toSections.length === 0) return l.to;
  return `${l.to}, Section${l.toSections.length > 1 ? 's' : ''} ${joinWords(l.toSections)}`;
}

function describePattern(p: ContractPattern): string {
  return `${place(p)} holds ${p.provides ?? p.pattern}${p.minMatches > 1 ? ` (${p.minMatches} times)` : ''}`;
}

function place({ path, section }: { path: string; section?: string }): string {
  return section ? `Section ${section} of ${path}` : path;
}

function promise(contract: Contract): string {
  return contract.phase ? `Phase ${contract.phase} promises` : `${contract.file} promises`;
}

// ---------------------------------------------------------------- where to look

interface Scope {
  text: string;
  /** Offset of `text` in the file. */
  offset: number;
  /** Where something missing is reported: the heading of the section, or the document's title. */
  head: SourceRange;
  facts?: DocumentFacts;
  section?: SectionFacts;
}

function findDocument(path: string, graph: GraphView): DocumentFacts | undefined {
  return (
    graph.document(path) ??
    graph.documents.find((d) => d.path.endsWith(`/${path}`) || path.endsWith(`/${d.path}`))
  );
}

/** The text a promise is about, or the problem that there is none. */
function scopeOf(
  path: string,
  section: string | undefined,
  line: number,
  { contract, graph }: Context,
): Scope | { problem: Problem } {
  const facts = findDocument(path, graph);
  if (!facts) {
    const other = graph.others.find((file) => file.path === path);
    if (other && !section)
      return { text: other.text, offset: 0, head: lineIndex(path, other.text).range(0, 0) };
    return {
      problem: {
        at: entryRange(contract, line),
        message: `${promise(contract)} ${path}, which does not exist.`,
        related: [],
      },
    };
  }
  if (!section) return { text: facts.source, offset: 0, head: facts.titleRange, facts };
  const found = graph.section(facts.id, section);
  if (!found) {
    return {
      problem: {
        at: facts.titleRange,
        message: `${promise(contract)} something of Section ${section} of ${facts.path}, which does not exist.`,
        related: entryOf(contract, line),
      },
    };
  }
  const starts = facts.lineStarts;
  const offset = starts[found.range.line - 1];
  return {
    text: facts.source.slice(offset, starts[found.endLine] ?? facts.source.length),
    offset,
    head: found.range,
    facts,
    section: found,
  };
}

/** The matches of a pattern in a scope; those in a document are looked for once. */
function matchesIn({ facts, section, text }: Scope, pattern: string): Found {
  if (!facts) return findMatches(pattern, text);
  const known = foundIn(facts);
  const key = `${section?.slug ?? ''} ${pattern}`;
  const found = known.get(key) ?? findMatches(pattern, text);
  known.set(key, found);
  return found;
}

type Found = ReturnType<typeof findMatches>;

const foundIn = oncePer((_facts: DocumentFacts) => new Map<string, Found>());

function entryRange(contract: Contract, line: number): SourceRange {
  return { file: contract.file, line, column: 1, endLine: line, endColumn: 1 };
}

function entryOf(contract: Contract, line: number): NonNullable<Problem['related']> {
  return [{ at: { file: contract.file, line }, note: 'the promise' }];
}

// ---------------------------------------------------------------- checks

function checkArtifact(a: ContractArtifact, context: Context): Problem[] {
  const scope = scopeOf(a.path, undefined, a.line, context);
  if ('problem' in scope) return [scope.problem];
  const problem = (message: string, suggestion?: string): Problem => ({
    at: scope.head,
    message,
    suggestion,
    related: entryOf(context.contract, a.line),
  });
  const lines = scope.facts?.lines ?? scope.text.split('\n').length - (scope.text.endsWith('\n') ? 1 : 0);
  return [
    ...a.contains
      .filter((words) => !scope.text.includes(words))
      .map((words) =>
        problem(
          `${promise(context.contract)} that ${a.path} contains "${words}"; it does not.`,
          `add "${words}"`,
        ),
      ),
    ...(a.minLines !== undefined && lines < a.minLines
      ? [
          problem(
            `${promise(context.contract)} at least ${plural(a.minLines, 'line')} in ${a.path}; it has ${lines}.`,
          ),
        ]
      : []),
  ];
}

function checkLink(l: ContractLink, context: Context): Problem[] {
  const scope = scopeOf(l.from, l.section, l.line, context);
  if ('problem' in scope) return [scope.problem];
  const from = place({ path: l.from, section: l.section });
  const problem = (what: string): Problem => ({
    at: scope.head,
    message: `${promise(context.contract)} that ${from} refers to ${what}; it does not.`,
    suggestion: 'add the reference',
    related: entryOf(context.contract, l.line),
  });
  if (l.pattern !== undefined) {
    const found = matchesIn(scope, l.pattern);
    if ('fault' in found) return [faultyPattern(l.line, found.fault, context)];
    if (found.matches.length < l.minMatches)
      return [
        problem(`${target(l)} (pattern ${l.pattern}${l.minMatches > 1 ? `, ${l.minMatches} times` : ''})`),
      ];
  }
  const document = findDocument(l.to, context.graph);
  if (!document) return l.pattern === undefined ? checkOtherTarget(l, scope, problem, context) : [];
  if (!scope.facts) return [];
  const pointed = new Set(referencesOf(scope, context.graph).map((edge) => edge.target));
  if (l.toSections.length === 0) {
    const any = l.pattern !== undefined || [...pointed].some((id) => documentOf(id) === document.id);
    return any ? [] : [problem(l.to)];
  }
  return l.toSections
    .filter((number) => !pointsAt(pointed, document, number, context.graph))
    .map((number) => problem(`${l.to}, Section ${number}`));
}

/** The target is no document of the set: another file has to be there and a document has to name it; free text promises nothing that can be checked. */
function checkOtherTarget(
  l: ContractLink,
  scope: Scope,
  problem: (what: string) => Problem,
  { contract, graph }: Context,
): Problem[] {
  if (!namesFile(l.to)) return [];
  if (!graph.others.some((file) => file.path === l.to)) {
    return [
      {
        at: entryRange(contract, l.line),
        message: `${promise(contract)} a reference to ${l.to}, which does not exist.`,
        related: [],
      },
    ];
  }
  return !scope.facts || scope.text.includes(l.to.slice(l.to.lastIndexOf('/') + 1)) ? [] : [problem(l.to)];
}

/** A path, as `src/app.ts`, or a document, as `README.md`; "the edge document", "v1.2" and "Node.js" are neither. */
function namesFile(text: string): boolean {
  return /^[^\s:]+\.md$/.test(text) || /^[^\s:]*\/[^\s:/]*[^\s:./]\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(text);
}

function pointsAt(pointed: Set<string>, document: DocumentFacts, number: string, graph: GraphView): boolean {
  const section = graph.section(document.id, number);
  return section !== undefined && pointed.has(nodeId.section(document.id, section.slug));
}

/** The references that stand in the scope's section, or in the whole document. */
function referencesOf(scope: Scope, graph: GraphView): GraphView['edges'] {
  const { facts, section } = scope;
  if (!facts) return [];
  const all = graph.referencesFrom(facts.id);
  return section
    ? all.filter((edge) => edge.range!.line >= section.range.line && edge.range!.line <= section.endLine)
    : all;
}

function checkPattern(p: ContractPattern, context: Context): Problem[] {
  const scope = scopeOf(p.path, p.section, p.line, context);
  if ('problem' in scope) return [scope.problem];
  const found = matchesIn(scope, p.pattern);
  if ('fault' in found) return [faultyPattern(p.line, found.fault, context)];
  if (found.matches.length >= p.minMatches) return [];
  const times =
    p.minMatches > 1
      ? ` ${p.minMatches} times; it is there ${plural(found.matches.length, 'time')}`
      : '; it is not there';
  return [
    {
      at: scope.head,
      message: `${promise(context.contract)} ${p.provides ?? `the pattern ${p.pattern}`} in ${place(p)}${times}.`,
      suggestion: 'add it',
      related: entryOf(context.contract, p.line),
    },
  ];
}

function checkForbidden(p: ContractPattern, context: Context): Problem[] {
  const scope = scopeOf(p.path, p.section, p.line, context);
  if ('problem' in scope) return [scope.problem];
  const found = matchesIn(scope, p.pattern);
  if ('fault' in found) return [faultyPattern(p.line, found.fault, context)];
  const index = lineIndex(p.path, scope.facts?.source ?? scope.text);
  return found.matches.map(({ start, end }) => ({
    at: { ...index.range(scope.offset + start, scope.offset + end), file: scope.facts?.path ?? p.path },
    message: `"${scope.text.slice(start, end)}" still stands in ${place(p)}; ${promise(context.contract)} that ${p.provides ?? 'it'} is gone.`,
    suggestion: 'remove it',
    related: entryOf(context.contract, p.line),
  }));
}

function checkCount(c: Contract['counts'][number], { contract, graph }: Context): Problem[] {
  const counted = Object.hasOwn(graph.quantities, c.quantity) ? graph.quantities[c.quantity] : undefined;
  if (counted === c.equals) return [];
  const message =
    counted === undefined
      ? `${promise(contract)} a number of "${c.quantity}", which the configuration does not define.`
      : `${promise(contract)} ${c.equals} for "${c.quantity}"; counted are ${counted}.`;
  return [
    {
      at: entryRange(contract, c.line),
      message,
      suggestion: counted === undefined ? undefined : String(counted),
    },
  ];
}

function checkVersion(c: Contract['versions'][number], { contract, graph }: Context): Problem[] {
  const facts = findDocument(c.path, graph);
  if (!facts)
    return [
      {
        at: entryRange(contract, c.line),
        message: `${promise(contract)} a version of ${c.path}, which does not exist.`,
      },
    ];
  const field = facts.footer.find((f) => f.label === 'Version');
  const version = field?.value ?? '';
  if (field && compareVersions(version, c.version) >= 0) return [];
  return [
    {
      at: field?.range ?? facts.titleRange,
      message: field
        ? `${facts.path} has version ${version}; ${promise(contract)} ${c.version}.`
        : `${facts.path} states no version in its footer; ${promise(contract)} ${c.version}.`,
      suggestion: `Version: ${c.version}`,
      related: entryOf(contract, c.line),
    },
  ];
}

function compareVersions(a: string, b: string): number {
  const parts = (version: string): number[] =>
    version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function faultyPattern(line: number, fault: string, { contract }: Context): Problem {
  return {
    at: entryRange(contract, line),
    message: `The pattern cannot be used: ${fault}.`,
    suggestion: 'patterns are RE2: no look-around, no back references',
  };
}
