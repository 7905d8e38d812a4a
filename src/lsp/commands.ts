/** Commands that code lenses and code actions run. */
import {
  MessageType,
  type Connection,
  type ExecuteCommandParams,
  type Location,
} from 'vscode-languageserver';
import type { NewInRange, RefactorPlan, RefactorRequest } from '#specgraph/refactor';
import { joinWords, plural } from '#specgraph/text/lists';
import type { ClientAbilities } from './abilities.ts';
import { SHOW_REFERENCES } from './features/code-lens.ts';
import { planOrRefuse, RefusedError } from './features/refactoring/plan.ts';
import { REFACTOR } from './features/refactoring/section-actions.ts';
import { editOfPlan } from './features/refactoring/workspace-edit.ts';
import { showMessage } from './messages.ts';
import type { ReadSet } from './read-set.ts';

export interface CommandContext {
  connection: Connection;
  abilities: ClientAbilities;
  /** The set of a document, by its URI. */
  read(uri: string): Promise<ReadSet | undefined>;
}

export const COMMANDS = [SHOW_REFERENCES, REFACTOR];

/** @returns the places of `SHOW_REFERENCES`, otherwise null */
export async function executeCommand(
  { command, arguments: given = [] }: ExecuteCommandParams,
  context: CommandContext,
): Promise<Location[] | null> {
  if (command === SHOW_REFERENCES) return showReferences(given[2] as Location[], context);
  if (command === REFACTOR) await refactor(given[0] as string, given[1] as RefactorRequest, context);
  return null;
}

/** Editors that show lists of places themselves never ask for this; the others open the first reference. */
async function showReferences(
  locations: Location[],
  { connection, abilities }: CommandContext,
): Promise<Location[]> {
  const [first] = locations;
  if (first && abilities.showsDocuments)
    await connection.window.showDocument({ uri: first.uri, selection: first.range, takeFocus: true });
  return locations;
}

async function refactor(
  uri: string,
  request: RefactorRequest,
  { connection, abilities, read }: CommandContext,
): Promise<void> {
  const set = await read(uri);
  if (!set) return;
  try {
    const plan = await planOrAsk(set, request, connection);
    if (!plan) return;
    if (plan.edits.size === 0)
      return showMessage(connection, MessageType.Info, 'There is nothing to change.');
    await connection.workspace.applyEdit(editOfPlan(set, plan, abilities));
    const doubts = doubtsOf(plan);
    if (doubts !== undefined) showMessage(connection, MessageType.Warning, doubts);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    showMessage(connection, MessageType.Error, error.message);
  }
}

/** A message of an editor has room for a few places. */
const MAX_DOUBTS = 3;

/** @returns the numbers that may refer to what has another number now, with their places */
function doubtsOf({ doubts }: RefactorPlan): string | undefined {
  if (doubts.length === 0) return undefined;
  const places = doubts
    .slice(0, MAX_DOUBTS)
    .map(({ atThen, message }) => `${atThen.file}:${atThen.line} ${message}`);
  const more = doubts.length - places.length;
  return `Look at ${joinWords([...places, ...(more > 0 ? [plural(more, 'more line')] : [])], 'and')}.`;
}

/** What the author can answer where a range such as "Sections 6-9" gets a section within it. */
const ANSWERS: readonly { title: string; newInRange: NewInRange }[] = [
  { title: 'Include the new section', newInRange: 'include' },
  { title: 'Leave it out', newInRange: 'exclude' },
];

/** @returns undefined where the author was asked and did not answer */
async function planOrAsk(
  set: ReadSet,
  request: RefactorRequest,
  connection: Connection,
): Promise<RefactorPlan | undefined> {
  try {
    return planOrRefuse(set, request);
  } catch (error) {
    if (!(error instanceof RefusedError) || !isPossible(set, { ...request, newInRange: 'include' }))
      throw error;
    const answer = await connection.window.showWarningMessage(error.message, ...ANSWERS);
    return answer && planOrRefuse(set, { ...request, newInRange: answer.newInRange });
  }
}

function isPossible(set: ReadSet, request: RefactorRequest): boolean {
  try {
    planOrRefuse(set, request);
    return true;
  } catch (error) {
    if (error instanceof RefusedError) return false;
    throw error;
  }
}
