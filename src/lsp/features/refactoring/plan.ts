/** Works out refactorings of the set that an editor shows. */
import {
  dataFilesOf,
  planRefactoring,
  type RefactorPlan,
  type RefactorProject,
  type RefactorRequest,
} from '#specgraph/refactor';
import { UsageError } from '#specgraph/usage-error';
import type { ReadSet } from '../../read-set.ts';

/** A refactoring that is not made, with the reason as a sentence. */
export class RefusedError extends Error {}

/**
 * @returns edits that may be made
 * @throws RefusedError where something stands in the way
 */
export function planOrRefuse(set: ReadSet, request: RefactorRequest): RefactorPlan {
  const plan = planOrUsageError(projectOf(set), request);
  const [first, ...others] = plan.refusals;
  if (!first) return plan;
  const place = first.at ? ` (${first.at.file}:${first.at.line})` : '';
  const more = others.length > 0 ? ` There are ${others.length} more reasons.` : '';
  throw new RefusedError(`${sentence(first.message + place)}${more}`);
}

function planOrUsageError(project: RefactorProject, request: RefactorRequest): RefactorPlan {
  try {
    return planRefactoring(project, request);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new RefusedError(sentence(error.hint ? `${error.message}; ${error.hint}` : error.message));
  }
}

/** The set with the files beside the documents that name sections, documents and ids. */
function projectOf(set: ReadSet): RefactorProject {
  const { project, graph, readText } = set;
  const { root } = project.corpus;
  const beside = dataFilesOf(project, filesIn(set, root)).flatMap((file) => {
    const text = readText(file);
    return text === undefined ? [] : [[file, text] as const];
  });
  return { ...project, graph, pointerTexts: new Map(beside) };
}

/** All files in a folder and the folders in it, without hidden ones, packages and linked folders. */
function filesIn(set: ReadSet, folder: string): string[] {
  return set.list(folder).flatMap(({ name, isFolder, isLink }) => {
    if (name.startsWith('.') || name === 'node_modules' || (isFolder && isLink)) return [];
    const file = folder === '.' ? name : `${folder}/${name}`;
    return isFolder ? filesIn(set, file) : [file];
  });
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.?!]$/.test(words) ? '' : '.'}`;
}
