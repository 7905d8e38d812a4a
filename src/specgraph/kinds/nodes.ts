/**
 * Nodes by what they are made of. Documents consist of sections and steps, which have an outline and a place; the
 * compiler needs a test to tell their types apart, and no other module names their kinds.
 */
import type {
  AttributeNode,
  DocumentNode,
  GraphNode,
  PhaseNode,
  RequirementNode,
  SectionNode,
  StepNode,
  VariableNode,
} from '../model/index.ts';

type Maybe = { kind: string } | undefined;

export function isDocument(node: Maybe): node is DocumentNode {
  return node?.kind === 'document';
}

export function isSection(node: Maybe): node is SectionNode {
  return node?.kind === 'section';
}

export function isStep(node: Maybe): node is StepNode {
  return node?.kind === 'step';
}

/** Whether the node is a part of a document: a section or a step. */
export function isPart(node: GraphNode | undefined): node is SectionNode | StepNode {
  return isSection(node) || isStep(node);
}

export function isVariable(node: Maybe): node is VariableNode {
  return node?.kind === 'variable';
}

export function isAttribute(node: Maybe): node is AttributeNode {
  return node?.kind === 'attribute';
}

export function isRequirement(node: Maybe): node is RequirementNode {
  return node?.kind === 'requirement';
}

export function isPhase(node: Maybe): node is PhaseNode {
  return node?.kind === 'phase';
}
