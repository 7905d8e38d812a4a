/** The language server. Its command is `specgraph lsp`. */
export { serveStdio } from './stdio.ts';
