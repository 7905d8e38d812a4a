/** What earlier builds made, by everything that it was made from: it is made once and kept. */
export interface EarlierWork {
  /** @returns what was made of the same input by the same program */
  recall(kind: WorkKind, input: string): string | undefined;
  keep(kind: WorkKind, input: string, output: string): void;
}

/** Each kind is kept in a file of its own. */
export type WorkKind = 'articles' | 'examples' | 'facts' | 'links' | 'pictures' | 'revisions' | 'rules';

/** @returns what an earlier build made of the same input, or else what `make` makes of it now */
export async function recallOrMake(
  earlier: EarlierWork | undefined,
  kind: WorkKind,
  input: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const known = earlier?.recall(kind, input);
  if (known !== undefined) return known;
  const output = await make();
  earlier?.keep(kind, input, output);
  return output;
}
