/** Reads, mends where that is wanted, and checks a folder. */
import { RULES } from '#specgraph';
import { plural } from '#specgraph/text/lists';
import { createReport } from './create-report.ts';
import type { Effects } from './effects.ts';
import { mend } from './apply-fixes.ts';
import type { Report } from './report.ts';
import type { Session } from './checker.ts';

/** @param fix whether findings that have one right answer are mended on the way */
export async function examine(session: Session, fix: boolean, effects: Effects): Promise<Report> {
  const start = effects.now();
  let project = await session.load();
  const progress = progressOn(effects, start);
  let fixed: number | undefined;
  if (fix) {
    const mended = await mend(session, project, effects);
    project = mended.project;
    fixed = mended.fixed;
    for (const line of mended.skipped) effects.stderr.write(`specgraph: ${line}\n`);
  }
  const view = await session.read(project, progress.tell);
  const report = session.check(project, view);
  progress.end();
  return createReport({ view, report, rules: RULES, milliseconds: effects.now() - start, fixed });
}

/** Whoever waits at a terminal for longer than this, in milliseconds, is told how far it is. */
const PATIENCE = 500;

function progressOn(
  { stderr, now }: Effects,
  start: number,
): { tell(done: number, total: number): void; end(): void } {
  let told = false;
  return {
    tell(done, total) {
      if (!stderr.isTTY || now() - start < PATIENCE) return;
      told = true;
      stderr.write(
        `\r\u001B[K${done === total ? `Checking ${plural(total, 'document')} …` : `Read ${done} of ${plural(total, 'document')} …`}`,
      );
    },
    end() {
      if (told) stderr.write('\r\u001B[K');
    },
  };
}
