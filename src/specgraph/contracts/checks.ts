/** Compares each kind of promise with the graph. */
import type {
  Contract,
  ContractArtifact,
  ContractLink,
  ContractPattern,
  DocumentFacts,
} from '../model/index.ts';
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
  whyMissing,
  type Context,
  type Failure,
} from './failure.ts';
import { withOtherNumbers } from './other-numbers.ts';
import { findDocument, matchesIn, rangeIn, scopeOf, type Scope } from './scope.ts';

export function checkArtifact(artifact: ContractArtifact, context: Context): Failure[] {
  const scope = scopeOf(artifact.path, undefined, artifact.line, context);
  if ('failure' in scope) return [scope.failure];
  const failure = (message: string, suggestion?: string, at = scope.head): Failure =>
    unkept({ at, message, suggestion, related: entryOf(context.contract, artifact.line) });
  const lines = scope.facts?.lines ?? scope.text.split('\n').length - (scope.text.endsWith('\n') ? 1 : 0);
  return [
    ...artifact.contains
      .filter((words) => !scope.text.includes(words))
      .map((words) => {
        const promised = `${promise(context.contract)} that ${artifact.path} contains "${words}"`;
        const near = withOtherNumbers(scope.text, words);
        if (!near) return failure(`${promised}; it does not.`, `add "${words}"`);
        const at = rangeIn(scope, artifact.path, near);
        return failure(`${promised}; it says "${scope.text.slice(near.start, near.end)}".`, words, at);
      }),
    ...(artifact.minLines !== undefined && lines < artifact.minLines
      ? [
          failure(
            `${promise(context.contract)} at least ${plural(artifact.minLines, 'line')} in ${artifact.path}; it has ${lines}.`,
          ),
        ]
      : []),
  ];
}

export function checkLink(link: ContractLink, context: Context): Failure[] {
  const scope = scopeOf(link.from, link.section, link.line, context);
  if ('failure' in scope) return [scope.failure];
  const from = place({ path: link.from, section: link.section });
  const failure = (what: string): Failure =>
    unkept({
      at: scope.head,
      message: `${promise(context.contract)} that ${from} refers to ${what}; it does not.`,
      suggestion: 'add the reference',
      related: entryOf(context.contract, link.line),
    });
  if (link.pattern !== undefined) {
    const found = matchesIn(scope, link.pattern);
    if ('fault' in found) return [faultyPattern(link.line, found.fault, context)];
    if (found.matches.length < link.minMatches)
      return [
        failure(
          `${target(link)} (pattern ${link.pattern}${link.minMatches > 1 ? `, ${link.minMatches} times` : ''})`,
        ),
      ];
  }
  const document = findDocument(link.to, context.graph);
  if (!document) return link.pattern === undefined ? checkOtherTarget(link, scope, failure, context) : [];
  if (!scope.facts) return [];
  const pointed = new Set(referencesOf(scope, context.graph).map((edge) => edge.target));
  if (link.toSections.length === 0) {
    const any = link.pattern !== undefined || [...pointed].some((id) => documentOf(id) === document.id);
    return any ? [] : [failure(link.to)];
  }
  return link.toSections
    .filter((number) => !pointsAt(pointed, document, number, context.graph))
    .map((number) => failure(`${link.to}, Section ${number}`));
}

/**
 * Checks a link whose target is not a document of the set. A file must exist, and the document must name it. Free text
 * cannot be checked.
 */
function checkOtherTarget(
  link: ContractLink,
  scope: Scope,
  failure: (what: string) => Failure,
  { contract, graph }: Context,
): Failure[] {
  if (!namesFile(link.to)) return [];
  if (!graph.others.some((file) => file.path === link.to)) {
    return [
      missing(`target ${link.to}`, {
        at: entryRange(contract, link.line),
        message: `${promise(contract)} a reference to ${link.to}, ${whyMissing(link.to, graph)}.`,
        related: [],
      }),
    ];
  }
  return !scope.facts || scope.text.includes(link.to.slice(link.to.lastIndexOf('/') + 1))
    ? []
    : [failure(link.to)];
}

/**
 * Whether the text is a path (`src/app.ts`) or a document (`README.md`), unlike "the edge document", "v1.2" and
 * "Node.js".
 */
