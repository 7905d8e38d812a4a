/** Where the site keeps what a reader has chosen, in this browser only. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage; undefined where reading it is forbidden. */
export function browserShelf(): Shelf | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
