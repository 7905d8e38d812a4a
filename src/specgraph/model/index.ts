/**
 * Every type and constant table that more than one module of the engine shares. No logic, no imports from elsewhere.
 *
 * Lines and columns are 1-based; columns and offsets count UTF-16 code units; ends are exclusive.
 * Paths are POSIX paths relative to the directory in which the command runs ("spec/02-server.md").
 */
export type * from './code.ts';
export type * from './constants.ts';
export type * from './contracts.ts';
export type * from './facts.ts';
export type * from './form.ts';
export * from './findings.ts';
export * from './graph.ts';
export type * from './places.ts';
export type * from './references.ts';
export type * from './revisions.ts';
export type * from './sections.ts';
export * from './sources.ts';
export type * from './statements.ts';
export * from './definitions.ts';
