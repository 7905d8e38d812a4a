/** Starts the graph page of a large specification. */
import { CanvasPage } from './canvas-page.ts';

const root = document.querySelector<HTMLElement>('[data-large-graph]');
if (root) new CanvasPage(root).start();
