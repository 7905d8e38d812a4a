/** Holds each kind of promise against the graph. */
import type { Contract, ContractArtifact, ContractLink, ContractPattern, DocumentFacts } from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { documentOf, nodeId } from '../resolve/ids.ts';
import { plural } from '../text/lists.ts';
import type { GraphView } from '../view.ts';
import { place, promise, target } from './describe.ts';
import {
  entryOf,
  entryRange,
  faultyPattern,
  missing,
  unkept,
  type Context,
  type Failure,
} from './failure.ts';
import { findDocument, matchesIn, scopeOf, type Scope } from './scope.ts';

export function checkArtifact(a: ContractArtifact, context: Context): Failure[] {
  const scope = scopeOf(a.path, undefined, a.line, context);
  if ('failure' in scope) return [scope.failure];
  const failure = (message: string, suggestion?: string): Failure =>
    unkept({ at: scope.head, message, suggestion, related: entryOf(context.contract, a.line) });
  const lines = scope.facts?.lines ?? scope.text.split('\n').length - (scope.text.endsWith('\n') ? 1 : 0);
  return [
    ...a.contains
      .filter((words) => !scope.text.includes(words))
      .map((words) =>
        failure(
          `${promise(context.contract)} that ${a.path} contains "${words}"; it does not.`,
          `add "${words}"`,
        ),
      ),
    ...(a.minLines !== undefined && lines < a.minLines
      ? [
          failure(
            `${promise(context.contract)} at least ${plural(a.minLines, 'line')} in ${a.path}; it has ${lines}.`,
          ),
        ]
      : []),
  ];
}

export function checkLink(l: ContractLink, context: Context): Failure[] {
  const scope = scopeOf(l.from, l.section, l.line, context);
  if ('failure' in scope) return [scope.failure];
  const from = place({ path: l.from, section: l.section });
  const failure = (what: string): Failure =>
    unkept({
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
        failure(`${target(l)} (pattern ${l.pattern}${l.minMatches > 1 ? `, ${l.minMatches} times` : ''})`),
      ];
  }
  const document = findDocument(l.to, context.graph);
  if (!document) return l.pattern === undefined ? checkOtherTarget(l, scope, failure, context) : [];
  if (!scope.facts) return [];
  const pointed = new Set(referencesOf(scope, context.graph).map((edge) => edge.target));
  if (l.toSections.length === 0) {
    const any = l.pattern !== undefined || [...pointed].some((id) => documentOf(id) === document.id);
    return any ? [] : [failure(l.to)];
  }
  return l.toSections
    .filter((number) => !pointsAt(pointed, document, number, context.graph))
    .map((number) => failure(`${l.to}, Section ${number}`));
}

/** The target is no document of the set: another file has to be there and a document has to name it; free text promises nothing that can be checked. */
function checkOtherTarget(
  l: ContractLink,
  scope: Scope,
  failure: (what: string) => Failure,
  { contract, graph }: Context,
): Failure[] {
  if (!namesFile(l.to)) return [];
  if (!graph.others.some((file) => file.path === l.to)) {
    return [
      missing(`target ${l.to}`, {
        at: entryRange(contract, l.line),
        message: `${promise(contract)} a reference to ${l.to}, which does not exist.`,
        related: [],
      }),
    ];
  }
  return !scope.facts || scope.text.includes(l.to.slice(l.to.lastIndexOf('/') + 1)) ? [] : [failure(l.to)];
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

export function checkPattern(p: ContractPattern, context: Context): Failure[] {
  const scope = scopeOf(p.path, p.section, p.line, context);
  if ('failure' in scope) return [scope.failure];
  const found = matchesIn(scope, p.pattern);
  if ('fault' in found) return [faultyPattern(p.line, found.fault, context)];
  if (found.matches.length >= p.minMatches) return [];
  const times =
    p.minMatches > 1
      ? ` ${p.minMatches} times; it is there ${plural(found.matches.length, 'time')}`
      : '; it is not there';
  return [
    unkept({
      at: scope.head,
      message: `${promise(context.contract)} ${p.provides ?? `the pattern ${p.pattern}`} in ${place(p)}${times}.`,
      suggestion: 'add it',
      related: entryOf(context.contract, p.line),
    }),
  ];
}

export function checkForbidden(p: ContractPattern, context: Context): Failure[] {
  const scope = scopeOf(p.path, p.section, p.line, context);
  if ('failure' in scope) return [scope.failure];
  const found = matchesIn(scope, p.pattern);
  if ('fault' in found) return [faultyPattern(p.line, found.fault, context)];
  const index = lineIndex(p.path, scope.facts?.source ?? scope.text);
  return found.matches.map(({ start, end }) =>
    unkept({
      at: { ...index.range(scope.offset + start, scope.offset + end), file: scope.facts?.path ?? p.path },
      message: `"${scope.text.slice(start, end)}" still stands in ${place(p)}; ${promise(context.contract)} that ${p.provides ?? 'it'} is gone.`,
      suggestion: 'remove it',
      related: entryOf(context.contract, p.line),
    }),
  );
}

export function checkCount(c: Contract['counts'][number], { contract, graph }: Context): Failure[] {
  const counted = Object.hasOwn(graph.quantities, c.quantity) ? graph.quantities[c.quantity] : undefined;
  if (counted === c.equals) return [];
  const message =
    counted === undefined
      ? `${promise(contract)} a number of "${c.quantity}", which the configuration does not define.`
      : `${promise(contract)} ${c.equals} for "${c.quantity}"; counted are ${counted}.`;
  return [
    unkept({
      at: entryRange(contract, c.line),
      message,
      suggestion: counted === undefined ? undefined : String(counted),
    }),
  ];
}

export function checkVersion(c: Contract['versions'][number], { contract, graph }: Context): Failure[] {
  const facts = findDocument(c.path, graph);
  if (!facts)
    return [
      missing(`version of ${c.path}`, {
        at: entryRange(contract, c.line),
        message: `${promise(contract)} a version of ${c.path}, which does not exist.`,
      }),
    ];
  const field = facts.footer.find((f) => f.label === 'Version');
  const version = field?.value ?? '';
  if (field && compareVersions(version, c.version) >= 0) return [];
  return [
    unkept({
      at: field?.range ?? facts.titleRange,
      message: field
        ? `${facts.path} has version ${version}; ${promise(contract)} ${c.version}.`
        : `${facts.path} states no version in its footer; ${promise(contract)} ${c.version}.`,
      suggestion: `Version: ${c.version}`,
      related: entryOf(contract, c.line),
    }),
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
