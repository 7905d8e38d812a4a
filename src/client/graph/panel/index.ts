/** The panels beside the map. The page fetches them when something is selected or asked for. */
export { fillAnswer } from './answer-panel.ts';
export { fillPanel } from './node-panel.ts';
export { fillTie } from './tie-panel.ts';
