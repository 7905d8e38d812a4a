/** Finds paths in which one folder or file has another form of a name that stands often beside the same neighbour. */
import type { CodeName } from '../../model/index.ts';
import { slipBetween, type NearName } from '../../text/near-miss.ts';
import { singular } from '../../text/singular.ts';

/** A folder or file is taken as the right one from so many uses on, or from so many where both neighbours are the same. */
const MIN_USES = 3;
const MIN_USES_BETWEEN = 2;
/** A file in one folder only is taken as the right one from so many uses on. */
const MIN_USES_OF_FOLDER = 4;
const MIN_LENGTH = 5;
/** A path of more parts leads to one file only. */
const DEEP = 6;
const EXTENSION = /\.[a-z]{2,8}$/;

interface Segment extends CodeName {
  /** The segments before and behind it, marked with the side. */
  neighbours: Set<string>;
}

/**
 * "/srv/app/data/key.jsonl" beside "/opt/data/keys.jsonl": one letter more, less or other, the plural, the words in another
 * order, or no extension.
 */
export function otherSegments(names: readonly CodeName[]): NearName {
  const segments = new Map<string, Segment>();
  const paths = names.filter(({ name }) => isPath(name));
  for (const { count, range, name } of paths)
    for (const { own, neighbours } of segmentsOf(name)) {
      const known = segments.get(own);
      if (!known) segments.set(own, { name: own, count, range, neighbours: new Set(neighbours) });
      else {
        known.count += count;
        for (const one of neighbours) known.neighbours.add(one);
      }
    }
  for (const { name, count } of names) {
    const file = EXTENSION.test(name) ? segments.get(name) : undefined;
    if (file) file.count += count;
  }
  const frequent = [...segments.values()].filter(
    (one) => one.count >= MIN_USES_BETWEEN && one.name.length >= MIN_LENGTH,
  );
  const byNeighbour = new Map<string, Segment[]>();
  for (const one of frequent)
    for (const neighbour of one.neighbours) {
      const list = byNeighbour.get(neighbour);
      if (list) list.push(one);
      else byNeighbour.set(neighbour, [one]);
    }
  return (path) => {
    if (!isPath(path)) return undefined;
    for (const { own, neighbours } of segmentsOf(path)) {
      if (segments.get(own)!.count > 1) continue;
      const beside = new Set(neighbours.flatMap((one) => byNeighbour.get(one) ?? []));
      const meant = [...beside].filter(
        (one) =>
          (one.count >= MIN_USES ||
            (neighbours.length > 1 && neighbours.every((side) => one.neighbours.has(side)))) &&
          isOtherForm(own, one.name) &&
          (path.startsWith('/') || EXTENSION.test(own) === EXTENSION.test(one.name)),
      );
      return meant.length === 1 ? { name: meant[0], word: own } : undefined;
    }
    return undefined;
  };
}

/** A path with a folder and without a template. */
function isPath(name: string): boolean {
  return /^[.~]*\/?[\w-].*\//.test(name) && !name.includes('//') && !/\.(?:com|org|io|net)\b/.test(name);
}

function segmentsOf(path: string): { own: string; neighbours: string[] }[] {
  const parts = path
    .replace(/[/:]+$/, '')
    .split('/')
    .filter((part) => /\w/.test(part));
  return parts.map((own, i) => ({
    own,
    neighbours: [
      ...(i > 0 ? [`< ${parts[i - 1]}`] : []),
      ...(i + 1 < parts.length ? [`> ${parts[i + 1]}`] : []),
    ],
  }));
}

function isOtherForm(written: string, meant: string): boolean {
  if (written.replaceAll(/\D/g, '') !== meant.replaceAll(/\D/g, '')) return false;
  const isFile = EXTENSION.test(meant);
  if (isFile && meant.replace(EXTENSION, '') === written) return true;
  if ((EXTENSION.exec(written)?.[0] ?? '') !== (EXTENSION.exec(meant)?.[0] ?? '')) return false;
  const [own, other] = [wordsOf(written), wordsOf(meant)];
  const slip = written.length >= MIN_LENGTH ? slipBetween(written, meant) : undefined;
  // Another separator makes the name of a package in another language.
  if (slip && !isFile && own.join('') === other.join('')) return false;
  if (slip) return isFile || own.length > 1 ? slip.at > 0 : slip.kind === 'exchanged';
  if (own.map(singular).join() === other.map(singular).join()) return isFile;
  return own.length > 1 && own.toSorted().join() === other.toSorted().join();
}

function wordsOf(segment: string): string[] {
  return (segment.replace(EXTENSION, '').match(/[A-Za-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}

/**
 * "/var/log/other/app-boot.log" beside "/var/log/app/app-boot.log", "/opt/app/certs/tls.env" beside "/opt/app/config/tls.env":
 * a file that all other places have in one other folder.
 */
export function fileInOtherFolder(names: readonly CodeName[]): NearName {
  const byFile = Map.groupBy(
    names.filter(({ name }) => FILE_PATH.test(name)),
    ({ name }) => FILE_PATH.exec(name)![1],
  );
  return (path) => {
    const own = byFile.get(FILE_PATH.exec(path)?.[1] ?? '');
    const other = own?.length === 2 ? own.find(({ name }) => name !== path)! : undefined;
    if (!other || !startsAlike(path, other.name)) return undefined;
    const isSeveralWords = SEVERAL_WORDS.test(path) && other.count >= MIN_USES_OF_FOLDER;
    const minUses = path.split('/').length > DEEP ? MIN_USES_BETWEEN : MIN_USES;
    return isSeveralWords || (other.count >= minUses && differInOneFolder(path, other.name))
      ? { name: other }
      : undefined;
  };
}

const FILE_PATH = /^\/(?:[\w.-]+\/)+([\w.-]+\.[a-z]{2,8})$/;
const SEVERAL_WORDS = /[_-][^/]*$/;

/** Two folders at the top are the same, and one below them is another. */
function differInOneFolder(a: string, b: string): boolean {
  const [own, other] = [a.split('/'), b.split('/')];
  const differing = own.flatMap((part, i) => (part === other[i] ? [] : [i]));
  return own.length === other.length && differing.length === 1 && differing[0] > 2;
}

/** The same file on the same machine: both paths begin with the same folder. */
function startsAlike(a: string, b: string): boolean {
  return a.split('/')[1] === b.split('/')[1];
}
