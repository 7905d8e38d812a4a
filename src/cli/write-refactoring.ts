/** Writes a refactoring: all files or none. */
import { checkGraph, readGraph } from '#specgraph';
import type { Project } from '#specgraph/load';
import { dataFilesOf, type RefactorPlan, type RefactorProject } from '#specgraph/refactor';
import type { Effects, FileChange } from './effects.ts';

/** The texts of the configuration, the contracts, and the YAML and JSON files beside the documents. */
export async function readDataFiles(project: Project, effects: Effects): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of dataFilesOf(project, await effects.listFiles(project.corpus.root)))
    texts.set(file, await effects.readText(file));
  return texts;
}

/**
 * @param reload reads the set from disk
 * @returns why nothing was written; nothing where it was
 */
export async function writeRefactoring(
  plan: RefactorPlan,
  project: Project & RefactorProject,
  reload: () => Promise<Project>,
  effects: Effects,
): Promise<string[]> {
  const names = new Map(plan.renames.map(({ from, to }) => [from, to]));
  const paths = new Set([...plan.texts.keys(), ...names.keys(), ...plan.removals]);
  const changes: FileChange[] = [];
  const undo: FileChange[] = [];
  for (const path of paths) {
    const problem = project.corpus.problems.find((one) => one.path === path);
    if (problem) return [`${path}: ${problem.message}`];
    const before =
      project.corpus.files.find((file) => file.path === path)?.text ?? project.pointerTexts?.get(path);
    const onDisk = await effects.readText(path);
    const mark = onDisk.startsWith('\uFEFF') ? '\uFEFF' : '';
    if (onDisk !== before && onDisk.slice(mark.length) !== before) return [`${path} has changed meanwhile`];
    const to = names.get(path);
    if (plan.removals.includes(path)) {
      changes.push({ file: path });
      undo.push({ file: path, text: onDisk });
      continue;
    }
    const text = plan.texts.get(path);
    const withMark = text === undefined ? onDisk : text.startsWith('\uFEFF') ? text : mark + text;
    changes.push({ file: path, to, text: withMark });
    undo.push({ file: to ?? path, to: to && path, text: onDisk });
  }
  await effects.changeFiles(changes);
  const problems = await readsAsPlanned(plan, project, reload);
  if (problems.length > 0) await effects.changeFiles(undo);
  return problems;
}

/** A configuration may be a program, of which only the text was changed: the proof is to load it again. */
async function readsAsPlanned(
  plan: RefactorPlan,
  { config, configFile }: Project,
  reload: () => Promise<Project>,
): Promise<string[]> {
  const isUntouched =
    configFile === undefined ||
    (!plan.texts.has(configFile) && JSON.stringify(plan.config) === JSON.stringify(config));
  if (isUntouched) return [];
  const now = await reload();
  if (JSON.stringify(now.config) === JSON.stringify(plan.config)) return [];
  const findings = checkGraph(readGraph(now.corpus, now.config), { contracts: now.contracts }).findings;
  const places = findings.slice(0, 5).map(({ file, line, message }) => `${file}:${line}  ${message}`);
  return [`${configFile} computes what it names, so it cannot follow: change it by hand`, ...places];
}
