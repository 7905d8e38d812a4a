/** Exports what is visible, as a self-contained picture or as data. The page fetches this when it is first asked for. */
import type { MapData, MapNode } from '../../../map/model.ts';
import type { Picture } from '../../../map/paint/picture.ts';
import { downloadFile } from '../../download.ts';
import type { MapState } from '../state/state.ts';
import { exportData, fileNameOf, titleOf } from './content.ts';
import { exportMap } from './map-picture.ts';
import { exportMatrix } from './matrix-picture.ts';
import { MEDIA_TYPES, type ExportType } from './pictures.ts';

export type { ExportType };

export interface WhatIsVisible {
  state: MapState;
  /** Of the page with its state. */
  url: string;
  selected: MapNode | undefined;
  places: MapData;
  picture: Picture;
  /** Where the view is. */
  host: HTMLElement;
}

/** Downloads what is visible. */
export async function exportAs(type: ExportType, visible: WhatIsVisible): Promise<void> {
  const { state } = visible;
  const content =
    type === 'json'
      ? `${JSON.stringify(exportData(visible.places, state, visible.url), null, 2)}\n`
      : await pictureOf(type, visible);
  downloadFile(fileNameOf(state, type), MEDIA_TYPES[type], content);
}

function pictureOf(
  type: 'png' | 'svg',
  { state, url, selected, picture, host }: WhatIsVisible,
): Blob | Promise<Blob> {
  const title = titleOf(state, selected);
  const matrix = host.querySelector<SVGSVGElement>('svg.matrix');
  return matrix ? exportMatrix(matrix, type, title, url) : exportMap(host, picture, type, title, url);
}
