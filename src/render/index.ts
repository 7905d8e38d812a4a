/** The only module of render that other rooms import. It turns a document into its article. */
export { bookAnchor } from './book-anchors.ts';
export { CODE_COLOURS } from './code-colours.ts';
export { element } from './hast.ts';
export { toPrintChapter } from './print-chapter.ts';
export { languagesOf, renderDocument, renderProse, type Addition } from './render-markdown.ts';
