/** "retries" gives "retry", "checks" gives "check": regular plurals only, in any letter case. */
export function singular(word: string): string {
  return word.replace(/ies$/i, 'y').replace(/(?<=[^s])s$/i, '');
}
