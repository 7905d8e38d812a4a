import type { Problem, SourceRange } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import type { Meant } from '../text/near-miss.ts';
import { countNames } from './shared/count-names.ts';
import { flagWithoutWord, otherForm, otherKeys } from './shared/near-forms.ts';
import { exchangedBetweenWords, misspelledWords } from './shared/near-names.ts';
import {
  otherExtensions,
  otherFolders,
  otherSeparators,
  otherTags,
  withoutPrefix,
} from './shared/near-paths.ts';
import { fileInOtherFolder, otherSegments } from './shared/near-segments.ts';
import { otherCapitals, otherNumber, otherWordOrder } from './shared/near-words.ts';
import type { Rule } from './rule.ts';

export const misspelledName: Rule = {
  id: 'misspelled-name',
  group: 'statements',
  severity: 'warn',
  summary: 'A name in code that stands once is no misspelling of a name that stands often',
  *check(graph) {
    const names = countNames(graph.documents);
    const all = [...names.values()];
    const known = new Set(
      graph.edges.filter(({ why }) => why === 'unknown-name').map(({ target }) => nodeId.nameOf(target)),
    );
    const defined = new Set(graph.nodes.map(({ id }) => nodeId.nameOf(id)));
    const searches = [
      misspelledWords(all, graph),
      exchangedBetweenWords(all),
      otherFolders(all),
      otherExtensions(all),
      otherSeparators(all),
      otherTags(all),
      withoutPrefix(all),
      otherNumber(all),
      otherWordOrder(all),
      otherCapitals(all),
      otherSegments(all),
      fileInOtherFolder(all),
      otherForm(all),
      flagWithoutWord(all),
      otherKeys(all),
    ];
    for (const { name, count, range } of all) {
      if (count > 1 || known.has(name)) continue;
      for (const search of searches) {
        const meant = search(name);
        // Both are things of the set, which may have similar names.
        if (!meant || (defined.has(name) && defined.has(meant.name.name))) continue;
        // "several `--out-dir`s" is written `--out-dirs` as well.
        if (!(name.startsWith('--') && name === `${meant.name.name}s`)) yield describe(name, meant, range);
        break;
      }
    }
  },
};

function describe(name: string, { name: meant, word }: Meant, range: SourceRange): Problem {
  return {
    at: range,
    message:
      word === undefined
        ? `"${name}" stands once, "${meant.name}" stands ${meant.count} times.`
        : `"${word}" in "${name}" stands once, "${meant.name}" stands ${meant.count} times.`,
    suggestion: word === undefined ? meant.name : withWord(name, word, meant.name),
    related: [{ at: { file: meant.range.file, line: meant.range.line }, note: `"${meant.name}"` }],
  };
}

/** The name with the right word, in the letter case of the wrong one. */
function withWord(name: string, wrong: string, right: string): string {
  return name.replace(new RegExp(wrong, 'i'), (found) => {
    if (found === found.toUpperCase()) return right.toUpperCase();
    return found[0] === found[0].toUpperCase() ? right[0].toUpperCase() + right.slice(1) : right;
  });
}
