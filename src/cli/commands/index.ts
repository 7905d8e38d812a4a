/** The registry of commands. The module of a command is loaded when the command runs, so that `check` starts fast. */
import type { Command } from '../command.ts';

export interface CommandEntry {
  name: string;
  operands: string;
  summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'check',
    operands: '[DIR|FILE …|-]',
    summary: 'check a folder of Markdown and print the findings',
    load: async () => (await import('./check.ts')).check,
  },
  {
    name: 'diff',
    operands: 'REV [REV]',
    summary: 'what changed between two git revisions, as graph',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'explain',
    operands: '[DIR]',
    summary: 'what was read and inferred of a folder, and why',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'graph',
    operands: '[DIR]',
    summary: 'print the graph as JSON, DOT, GraphML or Mermaid',
    load: async () => (await import('./graph.ts')).graph,
  },
  {
    name: 'impact',
    operands: 'TARGET',
    summary: 'what has to be re-read when TARGET changes, by distance',
    load: async () => (await import('./impact.ts')).impact,
  },
  {
    name: 'init',
    operands: '[DIR]',
    summary: 'write a configuration that fits a folder',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'lsp',
    operands: '',
    summary: 'serve an editor as language server',
    load: async () => (await import('./lsp.ts')).lsp,
  },
  {
    name: 'refactor',
    operands: 'ACTION …',
    summary: 'rename, insert, move, remove or renumber, with all references following',
    load: async () => (await import('./refactor.ts')).refactor,
  },
  {
    name: 'refs',
    operands: 'TARGET',
    summary: 'who refers to TARGET, and what it refers to',
    load: async () => (await import('./refs.ts')).refs,
  },
  {
    name: 'review',
    operands: '',
    summary: 'references whose target has changed since it was read',
    load: async () => (await import('./review.ts')).review,
  },
  {
    name: 'rules',
    operands: '[ID]',
    summary: 'the rules, or the documentation of one',
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    name: 'site',
    operands: '[build] [DIR …]',
    summary: 'serve the site of a folder, or build it',
    load: async () => (await import('./site.ts')).site,
  },
  {
    name: 'variables',
    operands: '[DIR]',
    summary: 'print the variables as table, JSON, CSV or in a format of a profile',
    load: async () => (await import('./variables.ts')).variables,
  },
  {
    name: 'verify',
    operands: 'PLAN',
    summary: 'the report of a plan: truths, promises, success criteria',
    load: async () => (await import('./verify.ts')).verify,
  },
];
