/** `check --fix`: checks and fixes repeatedly until no fix is left, then writes each changed file once. */
import type { Finding } from '#specgraph';
import type { Project } from '#specgraph/load';
import { applyFixes } from '#specgraph/fix';
import type { Checker } from './checker.ts';
import type { Effects } from './effects.ts';

const MAX_PASSES = 10;

export interface FixResult {
  /** The project with its fixed texts. */
  project: Project;
  /** How many fixes were applied. */
  fixed: number;
  /** Files that were not written, each with the reason. */
  skipped: string[];
}

export async function fixProject(checker: Checker, project: Project, effects: Effects): Promise<FixResult> {
  const { project: fixedProject, fixed } = await fixUntilStable(checker, project);
  const textsBefore = new Map(project.corpus.files.map((file) => [file.path, file.text]));
  const skipped: string[] = [];
  for (const { path, text } of fixedProject.corpus.files) {
    const before = textsBefore.get(path)!;
    if (text !== before && !(await replaceIfUnchanged(path, before, text, effects)))
      skipped.push(`${path} has changed meanwhile and was left alone`);
  }
  return { project: fixedProject, fixed, skipped };
}

/** Applies fixes in memory. A fix can make another one possible, so the project is checked again after each pass. */
async function fixUntilStable(
  checker: Checker,
  project: Project,
): Promise<Pick<FixResult, 'project' | 'fixed'>> {
  // A file that was read with replacement characters would be written with them: the author's bytes would be lost.
  const damaged = new Set(project.corpus.problems.map((problem) => problem.path));
  const isSafe = (finding: Finding): boolean =>
    finding.fix?.every((edit) => !damaged.has(edit.range.file)) ?? false;
  let current = project;
  let fixed = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { findings } = checker.check(current, await checker.buildGraph(current));
    const { texts, applied } = applyFixes(
      new Map(current.corpus.files.map((file) => [file.path, file.text])),
      findings.filter(isSafe),
    );
    if (applied.length === 0) break;
    fixed += applied.length;
    current = withTexts(current, texts);
  }
  return { project: current, fixed };
}

function withTexts(project: Project, texts: ReadonlyMap<string, string>): Project {
  const files = project.corpus.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { ...project, corpus: { ...project.corpus, files } };
}

/**
 * Keeps a byte order mark, and does not overwrite a file that somebody else has changed since it was read.
 * @returns whether the file was written
 */
async function replaceIfUnchanged(
  path: string,
  before: string,
  text: string,
  effects: Effects,
): Promise<boolean> {
  const onDisk = await effects.readText(path);
  const byteOrderMark = onDisk.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (onDisk.slice(byteOrderMark.length) !== before) return false;
  await effects.writeFile(path, byteOrderMark + text);
  return true;
}
