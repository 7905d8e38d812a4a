/**
 * What the map knows of the built-in kinds: how their names are put together, and which of them stand inside documents.
 * All other kinds are outside, and their label is their title. No other module of the map names a kind.
 */
interface KindTraits {
  /** Whether things of the kind contain others: they have a large dot with a number. */
  isHead?: true;
  /** Whether things of the kind are headings, which stand inside their document on the map. */
  isHeading?: true;
  /** The word before the number in its label: "Step 7b". */
  word?: string;
  /** Names are set in the font of code, which is wider. */
  isCode?: true;
  /** Things of the kind add others, and so are not counted among what was added. */
  adds?: true;
}

const TRAITS: Readonly<Record<string, KindTraits>> = {
  document: { isHead: true },
  section: { isHeading: true },
  step: { isHeading: true, word: 'Step' },
  variable: { isCode: true },
  attribute: { isCode: true },
  phase: { word: 'Phase', adds: true },
};

const NONE: KindTraits = {};

export function traitsOf(kind: string): KindTraits {
  return TRAITS[kind] ?? NONE;
}

/** Kind of the nodes that contain others. */
export const HEAD_KIND = Object.keys(TRAITS).find((kind) => TRAITS[kind].isHead)!;

export function isHead({ kind }: { kind: string }): boolean {
  return kind === HEAD_KIND;
}
