/** Code actions: quick fixes of findings, which are the edits that `check --fix` makes, and refactorings of sections. */
import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '#specgraph';
import { applyFixes } from '#specgraph/fix';
import { toPoint, toRange } from '../places.ts';
import type { DocumentRequest, ReadSet } from '../read-set.ts';
import { toDiagnostic } from './diagnostics.ts';
import { REFACTOR_SECTION, sectionActions } from './refactoring/section-actions.ts';
import { toWorkspaceEdit, type EditAbilities } from './refactoring/workspace-edit.ts';

/** "Fix everything" of a document, which editors can run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.specgraph`;

/**
 * @param findings of the present text
 * @param only the kinds of actions that the editor asks for; all of them where it names none
 */
export function findCodeActions(
  { set, facts }: DocumentRequest,
  findings: readonly Finding[],
  range: Range,
  only: readonly string[] | undefined,
  abilities: EditAbilities,
): CodeAction[] {
  const own = findings.filter(({ file, fix }) => file === facts.path && fix);
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, only))
    actions.push(
      ...own
        .filter((finding) => touches(toRange(finding), range))
        .flatMap((finding) => quickFix(set, finding, abilities)),
    );
  if (isWanted(FIX_ALL, only) && own.length > 0) actions.push(...fixAll(set, own, abilities));
  if (isWanted(REFACTOR_SECTION, only))
    actions.push(...sectionActions({ set, facts }, toPoint(facts.path, range.start)));
  return actions;
}

/** Kinds are written like paths: "source" asks for "source.fixAll" too. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

function touches(a: Range, b: Range): boolean {
  const before = (one: Range['end'], other: Range['start']): boolean =>
    one.line < other.line || (one.line === other.line && one.character < other.character);
  return !before(a.end, b.start) && !before(b.end, a.start);
}

function quickFix(set: ReadSet, finding: Finding, abilities: EditAbilities): CodeAction[] {
  const edit = editOf(set, [finding], abilities);
  return edit
    ? [
        {
          title: titleOf(finding),
          kind: CodeActionKind.QuickFix,
          diagnostics: [toDiagnostic(finding, set.uriOf)],
          isPreferred: true,
          edit,
        },
      ]
    : [];
}

function titleOf({ suggestion, rule }: Finding): string {
  return suggestion ? `Fix: ${suggestion}` : `Fix ${rule}`;
}

function fixAll(set: ReadSet, findings: readonly Finding[], abilities: EditAbilities): CodeAction[] {
  const edit = editOf(set, findings, abilities);
  return edit ? [{ title: 'Fix everything that has one right answer', kind: FIX_ALL, edit }] : [];
}

/** The edits of all fixes that do not overlap, as `check --fix` chooses them; undefined where none can be applied. */
function editOf(
  set: ReadSet,
  findings: readonly Finding[],
  abilities: EditAbilities,
): WorkspaceEdit | undefined {
  const texts = new Map(set.project.corpus.files.map(({ path, text }) => [path, text]));
  const { applied } = applyFixes(texts, findings);
  return applied.length > 0
    ? toWorkspaceEdit(
        set,
        applied.flatMap(({ fix = [] }) => fix),
        abilities,
      )
    : undefined;
}
