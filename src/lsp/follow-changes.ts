/** Checks a set again after every change, and sends what was found. */
import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver';
import { checkInSteps, type Finding } from '#specgraph';
import { toDiagnostic } from './features/diagnostics.ts';
import { diagnosticOfTrouble, diagnosticOfUnchecked, type Publisher } from './publisher.ts';
import type { ReadSet } from './read-set.ts';
import type { OpenDocuments } from './workspace/open-documents.ts';
import type { SpecSet } from './workspace/spec-set.ts';
import type { Workspace } from './workspace/workspace.ts';

/** So long the check runs before requests of the editor are answered. */
const SLICE_MS = 15;

export interface CheckedSet {
  generation: number;
  findings: readonly Finding[];
}

export class ChangeFollower {
  private readonly workspace: Workspace;
  private readonly open: OpenDocuments;
  private readonly publisher: Publisher;
  private readonly report: (error: unknown) => void;
  private readonly running = new Map<SpecSet, Promise<void>>();
  private readonly checked = new WeakMap<SpecSet, CheckedSet>();

  /** @param report takes errors that are defects of the program */
  constructor(
    workspace: Workspace,
    open: OpenDocuments,
    publisher: Publisher,
    report: (error: unknown) => void,
  ) {
    this.workspace = workspace;
    this.open = open;
    this.publisher = publisher;
    this.report = report;
  }

  /** Checks a set soon. Changes that come meanwhile are checked together. */
  changed(set: SpecSet): void {
    if (this.running.has(set)) return;
    const run = this.checkUntilCurrent(set)
      .catch(this.report)
      .finally(() => this.running.delete(set));
    this.running.set(set, run);
  }

  /** The findings of the present state of a set. */
  async findingsOf(set: SpecSet): Promise<readonly Finding[]> {
    while (this.checked.get(set)?.generation !== set.generation) {
      this.changed(set);
      await this.running.get(set);
      if (set.trouble) return [];
    }
    return this.checked.get(set)!.findings;
  }

  private async checkUntilCurrent(set: SpecSet): Promise<void> {
    let isDone = false;
    while (!isDone) {
      const { generation } = await withoutWaitingChanges(set);
      const read = await set.current();
      isDone = set.trouble || !read ? this.publishTrouble(set) : await this.check(set, read, generation);
    }
  }

  private publishTrouble(set: SpecSet): boolean {
    const { trouble } = set;
    if (!trouble) return true;
    const uriOf = (file: string): string => this.open.uriOf(file);
    const own = this.open.all().filter(({ file }) => this.workspace.owns(set, file) && file !== trouble.file);
    const diagnostics = new Map(own.map(({ file }) => [file, [diagnosticOfUnchecked(trouble, uriOf)]]));
    if (trouble.file) diagnostics.set(trouble.file, [diagnosticOfTrouble(trouble)]);
    this.publisher.publish(set, diagnostics);
    return true;
  }

  /** @returns false where the set has changed meanwhile */
  private async check(set: SpecSet, read: ReadSet, generation: number): Promise<boolean> {
    const steps = checkInSteps(read.graph, { contracts: read.project.contracts });
    let sliceStart = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        this.checked.set(set, { generation, findings: step.value.findings });
        this.publish(set, read, step.value.findings);
        return set.generation === generation;
      }
      if (performance.now() - sliceStart < SLICE_MS) continue;
      await setImmediate();
      if (set.generation !== generation) return false;
      sliceStart = performance.now();
    }
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

/** Waits until the changes that the editor has sent so far have been taken in: each is one turn of the event loop. */
async function withoutWaitingChanges(set: SpecSet): Promise<{ generation: number }> {
  for (;;) {
    const { generation } = set;
    await setImmediate();
    await setImmediate();
    if (set.generation === generation) return { generation };
  }
}
