/** Checks a set again after every change, and sends what was found. */
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver';
import { checkDocument, checkInSteps, type DocumentFacts, type Finding, type GraphView } from '#specgraph';
import type { Project } from '#specgraph/load';
import { toDiagnostic } from './features/diagnostics.ts';
import { moveFindings } from './move-findings.ts';
import { diagnosticOfTrouble, diagnosticOfUnchecked, type Publisher } from './publisher.ts';
import type { ReadSet } from './read-set.ts';
import { inSlices } from './slices.ts';
import type { OpenDocuments } from './workspace/open-documents.ts';
import type { SpecSet } from './workspace/spec-set.ts';
import type { Workspace } from './workspace/workspace.ts';

/** A check that takes less is done whole after every change. */
const MAX_QUICK_CHECK_MS = 30;
/** A set of more documents is expected to take longer. */
const MAX_QUICK_DOCUMENTS = 100;
/** A check that takes longer begins when nothing was typed for as long as it takes, and for no longer than this. */
const MAX_QUIET_MS = 400;

interface CheckedSet {
  generation: number;
  graph: GraphView;
  findings: readonly Finding[];
  milliseconds: number;
}

export class ChangeFollower {
  private readonly workspace: Workspace;
  private readonly open: OpenDocuments;
  private readonly publisher: Publisher;
  private readonly report: (error: unknown) => void;
  private readonly running = new Map<SpecSet, Promise<void>>();
  private readonly checked = new WeakMap<SpecSet, CheckedSet>();
  /** Ends the wait for a pause in typing, by set. */
  private readonly wakes = new Map<SpecSet, () => void>();

  private readonly signal: AbortSignal;

  /**
   * @param signal ends the checks
   * @param report takes errors that are defects of the program
   */
  constructor(
    workspace: Workspace,
    open: OpenDocuments,
    publisher: Publisher,
    signal: AbortSignal,
    report: (error: unknown) => void,
  ) {
    this.signal = signal;
    this.workspace = workspace;
    this.open = open;
    this.publisher = publisher;
    this.report = report;
  }

  /** Checks a set soon. Changes that come meanwhile are checked together. */
  changed(set: SpecSet): void {
    this.wakes.get(set)?.();
    if (this.running.has(set) || this.signal.aborted) return;
    const run = this.checkUntilCurrent(set)
      .catch((error: unknown) => {
        if (!this.signal.aborted) this.report(error);
      })
      .finally(() => this.running.delete(set));
    this.running.set(set, run);
  }

  /** The findings of the present text of a document. Those that compare documents are missing while a long check runs. */
  async findingsOf(set: SpecSet, file: string): Promise<readonly Finding[]> {
    while (this.checked.get(set)?.generation !== set.generation) {
      const read = await set.draft();
      if (set.trouble || !read || this.signal.aborted) return [];
      const { contracts } = read.project;
      if (this.isSlow(set)) return checkDocument(read.graph, set.pathOf(file), { contracts }).findings;
      this.changed(set);
      await this.running.get(set);
    }
    return this.checked.get(set)!.findings;
  }

  private async checkUntilCurrent(set: SpecSet): Promise<void> {
    for (;;) {
      const { generation } = await withoutWaitingChanges(set);
      const isSlow = this.isSlow(set);
      if (isSlow) {
        const draft = await set.draft();
        if (draft && !set.trouble) this.publishEdited(set, draft);
        if (set.generation === generation) await this.quiet(set);
        if (set.generation !== generation) continue;
      }
      const read = await set.current();
      if (set.trouble || !read) return this.publishTrouble(set);
      // The first time, how many documents there are is known only now.
      if (!isSlow && this.isSlow(set)) this.publishEdited(set, read);
      if (await this.check(set, read, generation)) return;
    }
  }

  private isSlow(set: SpecSet): boolean {
    const known = this.checked.get(set);
    return known ? known.milliseconds > MAX_QUICK_CHECK_MS : set.size > MAX_QUICK_DOCUMENTS;
  }

