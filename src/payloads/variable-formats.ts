/** The text formats of `specgraph variables --format …`. The scripts of pages write them with the engine's own functions. */
export { variablesCsv } from '#specgraph/export';
export { userInputsBlock, type VariableWithInput } from '#profiles/templates';
export type { ExportedVariable } from '#specgraph/export';
