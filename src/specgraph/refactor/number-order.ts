/** The order of the numbers of sections. */

/** 8 behind 7, 4.3 behind 4.2, 5b behind 5a. */
export function isSuccessor(before: string, number: string): boolean {
  const [lastBefore, last] = [before, number].map((one) => /(?:\d+|[A-Za-z])$/.exec(one)?.[0] ?? '');
  if (before.slice(0, before.length - lastBefore.length) !== number.slice(0, number.length - last.length))
    return false;
  if (/^\d+$/.test(last)) return Number(last) === Number(lastBefore) + 1;
  return last.length === 1 && last.charCodeAt(0) === lastBefore.charCodeAt(0) + 1;
}

/** 4.2 before 4.10, 5 before 5a, numbers before letters. */
export function compareNumbers(a: string, b: string): number {
  const [partsA, partsB] = [a, b].map((number) => number.match(/\d+|[A-Za-z]+/g) ?? []);
  for (let i = 0; i < Math.max(partsA.length, partsB.length); i++) {
    const [one, other] = [partsA[i], partsB[i]];
    if (one === other) continue;
    if (one === undefined) return -1;
    if (other === undefined) return 1;
    const difference = Number(one) - Number(other);
    if (!Number.isNaN(difference)) return difference;
    return one < other ? -1 : 1;
  }
  return 0;
}
