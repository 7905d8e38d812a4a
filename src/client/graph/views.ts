/** The views that there are; each is fetched when it is first shown. */
import type { ViewName } from './state.ts';
import type { CreateView } from './view.ts';

export const LOADERS: Partial<Record<ViewName, () => Promise<{ create: CreateView }>>> = {
  force: () => import('./force.ts'),
  bundle: () => import('./bundle.ts'),
  matrix: () => import('./matrix.ts'),
};

export const VIEW_TITLES: Record<ViewName, string> = { force: 'Map', bundle: 'Bundle', matrix: 'Matrix' };
