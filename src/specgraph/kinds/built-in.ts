/** The kinds that every set can have. */
import type { Kind } from './kind.ts';
import { attributeKind } from './attribute.ts';
import { documentKind } from './document.ts';
import { figureKind } from './figure.ts';
import { footnoteKind } from './footnote.ts';
import { phaseKind } from './phase.ts';
import { requirementKind } from './requirement.ts';
import { sectionKind } from './section.ts';
import { stepKind } from './step.ts';
import { tableKind } from './table.ts';
import { variableKind } from './variable.ts';

/** In the order in which legends and lists show them. */
export const BUILT_IN_KINDS: readonly Kind[] = [
  documentKind,
  sectionKind,
  stepKind,
  tableKind,
  figureKind,
  footnoteKind,
  variableKind,
  attributeKind,
  requirementKind,
  phaseKind,
];
