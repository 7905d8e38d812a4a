/** The views that there are; each is fetched when it is first shown. */
import type { MapData } from '../../site/graph-data.ts';
import type { MapState, ViewName } from './state.ts';
import type { MapView, ViewEvents } from './view.ts';

export type CreateView = (host: HTMLElement, data: MapData, state: MapState, events: ViewEvents) => MapView;

/** The data may decide which module serves a view: what is too large for SVG is drawn on canvas. */
export const LOADERS: Partial<Record<ViewName, (data: MapData) => Promise<{ create: CreateView }>>> = {
  force: () => import('./force.ts'),
};

export const VIEW_TITLES: Record<ViewName, string> = { force: 'Map', bundle: 'Bundle', matrix: 'Matrix' };
