/** The front door: a document to its article. */
export { element } from './article-plugins.ts';
export { toPrintChapter } from './print-chapter.ts';
export { renderDocument, renderProse, type Addition } from './render-markdown.ts';
