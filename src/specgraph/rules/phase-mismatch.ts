import { fieldOf, phaseNumbers } from '../text/header-fields.ts';
import { isDocument, isPhase } from '../kinds/nodes.ts';
import type { DocumentFacts, GraphEdge, Problem, SourceRange } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const phaseMismatch: Rule = {
  id: 'phase-mismatch',
  group: 'claims',
  severity: 'error',
  summary: 'Header, footer and the words beside a link name the phases of a document alike',
  isPerDocument: true,
  *check(graph, { config }) {
    if (!config.phases?.length) return;
    for (const facts of graph.documents) if (facts.number !== undefined) yield* inDocument(facts, graph);
    yield* besideLinks(graph);
    yield* besideNames(graph, config.phases);
  },
};

/** Words before a phase in parentheses: "**Multi-site deployment (Phase 7):**". */
const NAMED = /(?<words>[A-Za-z][\w-]*(?: [\w-]+){0,3}) \($/;

/** A word before a phase in parentheses that only the name of another phase has. */
function* besideNames(
  graph: GraphView,
  phases: readonly { number: string; name: string }[],
): Iterable<Problem> {
  for (const { range, target, text, context, resolved } of graph.edges) {
    if (!resolved || !range || !text || !context || !isPhase(graph.node(target))) continue;
    const at = context.indexOf(`(${text}`);
    const written = at < 0 ? '' : (NAMED.exec(context.slice(0, at + 1))?.groups!.words ?? '');
    const words = wordsOf(written);
    const own = phases.find(({ number }) => number === nodeId.nameOf(target));
    if (!own || words.length === 0 || words.some((word) => wordsOf(own.name).includes(word))) continue;
    const named = phases.filter(({ name }) => wordsOf(name).some((word) => words.includes(word)));
    if (named.length === 1 && isNamedAtHead(words, named[0].name))
      yield {
        at: range,
        message: `"${written}" is of Phase ${named[0].number}, "${named[0].name}"; Phase ${own.number} is "${own.name}".`,
        suggestion: `Phase ${named[0].number}`,
      };
  }
}

/** The name begins with the same word: later words are shared by many. */
function isNamedAtHead(words: readonly string[], name: string): boolean {
  return wordsOf(name)[0] === words[0];
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+(?:-[a-z]+)*/g) ?? []).filter((word) => word.length > 2);
}

function* inDocument(facts: DocumentFacts, graph: GraphView): Iterable<Problem> {
  const header = fieldOf(facts.header, 'Phase');
  const footer = fieldOf(facts.footer, 'Phase');
  if (!header)
    yield {
      at: facts.titleRange,
      message: `${facts.path} names no phase in its header.`,
      suggestion: 'add "**Phase:** 01 - …" under the title',
    };
  if (!footer)
    yield {
      at: facts.titleRange,
      message: `${facts.path} names no phase in its footer.`,
      suggestion: 'add "*Phase: 01 - …*" at the end',
    };
  for (const field of [header, footer]) {
    for (const [, number, name] of (field?.value ?? '').matchAll(/(\d+)\s+-\s+([^,(]+)/g)) {
      const phase = graph.config.phases!.find((candidate) => candidate.number === String(Number(number)));
      if (phase && phase.name !== name.trim()) {
        yield {
          at: field!.range,
          message: `Phase ${phase.number} is called "${name.trim()}" here; its name is "${phase.name}".`,
          suggestion: phase.name,
        };
      }
    }
  }
  if (!header || !footer) return;
  const [inHeader, inFooter] = [phaseNumbers(header.value), phaseNumbers(footer.value)];
  if (inHeader.join() !== inFooter.join()) {
    yield {
      at: footer.range,
      message: `The footer names Phase ${inFooter.join(', ')}, the header Phase ${inHeader.join(', ')}.`,
      related: [{ at: { file: facts.path, line: header.range.line }, note: 'the header' }],
    };
  }
}

/** What stands between a phase and the document that belongs to it: "Phase 6: [the document]", "[the document] (Phase 6)". */
const BETWEEN = /^(?:: |\): | \(|, )$/;

/** Between a document and a phase behind it: nothing, or sections of the document. */
const BEHIND = /^(?:, Sections? [\w. -]+)? \($/;

/** A phase that stands directly beside the link to a document is one of the document's phases. */
function* besideLinks(graph: GraphView): Iterable<Problem> {
  for (const phase of graph.edges) {
    if (!phase.resolved || !phase.range || !isPhase(graph.node(phase.target))) continue;
    for (const link of graph.edgesOn(phase.range.file, phase.range.line)) {
      const facts = link.resolved && isDocument(graph.node(link.target)) && graph.document(link.target);
      const own = facts && allPhases(fieldOf(facts.header, 'Phase')?.value ?? '');
      if (!own || own.length === 0) continue;
      if (isBeside(phase.range, link.range!, graph) && !own.includes(nodeId.nameOf(phase.target)))
        yield describeBeside(phase, nodeId.nameOf(phase.target), facts, own);
    }
  }
}

/** Phases that wrote the document and those that updated it: "01 - Base (updated Phase 9)". */
function allPhases(value: string): string[] {
  return [...phaseNumbers(value), ...[...value.matchAll(/Phases? (\d+)/g)].map(([, number]) => number)];
}

function describeBeside(
  phase: GraphEdge,
  number: string,
  facts: DocumentFacts,
  own: readonly string[],
): Problem {
  return {
    at: phase.range!,
    message: `${facts.path} stands beside Phase ${number}; its header names Phase ${own.join(', ')}.`,
    suggestion: `Phase ${own[0]}`,
    related: [{ at: { file: facts.path, line: facts.header[0]?.range.line ?? 1 }, note: 'the header' }],
  };
}

/** Whether only punctuation stands between the two; a phase behind a link ends with the bracket. */
function isBeside(phase: SourceRange, link: SourceRange, graph: GraphView): boolean {
  const source = graph.documents.find(({ path }) => path === phase.file)!;
  const line = source.source.slice(source.lineStarts[phase.line - 1], source.lineStarts[phase.line]);
  if (phase.endColumn <= link.column) return BETWEEN.test(line.slice(phase.endColumn - 1, link.column - 1));
  return BEHIND.test(line.slice(link.endColumn - 1, phase.column - 1)) && line[phase.endColumn - 1] === ')';
}
