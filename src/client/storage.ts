/** Stores the choices of a reader in this browser. */
export type ReaderStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage, or undefined if access to it is forbidden. */
export function browserStorage(): ReaderStorage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
