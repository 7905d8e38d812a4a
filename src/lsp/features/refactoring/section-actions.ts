/** Code actions on the section at the cursor: insert another section, renumber the document. */
import { CodeActionKind, type CodeAction, type Command } from 'vscode-languageserver';
import { nodeId, type DocumentFacts, type SectionFacts } from '#specgraph';
import type { RefactorRequest, Side } from '#specgraph/refactor';
import type { Point } from '../../places.ts';
import type { DocumentRequest } from '../../read-set.ts';

/** The command behind the actions: its arguments are the URI of a document, and the request. */
export const REFACTOR = 'specgraph.refactor';

/** The kind of these actions. */
export const REFACTOR_SECTION = `${CodeActionKind.RefactorRewrite}.section`;

/** The title of a section that was just inserted. Its author renames it. */
const NEW_TITLE = 'New section';

const SIDES: readonly Side[] = ['before', 'after', 'under'];

/** A refactoring is worked out when the author chooses the action: working out each of them would take too long. */
export function sectionActions({ set, facts }: DocumentRequest, { line }: Point): CodeAction[] {
  const uri = set.uriOf(facts.path);
  const section = sectionAround(facts, line);
  const inserts = section
    ? SIDES.filter((side) => side === 'under' || section.depth > 1).map((side) => {
        const target = nodeId.section(facts.id, section.slug);
        const request: RefactorRequest = { action: 'insert', target, title: NEW_TITLE, side };
        return toAction(`Insert a section ${side} “${section.heading.trim()}”`, uri, request);
      })
    : [];
  const isNumbered = facts.sections.some(({ number, step, label }) => number ?? step ?? label);
  const renumber: RefactorRequest = { action: 'renumber', target: facts.id };
  return isNumbered
    ? [...inserts, toAction('Renumber the sections of this document', uri, renumber)]
    : inserts;
}

function sectionAround({ sections }: DocumentFacts, line: number): SectionFacts | undefined {
  return sections.findLast((section) => section.range.line <= line && line <= section.endLine);
}

function toAction(title: string, uri: string, request: RefactorRequest): CodeAction {
  const command: Command = { title, command: REFACTOR, arguments: [uri, request] };
  return { title, kind: REFACTOR_SECTION, command };
}
