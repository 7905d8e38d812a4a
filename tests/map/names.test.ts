import { expect, it } from 'vitest';
import { labelBesideDot, labelOf, numberInDot, type NameParts } from '../../src/map/names.ts';

it.each<[NameParts, label: string, inDot: string, besideDot: string]>([
  [{ kind: 'document', number: '14', title: 'Edge' }, '14 Edge', '14', 'Edge'],
  [{ kind: 'document', title: '5 Ways In' }, '5 Ways In', '', '5 Ways In'],
  [
    { kind: 'section', number: '10o', numbering: '10o.', title: 'Backoff' },
    '10o. Backoff',
    '',
    '10o. Backoff',
  ],
  [{ kind: 'section', title: 'Scope' }, 'Scope', '', 'Scope'],
  [{ kind: 'step', number: '7b', title: 'Find the port' }, 'Step 7b', '', 'Step 7b'],
  [{ kind: 'phase', number: '9', title: 'Edge' }, 'Phase 9', '', 'Phase 9'],
  [{ kind: 'variable', title: 'FL_PORT' }, 'FL_PORT', '', 'FL_PORT'],
])('composes the label of %j', (node, label, inDot, besideDot) => {
  expect([labelOf(node), numberInDot(node), labelBesideDot(node)]).toEqual([label, inDot, besideDot]);
});
