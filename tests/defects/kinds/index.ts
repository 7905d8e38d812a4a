import type { DefectKind } from '../defect.ts';
import { formKinds } from './form.ts';
import { nameFormKinds } from './forms-of-names.ts';
import { nameKinds } from './names.ts';
import { plausibleKinds } from './plausible.ts';
import { referenceKinds } from './references.ts';
import { registerKinds } from './registers.ts';
import { statementKinds } from './statements.ts';
import { structureKinds } from './structure.ts';
import { valueKinds } from './values.ts';

export const DEFECT_KINDS: readonly DefectKind[] = [
  ...referenceKinds,
  ...valueKinds,
  ...nameKinds,
  ...nameFormKinds,
  ...registerKinds,
  ...statementKinds,
  ...formKinds,
  ...structureKinds,
  ...plausibleKinds,
];
