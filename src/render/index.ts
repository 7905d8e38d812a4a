/** The front door: a document to its article. */
export { element } from './article.ts';
export { forPaper } from './paper.ts';
export { renderDocument, renderProse, type Addition } from './render-markdown.ts';
