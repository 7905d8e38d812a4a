/** Facts that were written and read again say the same as before. */
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import {
  checkGraph,
  createReader,
  factsFromText,
  factsToText,
  type DocumentFacts,
  type SourceFile,
} from '#specgraph';
import { realSpecification } from '../../helpers/real-specification.ts';

it('says the same of every document of the specification as what was read from it', async () => {
  const { project } = await realSpecification();
  const { corpus, config, contracts } = project;
  const kept = new Map<string, DocumentFacts>();
  const earlier = {
    recall: (file: SourceFile) => {
      const facts = kept.get(file.path);
      return facts && factsFromText(factsToText(facts), file);
    },
    keep: (file: SourceFile, facts: DocumentFacts) => void kept.set(file.path, facts),
  };
  const [first, second] = [1, 2].map(() => createReader(config, { isShown: true, earlier }).read(corpus));
  expect(kept.size).toBe(corpus.files.length);
  for (const [i, facts] of first.documents.entries())
    expect(isDeepStrictEqual(plain(second.documents[i]), plain(facts)), facts.path).toBe(true);
  const [report, again] = [first, second].map((graph) => checkGraph(graph, { contracts }));
  expect(isDeepStrictEqual(again, report)).toBe(true);
});

/** The facts as plain data, with the range of each sentence instead of its functions. */
function plain(facts: DocumentFacts): unknown {
  const units = facts.units.map(({ sentences, ...unit }) => ({
    ...unit,
    sentences: sentences.map(({ start, text, range }) => [start, text, range]),
  }));
  return JSON.parse(JSON.stringify({ ...facts, units }));
}
