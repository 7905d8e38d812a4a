/** The code blocks of the documents, by language. */
import { realSpecification } from '../../helpers/real-specification.ts';

export const { graph } = await realSpecification();

export interface Block {
  text: string;
  /** Place of its fence: `spec/13-monitoring-observability.md:912`. */
  place: string;
  /** Number of the document: "13". */
  document: string;
}

export function blocksIn(lang: string): Block[] {
  return graph.documents.flatMap(({ codeBlocks, path, number }) =>
    codeBlocks
      .filter((block) => block.lang === lang)
      .map((block) => ({ text: block.text, place: `${path}:${block.range.line}`, document: number! })),
  );
}
