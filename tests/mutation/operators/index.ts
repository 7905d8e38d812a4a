import * as claims from './claims.ts';
import * as constants from './constants.ts';
import * as contracts from './contracts.ts';
import * as documents from './documents.ts';
import * as form from './form.ts';
import * as kinds from './kinds.ts';
import * as links from './links.ts';
import * as names from './names.ts';
import * as revisions from './revisions.ts';
import * as sections from './sections.ts';
import * as code from './code.ts';
import * as shell from './shell.ts';
import * as statements from './statements.ts';
import * as titles from './titles.ts';
import * as variables from './variables.ts';
import type { Operator } from '../mutant.ts';

/** Defects of references, headings, tables and other parts of a document. */
export const OPERATORS_OF_STRUCTURE: Readonly<Record<string, Operator>> = {
  ...kinds,
  ...links,
  ...revisions,
  ...sections,
  ...documents,
  ...titles,
  ...form,
};

/** Defects of what the documents state. */
export const OPERATORS_OF_STATEMENTS: Readonly<Record<string, Operator>> = {
  ...code,
  ...shell,
  ...names,
  ...statements,
  ...variables,
  ...claims,
  ...constants,
  ...contracts,
};

/** Every kind of defect, by name. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  ...OPERATORS_OF_STRUCTURE,
  ...OPERATORS_OF_STATEMENTS,
};
