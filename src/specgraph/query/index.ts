/** Questions to a graph. Small enough for the browser: no Node, no parser. */
export {
  diffGraphs,
  isEmptyDiff,
  type ContractState,
  type DiffSide,
  type GraphDiff,
  type ReferenceChange,
  type SectionChange,
  type VariableChange,
} from './diff.ts';
export {
  announcementsOf,
  createAddressFinder,
  type AddressFinder,
  type AddressMatch,
  type Announcement,
  type Place,
} from './address/index.ts';
export { documentOf, nodeId } from '../resolve/ids.ts';
export * from '../kinds/nodes.ts';
export { findImpact, type Impact } from './impact.ts';
export {
  groupImpactByDocument,
  summarizeImpact,
  type DocumentImpact,
  type ReachedPlace,
} from './impact-by-document.ts';
export { findPath, type PathStep } from './path.ts';
export { createNodeNamer, idsWithin, type QueryEdge, type QueryGraph } from './question.ts';
export { findReferences, type References } from './refs.ts';
export { parseTarget } from './target.ts';
