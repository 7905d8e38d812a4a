/** Removes a section, a document or a thing, and lists what refers to it. */
import { isDocument, isPart } from '../kinds/nodes.ts';
import type { GraphNode } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { UsageError } from '../usage-error.ts';
import { withDescendants } from './headings.ts';
import { anchorOf } from './insert.ts';
import { dropEntries } from './contents/drop.ts';
import { blockOf } from './layout.ts';
import { countedBehind, Numbering, sharesNumber } from './numbering.ts';
import { referencesTo } from './references-to.ts';
import { draftRemoveThing } from './remove-thing.ts';
import type { RefactorRequest } from './request.ts';
import { emptyDraft, type Before, type Draft } from './state.ts';

type RemoveRequest = Extract<RefactorRequest, { action: 'remove' }>;

/** Rules that find what a forced removal leaves behind. */
const RULES_OF_GAPS = ['section-number-gap', 'numbering-gap'];

export function draftRemove(node: GraphNode, request: RemoveRequest, before: Before): Draft {
  const own = isDocument(node) || isPart(node) ? node : headingOf(node, before);
  return own ? draftRemoveText(own, request, before) : draftRemoveThing(node, request, before);
}

/** The section whose heading defines a thing: "DR-02: Frameworks". */
function headingOf(node: GraphNode, { graph }: Before): GraphNode | undefined {
  const thing = graph.things.all.find((one) => one.node === node.id);
  if (thing?.definition.form !== 'headings') return undefined;
  const { document, definition } = thing;
  const section = document.sections.find(({ range }) => range.line === definition.range.line);
  return section && graph.node(nodeId.section(document.id, section.slug));
}

function draftRemoveText(node: GraphNode, request: RemoveRequest, before: Before): Draft {
  const { facts, section } = anchorOf(node, before);
  const draft = emptyDraft();
  const block = isDocument(node) || !section ? undefined : blockOf(facts, section).span;
  if (!section || !block) {
    draft.removals.push(facts.path);
    draft.removed = new Set(facts.sections);
  } else {
    draft.changes.add(facts.path, { ...block, text: '', sort: 'whole section' });
    draft.removed = new Set(withDescendants(facts, section));
    draft.droppedEntries = new Set(dropEntries(draft.changes, facts, draft.removed, before.graph));
    if (section === facts.sections[0] && section.depth === 1 && draft.removed.size === facts.sections.length)
      throw new UsageError('the title of a document is removed with the document', `remove ${facts.path}`);
  }
  const dropped = new Set([...draft.droppedEntries].map(({ holder, line }) => `${holder.path}:${line}`));
  const references = referencesTo(facts, draft.removed, block, before).filter(
    ({ at }) => !dropped.has(`${at?.file}:${at?.line}`),
  );
  if (references.length > 0 && !request.force) {
    draft.refusals.push(...references);
    return draft;
  }
  draft.mayBreak = request.force === true;
  // Where a reference stays, the number must not pass to another section: the reference would silently mean that one.
  const closes = request.renumber ?? references.length === 0;
  const number = section && draft.removals.length === 0 ? new Numbering(facts).of(section) : undefined;
  if (section && number !== undefined && closes && !sharesNumber(facts, section)) {
    const numbering = new Numbering(facts);
    numbering.close(
      countedBehind(facts, section).filter((one) => !draft.removed.has(one)),
      number,
    );
    numbering.write(draft.changes);
  } else draft.expectedRules = new Set(RULES_OF_GAPS);
  return draft;
}
