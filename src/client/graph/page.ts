/** Starts the graph page of a small specification. */
import { MapPage } from './map-page.ts';

const root = document.querySelector<HTMLElement>('[data-graph-page]');
if (root) new MapPage(root).start();
