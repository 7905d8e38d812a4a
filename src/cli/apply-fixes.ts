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
  const documents = await fixDocuments(checker, project, effects);
  const pointers = await fixPointers(checker, documents.project, effects);
  return {
    ...pointers,
    fixed: documents.fixed + pointers.fixed,
    skipped: [...documents.skipped, ...pointers.skipped],
  };
}

/**
 * Corrects section numbers in the configuration and in contracts. These files may be programs, so the proof is to load
 * them again: where that gives a finding that was not there before, the old text is restored.
 */
async function fixPointers(checker: Checker, project: Project, effects: Effects): Promise<FixResult> {
  const documents = new Set(project.corpus.files.map(({ path }) => path));
  const findings = checker.check(project, await checker.buildGraph(project)).findings;
  const fixable = findings.filter(({ file, fix }) => fix && !documents.has(file));
  const files = new Map<string, string>();
  for (const { file } of fixable) files.set(file, files.get(file) ?? (await effects.readText(file)));
  const { texts, applied } = applyFixes(files, fixable);
  for (const [file, text] of texts) await effects.writeFile(file, text);
  if (texts.size === 0) return { project, fixed: 0, skipped: [] };
  const reloaded = await checker.loadProject();
  const after = checker.check(reloaded, await checker.buildGraph(reloaded)).findings;
  if (findingsAdded({ project, findings }, { project: reloaded, findings: after }).length === 0)
    return { project: reloaded, fixed: applied.length, skipped: [] };
  for (const file of texts.keys()) await effects.writeFile(file, files.get(file)!);
  return {
    project: await checker.loadProject(),
    fixed: 0,
    skipped: [...texts.keys()].map(
      (file) => `${file} computes section numbers and was left alone: correct them by hand`,
    ),
  };
}

async function fixDocuments(checker: Checker, project: Project, effects: Effects): Promise<FixResult> {
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
  // Writing a file that was read with replacement characters would destroy the original bytes.
  const damaged = new Set(project.corpus.problems.map((problem) => problem.path));
  const isSafe = (finding: Finding): boolean =>
    finding.fix?.every((edit) => !damaged.has(edit.range.file)) ?? false;
  const findingsOf = async (state: Project): Promise<Finding[]> =>
    checker.check(state, await checker.buildGraph(state)).findings;
  let current: Checked = { project, findings: await findingsOf(project) };
  let fixed = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next = await applyProven(current, current.findings.filter(isSafe), findingsOf);
    if (!next) break;
    fixed += next.fixed;
    current = next;
  }
  return { project: current.project, fixed };
}

/** A state of the project with its findings. */
interface Checked {
  project: Project;
  findings: Finding[];
}

/**
 * Applies only fixes that cause no new finding. Where one appears, the fixes on its line are left out; if that does not
 * help, those of its file, then all.
 * @returns undefined where nothing can be fixed
 */
async function applyProven(
  { project, findings }: Checked,
  fixable: readonly Finding[],
  findingsOf: (project: Project) => Promise<Finding[]>,
): Promise<(Checked & { fixed: number }) | undefined> {
  const files = new Map(project.corpus.files.map((file) => [file.path, file.text]));
  let candidates = fixable;
  for (const placeOf of [lineOf, fileOf, everywhere]) {
    const { texts, applied } = applyFixes(files, candidates);
    if (applied.length === 0) return undefined;
    const fixedProject = withTexts(project, texts);
    const after = await findingsOf(fixedProject);
    const added = findingsAdded({ project, findings }, { project: fixedProject, findings: after });
    if (added.length === 0) return { project: fixedProject, findings: after, fixed: applied.length };
    const places = new Set(added.map(placeOf));
    candidates = candidates.filter((finding) => !places.has(placeOf(finding)));
  }
  return undefined;
}

const lineOf = (finding: Finding): string => `${finding.file}:${finding.line}`;
const fileOf = (finding: Finding): string => finding.file;
const everywhere = (): string => '';

/**
 * Findings that were not there before. One that was there has the same words, or stands on a line of the same text: fixes
 * of others change the numbers of lines, and the counts in messages ("in 12 other places").
 */
function findingsAdded(before: Checked, after: Checked): Finding[] {
  const [messagesBefore, messagesAfter] = [before, after].map(({ findings }) => findings.map(keyOfMessage));
  const unmatched = withoutMatches(before.findings, messagesBefore, messagesAfter);
  const added = withoutMatches(after.findings, messagesAfter, messagesBefore);
  const linesBefore = unmatched.map(keyOfLine(before.project));
  return withoutMatches(added, added.map(keyOfLine(after.project)), linesBefore);
}

/** The findings whose key the others do not have, or have fewer times. */
function withoutMatches(
  findings: readonly Finding[],
  keys: readonly string[],
  others: readonly string[],
): Finding[] {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return findings.filter((_, i) => {
    const count = left.get(keys[i]) ?? 0;
    left.set(keys[i], count - 1);
    return count <= 0;
  });
}

function keyOfMessage({ rule, file, message }: Finding): string {
  return `${rule} ${file} ${message}`;
}

function keyOfLine({ corpus }: Project): (finding: Finding) => string {
  const lines = new Map<string, string[] | undefined>();
  const textOf = new Map(corpus.files.map(({ path, text }) => [path, text]));
  return ({ rule, file, line }) => {
    if (!lines.has(file)) lines.set(file, textOf.get(file)?.split('\n'));
    return `${rule} ${file} ${lines.get(file)?.[line - 1] ?? `line ${line}`}`;
  };
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
