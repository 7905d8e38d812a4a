import {
  planRefactoring,
  type RefactorPlan,
  type RefactorProject,
  type RefactorRequest,
  type Side,
} from '#specgraph/refactor';
import type { Project } from '#specgraph/load';
import { joinWords, plural } from '#specgraph/text/lists';
import { UsageError } from '#specgraph/usage-error';
import { paintFor } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import type { Effects } from '../effects.ts';
import type { OptionTable, OptionValues } from '../options.ts';
import { refactoringReport } from '../reporters/refactoring.ts';
import { readDataFiles, writeRefactoring } from '../write-refactoring.ts';

const OPTIONS = {
  after: { mayHaveValue: true, about: 'insert, move: behind the section and its subsections' },
  'allow-findings': { about: 'change also what rules find something new in; it is printed' },
  before: { mayHaveValue: true, about: 'insert, move: before the section' },
  config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
  dir: DIR,
  'close-numbers': {
    about: 'remove --force: close the gap of the number, where only lists and ranges refer to it',
  },
  'dry-run': { about: 'print the changes and write nothing; the default' },
  'exclude-new': { about: 'a range such as "Sections 6-9" does not mean a section that is new in it' },
  force: { about: 'remove: although something refers to it; print what is broken then' },
  'include-new': { about: 'a range such as "Sections 6-9" means a section that is new in it' },
  'keep-anchors': { about: 'rename, move: leave the old anchors, for links from elsewhere' },
  'keep-numbers': { about: 'remove: leave the gap that the number makes' },
  title: { value: 'TITLE', about: 'rename of a document to a new file name: its new title as well' },
  under: { mayHaveValue: true, about: 'insert, move: as the last subsection' },
  write: { about: 'write the changes: all files or none' },
} as const satisfies OptionTable;

type Options = OptionValues<typeof OPTIONS>;

interface Words {
  options: Options;
  /** What stands behind the name of the action. */
  operands: readonly string[];
  /** How many of them stand before the switch that names a side. */
  beforeSide: number;
}

export const refactor = defineCommand({
  name: 'refactor',
  summary: 'Renames, inserts, moves, removes or renumbers; everything that refers to it follows.',
  operands: 'ACTION …',
  options: OPTIONS,
  notes: [
    'rename TARGET NEW: a heading, a document (a new file name, or a new title), a variable, an id of any kind, a term. ' +
      'insert TARGET TITLE --before|--after|--under: a new heading with the right number. ' +
      'move TARGET --before|--after|--under TARGET: a section with its subsections. ' +
      'remove TARGET: a section or a document to which nothing refers, or the definition of a variable, an id or a term. ' +
      'renumber [DOC]: counts sections, appendices, steps and the rows of tables whose first column counts ("#", "No.", ' +
      '"Step", "Row", "Item", …) anew in the order in which they stand; references follow. "Row 4" follows where no other ' +
      'table can be meant, and is listed elsewhere. An ordered list gets the numbers that its page shows: "step 3" in prose stays.',
    'TARGET is a section (spec/14#3, 14#3, guide.md#setup, "spec/14 Section 3"), a document (14, spec/14, guide.md), a step ' +
      '("Step 7b of spec/02"), a variable (APP_PORT), or a thing of another kind as the text writes it.',
    'A new file name without a slash stays in the folder of the document; one with a slash counts from the folder of the ' +
      'documents (guide/setup.md), or is an absolute path in the folder in which the command runs.',
    'Before anything is written, the graph of the result is compared with the graph before: every reference must lead to ' +
      'the same thing, and no rule may find anything new. Otherwise nothing is written, and the references that stand in ' +
      'the way are listed (exit status 1).',
  ],
  examples: [
    'specgraph refactor rename "spec/14#3" "Edge Discovery"',
    'specgraph refactor insert "spec/14#3" "Site Survey" --after --include-new --write',
    'specgraph refactor move "spec/14#7" --after "spec/08#8"',
    'specgraph refactor rename APP_PORT APP_LISTEN_PORT --write',
  ],
  async run({ options, operands, operandsBefore }, effects) {
    const [action, ...rest] = operands;
    if (options.write && options['dry-run'])
      throw new UsageError('--write and --dry-run contradict each other', 'keep one');
    const side = sideOf(options);
    const words = {
      options,
      operands: rest,
      beforeSide: side === undefined ? 0 : operandsBefore[side] - 1,
    };
    const requests = requestsOf(action, words);
    const load = (): Promise<Project> =>
      readFolder(options.dir, (folder) => effects.load(folder, { config: options.config }));
    const loaded = await load();
    const project = { ...loaded, pointerTexts: await readDataFiles(loaded, effects), folder: effects.cwd };
    const plan = planFirst(project, requests);
    return plan.refusals.length > 0 || !options.write
      ? printPlan(plan, project, requests[0], effects)
      : write(plan, project, load, effects);
  },
});

/** Reads the first of the requests whose targets exist: operands may stand in either order. */
function planFirst(project: RefactorProject, [first, ...others]: readonly RefactorRequest[]): RefactorPlan {
  try {
    return planRefactoring(project, first);
  } catch (error) {
    for (const other of error instanceof UsageError ? others : []) {
      try {
        return planRefactoring(project, other);
      } catch (otherError) {
        if (!(otherError instanceof UsageError)) throw otherError;
      }
    }
    throw error;
  }
}

