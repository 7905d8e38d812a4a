import * as claims from './claims.ts';
import * as constants from './constants.ts';
import * as contracts from './contracts.ts';
import * as documents from './documents.ts';
import * as form from './form.ts';
import * as kinds from './kinds.ts';
import * as links from './links.ts';
import * as revisions from './revisions.ts';
import * as sections from './sections.ts';
import * as shell from './shell.ts';
import * as statements from './statements.ts';
import * as titles from './titles.ts';
import * as variables from './variables.ts';
import type { Operator } from '../mutant.ts';

/** Every kind of defect, by name. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  ...kinds,
  ...links,
  ...revisions,
  ...sections,
  ...documents,
  ...shell,
  ...statements,
  ...titles,
  ...variables,
  ...claims,
  ...constants,
  ...contracts,
  ...form,
};
