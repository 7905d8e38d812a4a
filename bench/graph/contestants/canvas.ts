/** Our canvas. It keeps its state in `window` for the browser tests, which use this page too. */
import type { Answer } from '../../../src/client/graph/state/ask.ts';
import type { MapState } from '../../../src/client/graph/state/state.ts';
import { CanvasView } from '../../../src/client/graph/canvas/canvas-view.ts';
import '../../../src/styles/tokens.css';
import { contest, dataUrl, host } from './contest.ts';

declare global {
  interface Window {
    view: CanvasView;
    mapState: MapState;
    opened?: string;
    answered?: Answer;
  }
}

window.mapState = { kinds: ['document', 'section', 'step', 'variable', 'attribute', 'requirement', 'phase'] };
const events: ConstructorParameters<typeof CanvasView>[3] = {
  select(selected) {
    window.mapState = { ...window.mapState, selected };
    window.view.update(window.mapState);
  },
  open: (id) => void (window.opened = id),
  answered: (_, answer) => void (window.answered = answer),
  moveCamera: (at) => void (window.mapState = { ...window.mapState, camera: at }),
};
window.view = new CanvasView(
  host,
  new URL(dataUrl, location.href).href,
  window.mapState,
  events,
  window.mapState.kinds,
);
contest(() => window.view.ready, { delta: -40, every: 1 });