function printPlan(
  plan: RefactorPlan,
  project: RefactorProject,
  request: RefactorRequest,
  effects: Effects,
): number {
  const paint = paintFor(effects.stdout, effects.env);
  const report = refactoringReport(plan, textsOf(project), paint);
  effects.stdout.write(report.changes);
  if (plan.refusals.length === 0) {
    effects.stdout.write(
      changesNothing(plan)
        ? `${report.summary}\n`
        : `${report.summary}; nothing is written without --write\n`,
    );
    return 0;
  }
  effects.stderr.write(report.refusals + wayOut(plan, request));
  return 1;
}

function changesNothing({ texts, renames, removals }: RefactorPlan): boolean {
  return texts.size === 0 && renames.length === 0 && removals.length === 0;
}

/** The switch that lets a refused refactoring pass; nothing where there is none. */
function wayOut({ refusals }: RefactorPlan, request: RefactorRequest): string {
  if (request.action === 'remove' && !request.force)
    return '--force removes it all the same, and lists what is broken then\n';
  const areFindings = refusals.every(({ isFinding }) => isFinding);
  return areFindings
    ? 'Change the words in these places first; or --allow-findings changes it all the same, and lists what is found then\n'
    : '';
}

async function write(
  plan: RefactorPlan,
  project: Project & RefactorProject,
  reload: () => Promise<Project>,
  effects: Effects,
): Promise<number> {
  const paint = paintFor(effects.stdout, effects.env);
  const report = refactoringReport(plan, textsOf(project), paint, true);
  if (changesNothing(plan)) {
    effects.stdout.write(`${report.notes}${report.summary}\n`);
    return 0;
  }
  const problems = await writeRefactoring(plan, project, reload, effects);
  if (problems.length > 0) {
    effects.stderr.write(['Nothing was written:', ...problems.map((one) => `  ${one}`), ''].join('\n'));
    return 1;
  }
  effects.stdout.write(`${report.notes}${report.summary}, written\n`);
  return 0;
}

function textsOf({ corpus, pointerTexts }: RefactorProject): Map<string, string> {
  return new Map([...(pointerTexts ?? []), ...corpus.files.map(({ path, text }) => [path, text] as const)]);
}

// ---------------------------------------------------------------- words to requests

function sideOf(options: Options): Side | undefined {
  const sides = (['before', 'after', 'under'] as const).filter((side) => options[side]);
  if (sides.length > 1)
    throw new UsageError(`--${sides[0]} and --${sides[1]} contradict each other`, 'keep one');
  return sides[0];
}

function requestsOf(action: string | undefined, words: Words): RefactorRequest[] {
  const { options } = words;
  if (options['include-new'] && options['exclude-new'])
    throw new UsageError('--include-new and --exclude-new contradict each other', 'keep one');
  const newInRange = options['include-new'] ? 'include' : options['exclude-new'] ? 'exclude' : undefined;
  const read = action === undefined ? undefined : ACTIONS[action];
  if (!read)
    throw new UsageError(
      action === undefined ? 'refactor needs an action' : `refactor cannot "${action}"`,
      `it takes ${joinWords(Object.keys(ACTIONS), 'or')}`,
    );
  return read(words).map((request) => ({ ...request, newInRange, allowFindings: options['allow-findings'] }));
}

const ACTIONS: Readonly<Record<string, ((words: Words) => RefactorRequest[]) | undefined>> = {
  rename({ operands, options }) {
    const [target, name] = exactly(2, operands, 'rename TARGET NEW');
    return [{ action: 'rename', target, name, title: options.title, keepAnchors: options['keep-anchors'] }];
  },
  insert({ operands, options }) {
    const side = sideOf(options);
    const named = side && options[side];
    const all = typeof named === 'string' ? [named, ...operands] : operands;
    const [target, title] = exactly(2, all, 'insert TARGET TITLE --before|--after|--under');
    const request = { action: 'insert', target, title, side } as const;
    return [request, { ...request, target: title, title: target }];
  },
  move({ operands, options, beforeSide }) {
    const side = sideOf(options);
    const usage = 'move TARGET --before|--after|--under TARGET';
    if (!side) throw new UsageError('move needs a place', usage);
    const named = options[side];
    const all = typeof named === 'string' ? [...operands, named] : operands;
    const [first, second] = exactly(2, all, usage);
    const isSideFirst = typeof named !== 'string' && beforeSide === 0;
    const [target, anchor] = isSideFirst ? [second, first] : [first, second];
    return [{ action: 'move', target, side, anchor, keepAnchors: options['keep-anchors'] }];
  },
  remove({ operands, options }) {
    const [target] = exactly(1, operands, 'remove TARGET');
    const [closes, keeps] = [options['close-numbers'], options['keep-numbers']];
    if (closes && keeps)
      throw new UsageError('--close-numbers and --keep-numbers contradict each other', 'keep one');
    return [
      {
        action: 'remove',
        target,
        force: options.force,
        renumber: keeps ? false : closes,
      },
    ];
  },
  renumber({ operands }) {
    if (operands.length > 1) exactly(1, operands, 'renumber [DOC]');
    return [{ action: 'renumber', target: operands[0] }];
  },
};

function exactly(count: number, operands: readonly string[], usage: string): readonly string[] {
  if (operands.length !== count)
    throw new UsageError(
      `refactor ${usage.split(' ')[0]} takes ${plural(count, 'operand')}, not ${operands.length}`,
      `specgraph refactor ${usage}`,
    );
  return operands;
}
