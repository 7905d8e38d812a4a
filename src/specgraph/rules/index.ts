/** The registry of all rules, sorted by id. */
import { brokenAnchor } from './broken-anchor.ts';
import { brokenLink } from './broken-link.ts';
import { brokenPointer } from './broken-pointer.ts';
import { brokenSection } from './broken-section.ts';
import { brokenStep } from './broken-step.ts';
import { caseMismatch } from './case-mismatch.ts';
import { changedTarget } from './changed-target.ts';
import { conflictingCell } from './conflicting-cell.ts';
import { conflictingCount } from './conflicting-count.ts';
import { conflictingDefault } from './conflicting-default.ts';
import { conflictingDefinition } from './conflicting-definition.ts';
import { conflictingLimit } from './conflicting-limit.ts';
import { conflictingMessage } from './conflicting-message.ts';
import { conflictingMultiple } from './conflicting-multiple.ts';
import { conflictingOptions } from './conflicting-options.ts';
import { conflictingPattern } from './conflicting-pattern.ts';
import { conflictingPermission } from './conflicting-permission.ts';
import { conflictingPort } from './conflicting-port.ts';
import { conflictingQuantity } from './conflicting-quantity.ts';
import { conflictingRange } from './conflicting-range.ts';
import { conflictingRow } from './conflicting-row.ts';
import { conflictingVersion } from './conflicting-version.ts';
import { contractArtifact } from './contract-artifact.ts';
import { contractForbidden } from './contract-forbidden.ts';
import { contractLink } from './contract-link.ts';
import { contractPattern } from './contract-pattern.ts';
import { countMismatch } from './count-mismatch.ts';
import { duplicateDefinition } from './duplicate-definition.ts';
import { duplicateSectionNumber } from './duplicate-section-number.ts';
import { emptyLink } from './empty-link.ts';
import { exchangedMember } from './exchanged-member.ts';
import { ignoredTarget } from './ignored-target.ts';
import { impossibleOrder } from './impossible-order.ts';
import { impossibleValue } from './impossible-value.ts';
import { incompleteDefinition } from './incomplete-definition.ts';
import { inconsistentCapitals } from './inconsistent-capitals.ts';
import { incompleteVariable } from './incomplete-variable.ts';
import { invalidCodeBlock } from './invalid-code-block.ts';
import { kindWithoutDefinitions } from './kind-without-definitions.ts';
import { linkOutsideRoot } from './link-outside-root.ts';
import { linkShownAsText } from './link-shown-as-text.ts';
import { linkTextMismatch } from './link-text-mismatch.ts';
import { misnumberedItem } from './misnumbered-item.ts';
import { misnumberedStep } from './misnumbered-step.ts';
import { misplacedSectionNumber } from './misplaced-section-number.ts';
import { missingBacklink } from './missing-backlink.ts';
import { missingFromStep } from './missing-from-step.ts';
import { missingPublication } from './missing-publication.ts';
import { misspelledEndpoint } from './misspelled-endpoint.ts';
import { misspelledKey } from './misspelled-key.ts';
import { misspelledName } from './misspelled-name.ts';
import { misspelledNumber } from './misspelled-number.ts';
import { misspelledPort } from './misspelled-port.ts';
import { misspelledUserId } from './misspelled-user-id.ts';
import { misspelledVariable } from './misspelled-variable.ts';
import { movedTarget } from './moved-target.ts';
import { numberingGap } from './numbering-gap.ts';
import { offByOneReference } from './off-by-one-reference.ts';
import { oppositeDemand } from './opposite-demand.ts';
import { oppositeOrder } from './opposite-order.ts';
import { orphanDocument } from './orphan-document.ts';
import { phaseMismatch } from './phase-mismatch.ts';
import { rendererDifference } from './renderer-difference.ts';
import { repeatedColumn } from './repeated-column.ts';
import { repeatedHeading } from './repeated-heading.ts';
import { repeatedItem } from './repeated-item.ts';
import { repeatedParagraph } from './repeated-paragraph.ts';
import { repeatedRow } from './repeated-row.ts';
import { requirementMismatch } from './requirement-mismatch.ts';
import { sectionNumberGap } from './section-number-gap.ts';
import { stalePreview } from './stale-preview.ts';
import { suppressionWithoutReason } from './suppression-without-reason.ts';
import { tableCellCount } from './table-cell-count.ts';
import { tableWithoutRuler } from './table-without-ruler.ts';
import { titleMismatch } from './title-mismatch.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { uncoveredRequirement } from './uncovered-requirement.ts';
import { undefinedFunction } from './undefined-function.ts';
import { undefinedLinkReference } from './undefined-link-reference.ts';
import { undefinedMention } from './undefined-mention.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownDocument } from './unknown-document.ts';
import { unknownExitStatus } from './unknown-exit-status.ts';
import { unknownLevel } from './unknown-level.ts';
import { unlistedName } from './unlisted-name.ts';
import { unknownPhase } from './unknown-phase.ts';
import { unknownRequirement } from './unknown-requirement.ts';
import { unlinkedDocument } from './unlinked-document.ts';
import { unlistedDocument } from './unlisted-document.ts';
import { unreadableText } from './unreadable-text.ts';
import { unsetShellVariable } from './unset-shell-variable.ts';
import { unusedDefinition } from './unused-definition.ts';
import { unusedFunction } from './unused-function.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { unusedVariable } from './unused-variable.ts';
import { vanishedTarget } from './vanished-target.ts';
import { variableNumbering } from './variable-numbering.ts';
import { wrongCount } from './wrong-count.ts';
import { wrongExitStatus } from './wrong-exit-status.ts';
import { wrongResult } from './wrong-result.ts';
import { wrongStepCount } from './wrong-step-count.ts';
import { wrongVersion } from './wrong-version.ts';
import { compare } from '../text/ordered.ts';
import type { SpecConfig } from '../config.ts';
import type { Rule } from './rule.ts';

