/** Loads a folder, applies fixes where they are asked for, and checks it. */
import { rulesOf } from '#specgraph';
import { plural } from '#specgraph/text/lists';
import { fixProject } from './apply-fixes.ts';
import type { Checker } from './checker.ts';
import { createReport } from './create-report.ts';
import type { Effects } from './effects.ts';
import type { Report } from './report.ts';

/** @param fix whether to fix findings that have exactly one right answer before the check */
export async function checkFolder(checker: Checker, fix: boolean, effects: Effects): Promise<Report> {
  const start = effects.now();
  let project = await checker.loadProject();
  const progress = progressReporter(effects, start);
  let fixed: number | undefined;
  if (fix) {
    const result = await fixProject(checker, project, effects);
    project = result.project;
    fixed = result.fixed;
    for (const line of result.skipped) effects.stderr.write(`specgraph: ${line}\n`);
  }
  const view = await checker.buildGraph(project, progress.update);
  const report = checker.check(project, view);
  progress.end();
  return createReport({
    view,
    report,
    rules: rulesOf(project.config),
    repository: project.repository,
    milliseconds: effects.now() - start,
    fixed,
  });
}

/** Progress is shown only when the check takes longer than this. */
const PROGRESS_DELAY_MS = 500;

/** Shows on a terminal how many documents are read. */
function progressReporter(
  { stderr, now }: Effects,
  start: number,
): { update(done: number, total: number): void; end(): void } {
  let isShown = false;
  return {
    update(done, total) {
      if (!stderr.isTTY || now() - start < PROGRESS_DELAY_MS) return;
      isShown = true;
      const documents = plural(total, 'document');
      const line = done === total ? `Checking ${documents} …` : `Read ${done} of ${documents} …`;
      stderr.write(`\r\u001B[K${line}`);
    },
    end() {
      if (isShown) stderr.write('\r\u001B[K');
    },
  };
}
