/** The views that there are; each is fetched when it is first shown. */
import type { ViewName } from './state/state.ts';
import type { CreateView } from './view.ts';

/** The data may decide which module serves a view: what is too large for SVG is drawn on canvas. */
export const LOADERS: Partial<
  Record<ViewName, (data: Parameters<CreateView>[1]) => Promise<{ create: CreateView }>>
> = {
  force: () => import('./force/force-view.ts'),
  bundle: () => import('./bundle/bundle-view.ts'),
  matrix: () => import('./matrix/matrix-view.ts'),
};

export const VIEW_TITLES: Record<ViewName, string> = { force: 'Map', bundle: 'Bundle', matrix: 'Matrix' };