export type { Given, Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  brokenAnchor,
  brokenLink,
  brokenPointer,
  brokenSection,
  brokenStep,
  caseMismatch,
  changedTarget,
  conflictingCell,
  conflictingCount,
  conflictingDefault,
  conflictingDefinition,
  conflictingLimit,
  conflictingMessage,
  conflictingMultiple,
  conflictingOptions,
  conflictingPattern,
  conflictingPermission,
  conflictingPort,
  conflictingQuantity,
  conflictingRange,
  conflictingRow,
  conflictingVersion,
  contractArtifact,
  contractForbidden,
  contractLink,
  contractPattern,
  countMismatch,
  duplicateDefinition,
  duplicateSectionNumber,
  emptyLink,
  exchangedMember,
  ignoredTarget,
  impossibleOrder,
  impossibleValue,
  incompleteDefinition,
  incompleteVariable,
  inconsistentCapitals,
  invalidCodeBlock,
  kindWithoutDefinitions,
  linkOutsideRoot,
  linkShownAsText,
  linkTextMismatch,
  misnumberedItem,
  misnumberedStep,
  misplacedSectionNumber,
  missingBacklink,
  missingFromStep,
  missingPublication,
  misspelledEndpoint,
  misspelledKey,
  misspelledName,
  misspelledNumber,
  misspelledPort,
  misspelledUserId,
  misspelledVariable,
  movedTarget,
  numberingGap,
  offByOneReference,
  oppositeDemand,
  oppositeOrder,
  orphanDocument,
  phaseMismatch,
  rendererDifference,
  repeatedColumn,
  repeatedHeading,
  repeatedItem,
  repeatedParagraph,
  repeatedRow,
  requirementMismatch,
  sectionNumberGap,
  stalePreview,
  suppressionWithoutReason,
  tableCellCount,
  tableWithoutRuler,
  titleMismatch,
  unclosedFence,
  uncoveredRequirement,
  undefinedFunction,
  undefinedLinkReference,
  undefinedMention,
  undefinedVariable,
  unknownDocument,
  unknownExitStatus,
  unknownLevel,
  unknownPhase,
  unknownRequirement,
  unlinkedDocument,
  unlistedDocument,
  unlistedName,
  unreadableText,
  unsetShellVariable,
  unusedDefinition,
  unusedFunction,
  unusedSuppression,
  unusedVariable,
  vanishedTarget,
  variableNumbering,
  wrongCount,
  wrongExitStatus,
  wrongResult,
  wrongStepCount,
  wrongVersion,
];

/** The rules of a set: the built-in ones and those of its profiles, sorted by id. */
export function rulesOf({ profiles = [] }: Pick<SpecConfig, 'profiles'>): readonly Rule[] {
  // A profile is made as `Profile`, whose rules are whole; the configuration keeps no more of their type than it needs.
  const added = profiles.flatMap(({ rules = [] }) => rules as readonly Rule[]);
  return added.length === 0 ? RULES : [...RULES, ...added].toSorted((a, b) => compare(a.id, b.id));
}

export const RULE_IDS: readonly string[] = RULES.map((rule) => rule.id);

export function ruleById(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
