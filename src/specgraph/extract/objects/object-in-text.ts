import type { NameInCode } from '../../model/index.ts';

/** An object as it stands in the text of a block. */
export interface ObjectInText {
  /** Keys that lead to it, each element of a list as `[]`: "roles.[]"; "" at the top. */
  path: string;
  keys: NameInCode[];
}

/** The path of a part of an object. */
export function pathBelow(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
