/** Renders documents that a test defines as the site does. */
import type { Root } from 'hast';
import { renderArticle } from '../../src/site/documents/article.ts';
import { parseHtml } from './html.ts';
import { snapshotOf } from './snapshot.ts';

/** @param files as for `snapshotOf` */
export async function articleIn(files: Record<string, string>, document: string): Promise<Root> {
  const snapshot = snapshotOf(files);
  return parseHtml(await renderArticle(snapshot.graph.document(document)!, snapshot));
}
