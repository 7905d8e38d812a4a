/** The views of the map; the code of each view is fetched when it is first shown. */
import type { ViewName } from './state/state.ts';
import type { CreateView } from './view.ts';

export const LOADERS: Record<ViewName, () => Promise<{ create: CreateView }>> = {
  force: () => import('./force/force-view.ts'),
  bundle: () => import('./bundle/bundle-view.ts'),
  matrix: () => import('./matrix/matrix-view.ts'),
};

export const VIEW_TITLES: Record<ViewName, string> = { force: 'Map', bundle: 'Bundle', matrix: 'Matrix' };
