import { open } from '../../../src/client/graph/canvas/view.ts';
import '../../../src/styles/tokens.css';
import { contest, dataUrl, host } from './contest.ts';

const state = { kinds: ['document', 'section', 'step', 'variable', 'attribute', 'requirement', 'phase'] as const };
const view = open(host, { kind: 'open', url: new URL(dataUrl, location.href).href }, state, {
  select: (id) => view.update({ ...state, selected: id }),
  open: () => undefined,
});
contest(() => view.ready, { delta: -40, every: 1 });
Object.assign(window, { view });
