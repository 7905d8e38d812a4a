/** Reads numbers of five and six digits, which are rarely alike by chance, and marks those of and groups. */
import type { LongNumber } from '../../model/index.ts';
import type { ConstantText } from './texts.ts';

const NUMBER = /(?<![\w.,#/%+-])[1-9]\d{4,5}(?![\w%]|[.,]\d|-\d)/g;
/** What stands before the number of a user or a group. */
const USER =
  /(?:\b(?:uid|gid|user|group|owner|runAsUser|runAsGroup|fsGroup|uid:gid|PUID|PGID)["']?(?:\s*[:=]\s*|\s+)["']?|\b(?:chown|chgrp)\s(?:-\w+\s)*|\s-[og] |--(?:user|uid|gid)[ =])$/i;
/** User and group. */
const PAIR = /^(\d+):\1(?!\d|\.\d)/;
/** Nobody is called 10000, 65000 or 99999: such numbers are bounds. */
const BOUND = /0{3}$|^9+$/;
/** Characters before a number that can say what it is. */
const MAX_CONTEXT = 30;

export function longNumbersIn({ text, place }: ConstantText): LongNumber[] {
  if (!/\d{5}/.test(text)) return [];
  return [...text.matchAll(NUMBER)]
    .filter(([value]) => !BOUND.test(value))
    .map(({ 0: value, index }) => ({
      value,
      isUserId:
        USER.test(text.slice(Math.max(0, index - MAX_CONTEXT), index)) ||
        PAIR.test(text.slice(index, index + MAX_CONTEXT)),
      range: place(index, index + value.length),
    }));
}
