/** `--fix`: checks, mends, checks again, until nothing more can be mended; then writes each file once. */
import type { Finding } from '#specgraph';
import type { Project } from '#specgraph/load';
import { applyFixes } from '#specgraph/fix';
import type { Effects } from './effects.ts';
import type { Session } from './checker.ts';

const MOST_PASSES = 10;

export interface Mended {
  /** The project with its mended texts. */
  project: Project;
  /** How many fixes were applied. */
  fixed: number;
  /** Files that were left alone, with the reason. */
  skipped: string[];
}

export async function mend(session: Session, project: Project, effects: Effects): Promise<Mended> {
  // What was read with replacement characters would be written with them: the author's bytes would be lost.
  const damaged = new Set(project.corpus.problems.map((p) => p.path));
  const before = new Map(project.corpus.files.map((f) => [f.path, f.text]));
  const safe = (finding: Finding): boolean =>
    finding.fix?.every((edit) => !damaged.has(edit.range.file)) ?? false;
  let current = project;
  let fixed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { findings } = session.check(current, await session.read(current));
    const { texts, applied } = applyFixes(
      new Map(current.corpus.files.map((f) => [f.path, f.text])),
      findings.filter(safe),
    );
    if (applied.length === 0) break;
    fixed += applied.length;
    current = withTexts(current, texts);
  }
  const skipped: string[] = [];
  for (const { path, text } of current.corpus.files) {
    const read = before.get(path)!;
    if (text !== read && !(await replace(path, read, text, effects)))
      skipped.push(`${path} has changed meanwhile and was left alone`);
  }
  return { project: current, fixed, skipped };
}

function withTexts(project: Project, texts: ReadonlyMap<string, string>): Project {
  const files = project.corpus.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { ...project, corpus: { ...project.corpus, files } };
}

/** Only the places of findings change: a byte order mark stays, and so does what someone else has just written. */
async function replace(path: string, read: string, text: string, effects: Effects): Promise<boolean> {
  const disk = await effects.readText(path);
  const mark = disk.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (disk.slice(mark.length) !== read) return false;
  await effects.writeFile(path, mark + text);
  return true;
}