  /** Waits until nothing was typed for a while. */
  private async quiet(set: SpecSet): Promise<void> {
    const { milliseconds } = this.checked.get(set) ?? { milliseconds: MAX_QUIET_MS };
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(MAX_QUIET_MS, milliseconds));
      this.wakes.set(set, () => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.wakes.delete(set);
  }

  /**
   * Sends what can be said at once about open documents that have changed: the findings of the rules that need no other
   * document. Those of other rules stay from the last check where their lines are the same.
   */
  private publishEdited(set: SpecSet, { graph, project, uriOf }: ReadSet): void {
    const known = this.checked.get(set);
    const diagnostics = new Map<string, Diagnostic[]>();
    for (const { file } of this.open.all()) {
      if (!this.workspace.owns(set, file)) continue;
      const facts = graph.document(set.pathOf(file));
      const before = known?.graph.document(set.pathOf(file));
      if (!facts) continue;
      const kept = known?.findings.filter((one) => one.file === facts.path) ?? [];
      const findings =
        facts === before
          ? kept
          : findingsOfEdited(graph, facts, project, { source: before?.source ?? '', findings: kept });
      diagnostics.set(
        file,
        findings.map((finding) => toDiagnostic(finding, uriOf)),
      );
    }
    this.publisher.publishFiles(set, diagnostics);
  }

  private publishTrouble(set: SpecSet): void {
    const { trouble } = set;
    if (!trouble) return;
    const uriOf = (file: string): string => this.open.uriOf(file);
    const own = this.open.all().filter(({ file }) => this.workspace.owns(set, file) && file !== trouble.file);
    const diagnostics = new Map(own.map(({ file }) => [file, [diagnosticOfUnchecked(trouble, uriOf)]]));
    if (trouble.file) diagnostics.set(trouble.file, [diagnosticOfTrouble(trouble)]);
    this.publisher.publish(set, diagnostics);
  }

  /** @returns false where the set has changed meanwhile */
  private async check(set: SpecSet, read: ReadSet, generation: number): Promise<boolean> {
    const { graph, project } = read;
    const started = performance.now();
    const { contracts, reviews } = project;
    const steps = checkInSteps(graph, { contracts, reviews });
    const report = await inSlices(steps, this.signal, () => set.generation === generation);
    if (!report) return false;
    const { findings } = report;
    this.checked.set(set, { generation, graph, findings, milliseconds: performance.now() - started });
    this.publish(set, read, findings);
    return set.generation === generation;
  }

  private publish(set: SpecSet, { uriOf }: ReadSet, findings: readonly Finding[]): void {
    const diagnostics = new Map<string, Diagnostic[]>();
    for (const { file } of this.open.all()) if (this.workspace.owns(set, file)) diagnostics.set(file, []);
    for (const finding of findings) {
      const file = set.absolute(finding.file);
      if (!this.workspace.owns(set, file)) continue;
      const own = diagnostics.get(file) ?? [];
      diagnostics.set(file, own);
      own.push(toDiagnostic(finding, uriOf));
    }
    this.publisher.publish(set, diagnostics);
  }
}

/**
 * What is known of an edited document before the whole set is checked again.
 * @param earlier the findings of an earlier text
 */
function findingsOfEdited(
  graph: GraphView,
  { path, source }: DocumentFacts,
  { contracts }: Project,
  earlier: { source: string; findings: readonly Finding[] },
): Finding[] {
  const { findings, rules } = checkDocument(graph, path, { contracts });
  const others = earlier.findings.filter(({ rule }) => !rules.has(rule));
  return [...findings, ...moveFindings(others, earlier.source, source)];
}

/** Waits until the changes that the editor has sent so far have been taken in: each is one turn of the event loop. */
async function withoutWaitingChanges(set: SpecSet): Promise<{ generation: number }> {
  for (;;) {
    const { generation } = set;
    await setImmediate();
    await setImmediate();
    if (set.generation === generation) return { generation };
  }
}
