import type { PlacedPointer, Problem, StaleReference } from '../model/index.ts';
import { nameFrom, nameOf } from '../revisions/describe.ts';
import { placeOf } from '../text/describe.ts';
import { plural } from '../text/lists.ts';
import type { Cause } from '../revisions/causes.ts';
import type { Rule } from './rule.ts';

export const movedTarget: Rule = {
  id: 'moved-target',
  group: 'references',
  severity: 'error',
  summary: 'A reference still means what it meant in the revision that the check compares with',
  fixable: true,
  replaces: [
    'broken-anchor',
    'broken-link',
    'broken-section',
    'broken-step',
    'link-text-mismatch',
    'title-mismatch',
    'unknown-document',
  ],
  *check(_graph, { stale = [], movedPointers = [], causes = () => [], baseName = 'the base revision' }) {
    for (const pointer of movedPointers) yield describePointer(pointer);
    for (const cause of causes()) yield describeCause(cause, baseName);
    for (const reference of stale) {
      const { edge, was, now, corrections } = reference;
      if (!now) continue;
      const { file } = edge.range!;
      const hasComeHere = now.section !== undefined && now.file === file && was.file !== file;
      const name = hasComeHere ? `${nameOf(now)} of this document` : nameFrom(now, file);
      yield {
        at: placeOf(edge),
        message: `${nameOf(was)} was "${was.title}" at ${baseName}${presentMeaning(reference)}; "${now.title}" is ${name} now.`,
        suggestion: name,
        fix: corrections.length > 0 ? [...corrections] : undefined,
        related: [{ at: { file: now.file, line: now.section?.range.line ?? 1 }, note: `"${now.title}"` }],
        about: causes().find(({ references }) => references.has(reference))?.about,
      };
    }
  },
};

/** The heading from which on the numbers differ, where several references still say the old ones. */
function describeCause({ renumbering, references, about }: Cause, baseName: string): Problem {
  const { was, now, removed, heading, count } = renumbering;
  const isMove = was.document === undefined ? was.file !== now.file : was.document !== now.document;
  const since = removed ? `, since "${removed.title}" was removed` : '';
  const others =
    count > 1
      ? `, and ${plural(count - 1, 'further section has another number', 'further sections have other numbers')}`
      : '';
  return {
    at: heading,
    message: `"${was.title}" was ${isMove ? nameFrom(was, now.file) : nameOf(was)} at ${baseName} and is ${nameOf(now)}${isMove ? ' of this document' : ''} now${since}${others}; ${plural(references.size, 'reference')} still say the old numbers.`,
    about,
    isOrigin: true,
  };
}

/** What the words of the reference name today. */
function presentMeaning({ was, instead }: StaleReference): string {
  if (!instead) return ' and does not exist now';
  return nameOf(instead) === nameOf(was)
    ? ` and is "${instead.title}" now`
    : ` and leads to ${nameOf(instead)} ("${instead.title}") now`;
}

/** A section that a configuration or a contract names by its old number. */
function describePointer({ pointer, places, file }: PlacedPointer): Problem {
  const { section, was, now, name } = pointer;
  const [before, present] = [was, now.section].map((one) =>
    nameOf({ file: now.file, title: one.title, section: one }),
  );
  return {
    at: places[0] ?? { file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    message: `${before} of ${now.file}, "${was.title}", is ${present} now; ${file} still says ${section}.`,
    suggestion: name,
    fix: places.length > 0 ? places.map((range) => ({ range, text: name })) : undefined,
    related: [{ at: { file: now.file, line: now.section.range.line }, note: `"${now.section.title}"` }],
  };
}
