/**
 * Whether a value of a configuration brings code of its own, as a local profile does: JSON does not show when that changes.
 * @param known values with code that the program itself brings
 */
export function holdsCode(value: unknown, known: readonly unknown[]): boolean {
  if (typeof value === 'function' || value instanceof RegExp) return true;
  if (typeof value !== 'object' || value === null || known.includes(value)) return false;
  return Object.values(value).some((part) => holdsCode(part, known));
}