function namesFile(text: string): boolean {
  return /^[^\s:]+\.md$/.test(text) || /^[^\s:]*\/[^\s:/]*[^\s:./]\.[A-Za-z][A-Za-z0-9]{0,9}$/.test(text);
}

function pointsAt(pointed: Set<string>, document: DocumentFacts, number: string, graph: GraphView): boolean {
  const section = graph.section(document.id, number);
  return section !== undefined && pointed.has(nodeId.section(document.id, section.slug));
}

/** The references that stand in the scope's section, or in the whole document. */
export function referencesOf(scope: Scope, graph: GraphView): GraphView['edges'] {
  const { facts, section } = scope;
  if (!facts) return [];
  const all = graph.referencesFrom(facts.id);
  return section
    ? all.filter((edge) => edge.range!.line >= section.range.line && edge.range!.line <= section.endLine)
    : all;
}

export function checkPattern(pattern: ContractPattern, context: Context): Failure[] {
  const scope = scopeOf(pattern.path, pattern.section, pattern.line, context);
  if ('failure' in scope) return [scope.failure];
  const found = matchesIn(scope, pattern.pattern);
  if ('fault' in found) return [faultyPattern(pattern.line, found.fault, context)];
  if (found.matches.length >= pattern.minMatches) return [];
  const times =
    pattern.minMatches > 1
      ? ` ${pattern.minMatches} times; it is there ${plural(found.matches.length, 'time')}`
      : '; it is not there';
  return [
    unkept({
      at: scope.head,
      message: `${promise(context.contract)} ${pattern.provides ?? `the pattern ${pattern.pattern}`} in ${place(pattern)}${times}.`,
      suggestion: 'add it',
      related: entryOf(context.contract, pattern.line),
    }),
  ];
}

export function checkForbidden(pattern: ContractPattern, context: Context): Failure[] {
  const scope = scopeOf(pattern.path, pattern.section, pattern.line, context);
  if ('failure' in scope) return [scope.failure];
  const found = matchesIn(scope, pattern.pattern);
  if ('fault' in found) return [faultyPattern(pattern.line, found.fault, context)];
  return found.matches.map(({ start, end }) =>
    unkept({
      at: rangeIn(scope, pattern.path, { start, end }),
      message: `"${scope.text.slice(start, end)}" still stands in ${place(pattern)}; ${promise(context.contract)} that ${pattern.provides ?? 'it'} is gone.`,
      suggestion: 'remove it',
      related: entryOf(context.contract, pattern.line),
    }),
  );
}

export function checkCount(count: Contract['counts'][number], { contract, graph }: Context): Failure[] {
  const counted = Object.hasOwn(graph.quantities, count.quantity)
    ? graph.quantities[count.quantity]
    : undefined;
  if (counted === count.equals) return [];
  const message =
    counted === undefined
      ? `${promise(contract)} a number of "${count.quantity}", which the configuration does not define.`
      : `${promise(contract)} ${count.equals} for "${count.quantity}"; the count is ${counted}.`;
  return [
    unkept({
      at: entryRange(contract, count.line),
      message,
      suggestion: counted === undefined ? undefined : String(counted),
    }),
  ];
}

export function checkVersion(
  promised: Contract['versions'][number],
  { contract, graph }: Context,
): Failure[] {
  const facts = findDocument(promised.path, graph);
  if (!facts)
    return [
      missing(`version of ${promised.path}`, {
        at: entryRange(contract, promised.line),
        message: `${promise(contract)} a version of ${promised.path}, ${whyMissing(promised.path, graph)}.`,
      }),
    ];
  const field = facts.footer.find(({ label }) => label === 'Version');
  const version = field?.value ?? '';
  if (field && compareVersions(version, promised.version) >= 0) return [];
  return [
    unkept({
      at: field?.range ?? facts.titleRange,
      message: field
        ? `${facts.path} has version ${version}; ${promise(contract)} ${promised.version}.`
        : `${facts.path} states no version in its footer; ${promise(contract)} ${promised.version}.`,
      suggestion: `Version: ${promised.version}`,
      related: entryOf(contract, promised.line),
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
