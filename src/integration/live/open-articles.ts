/** The articles of the documents that are open in a browser, ready to be sent with the message of a save. */
import { namesInHtml, namesOfPieces, omitPieces } from '../../payloads/pieces.ts';
import { renderArticle } from '../../site/documents/article.ts';
import type { Snapshot } from '../../site/snapshot.ts';

export interface OpenArticles {
  /** Remembers that a document is open. Its article is rendered now, since the first time takes long. */
  open(document: string, now: Snapshot): Promise<void>;
  /**
   * @param before the state that open pages show
   * @param changed ids of the documents that differ
   * @returns by id, the articles of those that are open, without the pieces of the state before
   */
  changed(before: string, now: Snapshot, changed: readonly string[]): Promise<Record<string, string>>;
}

export function createOpenArticles(): OpenArticles {
  /** The names of the pieces of each open article, and the state in which it has them. */
  const shown = new Map<string, { stamp: string; names: string }>();
  const render = async (document: string, now: Snapshot): Promise<string | undefined> => {
    const facts = now.graph.document(document);
    if (!facts) return undefined;
    const html = await renderArticle(facts, now, true);
    shown.set(document, { stamp: now.stamp, names: namesOfPieces(namesInHtml(html)) });
    return html;
  };
  return {
    async open(document, now) {
      if (!shown.has(document)) await render(document, now);
    },
    async changed(before, now, changed) {
      const articles: Record<string, string> = {};
      for (const document of changed) {
        const known = shown.get(document);
        if (!known) continue;
        const html = await render(document, now);
        // Of a state in between nobody knows here which pieces the page got.
        if (html !== undefined)
          articles[document] = known.stamp === before ? omitPieces(html, known.names) : html;
      }
      return articles;
    },
  };
}
