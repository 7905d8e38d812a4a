/** The front door of the engine: strings in, plain data out. Reading files is `#specgraph/load`, questions are `#specgraph/query`. */
export {
  checkDocument,
  checkGraph,
  checkInSteps,
  settingOf,
  viewOfDocument,
  withoutConsequences,
  type CheckOptions,
  type CheckReport,
} from './check.ts';
export { foldFindings, type FoldedFinding } from './fold-findings.ts';
export { NO_CONFIG, parseConfig, type SiteConfig, type SpecConfig, type SpecConfigInput } from './config.ts';
export { readContract } from './contracts/read.ts';
export { defineConfig } from './define-config.ts';
export { evaluateContract, type ContractItem, type ContractResult } from './contracts/evaluate.ts';
export { verifyContract, type StatementResult, type Verdict, type Verification } from './contracts/verify.ts';
export { verificationMarkdown } from './contracts/verification-report.ts';
export { exportGraph, exportVariables } from './export/json.ts';
export type { Graph } from './graph.ts';
export {
  BUILT_IN_KINDS,
  isDefined,
  isOfDocuments,
  kindsOf,
  labelOfId,
  longLabelOf,
  normalId,
  writtenId,
  type Kind,
} from './kinds/index.ts';
export * from './kinds/nodes.ts';
export * from './model/index.ts';
export { loadGrammars } from './parse/code/load-grammars.ts';
export { parseMarkdown } from './parse/markdown.ts';
export type { Profile, VariablesExporter } from './profile.ts';
export { factsFromText, factsToText } from './extract/facts-as-text.ts';
export { PAUSE, type Pause } from './pause.ts';
export { createReader, readGraph, type KeptFacts, type Reader, type ReadingGuard } from './project.ts';
export { documentOf, nodeId } from './resolve/ids.ts';
export { isExternal } from './resolve/links.ts';
export { findChangedTargets, type ChangedTarget } from './revisions/changed-targets.ts';
export {
  readReviews,
  REVIEWS_FILE,
  sectionReferences,
  writeReviews,
  type Reviews,
} from './revisions/reviews.ts';
export { filesStillNumbered } from './revisions/numbering.ts';
export { followPointers } from './revisions/pointers.ts';
export { pointerPlaces } from './revisions/pointer-places.ts';
export { countMentions, firstOfEachSentence } from './resolve/mentions.ts';
export { once, oncePer } from './resolve/once.ts';
export { componentName, variableScheme, type DefinitionScheme } from './resolve/schemes.ts';
export { hasSeveralTitles, isTitleSection, titleSection } from './resolve/title-section.ts';
export { agrees, definedValue, overrideOf } from './resolve/stated-values.ts';
export { renderingHints, type RenderingHint } from './rendering-hints.ts';
export { RULE_IDS, ruleById, RULES, rulesOf, type Rule } from './rules/index.ts';
export { surveyDocuments, type SeriesOfIds, type Survey } from './survey.ts';
export { UsageError } from './usage-error.ts';
export { viewOf, type GraphView } from './view.ts';
