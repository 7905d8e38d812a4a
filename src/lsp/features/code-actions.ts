/** Quick fixes of findings: the edits that `check --fix` makes. */
import {
  CodeActionKind,
  type CodeAction,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit, Finding } from '#specgraph';
import { applyFixes } from '#specgraph/fix';
import { toRange } from '../places.ts';
import type { DocumentRequest, ReadSet } from '../read-set.ts';
import { toDiagnostic } from './diagnostics.ts';

/** "Fix everything" of a document, which editors can run on save. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.specgraph`;

/**
 * @param findings of the present text
 * @param only the kinds of actions that the editor asks for; all of them where it names none
 */
export function findQuickFixes(
  { set, facts }: DocumentRequest,
  findings: readonly Finding[],
  range: Range,
  only: readonly string[] | undefined,
): CodeAction[] {
  const own = findings.filter(({ file, fix }) => file === facts.path && fix);
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.QuickFix, only))
    actions.push(
      ...own
        .filter((finding) => touches(toRange(finding), range))
        .flatMap((finding) => quickFix(set, finding)),
    );
  if (isWanted(FIX_ALL, only) && own.length > 0) actions.push(...fixAll({ set, facts }, own));
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

function quickFix(set: ReadSet, finding: Finding): CodeAction[] {
  const edit = editOf(set, [finding]);
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

function fixAll({ set }: DocumentRequest, findings: readonly Finding[]): CodeAction[] {
  const edit = editOf(set, findings);
  return edit ? [{ title: 'Fix everything that has one right answer', kind: FIX_ALL, edit }] : [];
}

/** The edits of all fixes that do not overlap, as `check --fix` chooses them; undefined where none can be applied. */
function editOf(set: ReadSet, findings: readonly Finding[]): WorkspaceEdit | undefined {
  const texts = new Map(set.project.corpus.files.map(({ path, text }) => [path, text]));
  const { applied } = applyFixes(texts, findings);
  return applied.length > 0
    ? toWorkspaceEdit(
        set,
        applied.flatMap(({ fix = [] }) => fix),
      )
    : undefined;
}

/** Edits of any number of documents, with the places before all of them. */
function toWorkspaceEdit(set: ReadSet, edits: readonly Edit[]): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { range, text } of edits)
    (changes[set.uriOf(range.file)] ??= []).push({ range: toRange(range), newText: text });
  return { changes };
}
