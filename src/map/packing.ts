/** Helpers that turn lists into columns and back. Pure. */

/** Many texts as one string. */
export interface Texts {
  all: string;
  /** The start of each text, and the end of the last one plus one. */
  starts: Uint32Array<ArrayBuffer>;
}

/** @param all texts joined by line feeds */
export function joinTexts(all: string): Texts {
  const starts: number[] = [0];
  for (let at = all.indexOf('\n'); at >= 0; at = all.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(all.length + 1);
  return { all, starts: new Uint32Array(starts) };
}

export function textAt({ all, starts }: Texts, index: number): string {
  return all.slice(starts[index], starts[index + 1] - 1);
}

export function listOf(all: string): string[] {
  return all.split('\n');
}

/** Numbers from 0 to 255. */
export function toBytes(list: readonly number[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(list);
}

/** @returns the start of each row, and the end of the last one */
export function startsOfGroups(sizes: ArrayLike<number>): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i] + sizes[i];
  return starts;
}

/** A list in which each value occurs once. */
export class Register<T> {
  readonly all: T[] = [];
  private readonly indices = new Map<unknown, number>();
  private readonly key: (thing: T) => unknown;

  /** @param key by which values are compared; the values themselves by default */
  constructor(key: (thing: T) => unknown = (thing) => thing) {
    this.key = key;
  }

  /** @returns its index */
  add(thing: T): number {
    const key = this.key(thing);
    const indices = this.indices.get(key);
    if (indices !== undefined) return indices;
    this.indices.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}
