/** Verifies a plan: each of its promises, truths and success criteria, with what shows it. */
import type { Contract } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { evaluateContract, type ContractItem } from './evaluate.ts';
import { evidenceOf } from './evidence.ts';
import type { Context } from './failure.ts';
import { findDocument } from './scope.ts';

/** `needs-human`: no promise of the plan can show the statement. */
export type Verdict = 'verified' | 'failed' | 'needs-human';

/** A promise with its result. */
export interface PromiseResult {
  item: ContractItem;
  verdict: Verdict;
  /** Where a kept promise was found, or what is wrong with a broken one. */
  details: string;
}

/** A truth or a success criterion: a sentence that promises of the plan may show. */
export interface StatementResult {
  text: string;
  verdict: Verdict;
  /** The promises that show it or break it. */
  promises: PromiseResult[];
  /** Why a human must decide. */
  reason?: string;
}

export interface Verification {
  contract: Contract;
  /** `needs-human` when nothing has failed, but a statement cannot be shown. */
  verdict: Verdict;
  truths: StatementResult[];
  promises: PromiseResult[];
  criteria: StatementResult[];
}

/**
 * A truth is shown by the promises about the files that the contract names as its evidence. Without such an entry,
 * promises show it that name the same things as the sentence: each name of the sentence must occur in a kept promise.
 * A sentence that names nothing but documents, or nothing at all, is left to a human: that a document exists does not
 * show what a sentence says about it.
 */
export function verifyContract(contract: Contract, graph: GraphView): Verification {
  const context = { contract, graph };
  const promises = evaluateContract(contract, graph).items.map((item) => resultOf(item, context));
  const truths = contract.truths.map((text, i) => {
    const files = contract.evidence.filter(({ truth }) => truth === i + 1).flatMap(({ from }) => from);
    return files.length > 0
      ? judgeByFiles(text, files, promises, graph)
      : judgeByNames(text, promises, graph);
  });
  const criteria = contract.criteria.map((text) => judgeByNames(text, promises, graph));
  const verdicts = [...promises, ...truths, ...criteria].map(({ verdict }) => verdict);
  return { contract, verdict: worst(verdicts), truths, promises, criteria };
}

function resultOf(item: ContractItem, context: Context): PromiseResult {
  if (!item.ok)
    return { item, verdict: 'failed', details: item.problems.map(({ message }) => message).join(' ') };
  const details = evidenceOf(item, context);
  if (details !== undefined) return { item, verdict: 'verified', details };
  return { item, verdict: 'needs-human', details: 'the target is neither a document nor a file' };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.includes('needs-human') ? 'needs-human' : 'verified';
}

function judgeByFiles(
  text: string,
  files: readonly string[],
  promises: readonly PromiseResult[],
  graph: GraphView,
): StatementResult {
  const named = new Set(files.map((file) => findDocument(file, graph)?.path ?? file));
  const related = promises.filter(({ item }) => {
    const file = fileOf(item);
    return file !== undefined && named.has(findDocument(file, graph)?.path ?? file);
  });
  if (related.length === 0)
    return { text, verdict: 'needs-human', promises: [], reason: `no promise is about ${files.join(', ')}` };
  return { text, verdict: worst(related.map(({ verdict }) => verdict)), promises: related };
}

/** The file that a promise is about; a count is about the whole set. */
function fileOf(item: ContractItem): string | undefined {
  if (item.kind === 'count') return undefined;
  return item.kind === 'link' ? item.entry.from : item.entry.path;
}

function judgeByNames(text: string, promises: readonly PromiseResult[], graph: GraphView): StatementResult {
  const names = namesIn(text, promises, graph);
  if (names.length === 0)
    return { text, verdict: 'needs-human', promises: [], reason: 'it names nothing that a promise names' };
  const related = promises.filter(({ item }) => names.some((name) => mentions(item, name)));
  if (related.some(({ verdict }) => verdict === 'failed'))
    return { text, verdict: 'failed', promises: related.filter(({ verdict }) => verdict === 'failed') };
  const shown = related.filter(({ verdict }) => verdict === 'verified');
  const unshown = names.filter((name) => !shown.some(({ item }) => mentions(item, name)));
  if (unshown.length > 0)
    return {
      text,
      verdict: 'needs-human',
      promises: related,
      reason: `no promise names ${unshown.join(', ')}`,
    };
  return { text, verdict: 'verified', promises: related };
}

const QUOTED = /`([^`]+)`|"([^"]+)"/g;
const IDENTIFIER = /(?<![\w-])(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]+-\d+)(?![\w-])/g;

/** What a sentence names: quoted words, identifiers (`FL_MODE`, `EDGE-01`), and counts that the plan promises. */
function namesIn(text: string, promises: readonly PromiseResult[], graph: GraphView): string[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, code, words]) => code ?? words);
  const identifiers = [...text.matchAll(IDENTIFIER)].map(([name]) => name);
  const counts = promises.flatMap(({ item }) =>
    item.kind === 'count' && text.includes(`${item.entry.equals} ${item.entry.quantity}`)
      ? [`${item.entry.equals} ${item.entry.quantity}`]
      : [],
  );
  return [...new Set([...quoted, ...identifiers, ...counts])].filter((name) => !findDocument(name, graph));
}

function mentions(item: ContractItem, name: string): boolean {
  if (item.kind === 'count') return `${item.entry.equals} ${item.entry.quantity}` === name;
  const texts = item.kind === 'artifact' ? [item.text, ...item.entry.contains] : [item.text, patternOf(item)];
  return texts.some((text) => text.includes(name));
}

function patternOf(item: ContractItem): string {
  return 'pattern' in item.entry ? (item.entry.pattern ?? '') : '';
}
