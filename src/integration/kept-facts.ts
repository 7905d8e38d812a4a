/** Keeps what a build reads from each document for the next one. */
import { factsFromText, factsToText, type KeptFacts, type SourceFile } from '#specgraph';
import type { EarlierWork } from '../payloads/earlier-work.ts';

/** @param setting what the facts depend on besides the document: the configuration and the folder of the set */
export function keptFacts(
  earlier: EarlierWork | undefined,
  setting: readonly string[],
): KeptFacts | undefined {
  if (!earlier) return undefined;
  const inputOf = ({ path, text }: SourceFile): string => JSON.stringify([...setting, path, text]);
  return {
    recall(file) {
      const known = earlier.recall('facts', inputOf(file));
      return known === undefined ? undefined : factsFromText(known, file);
    },
    keep: (file, facts) => earlier.keep('facts', inputOf(file), factsToText(facts)),
  };
}
