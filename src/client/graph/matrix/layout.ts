/** The places of rows, columns and heads of the matrix, in pixels. Pure. */
import type { MapNode } from '../../../map/model.ts';
import { roundCamera, type Camera } from '../state/camera.ts';
import type { Order } from './cells.ts';

export interface MatrixLayout {
  width: number;
  height: number;
  /** Width of the row heads and height of the column heads. */
  left: number;
  top: number;
  cell: { width: number; height: number };
  /** Left edge of a document's column and upper edge of its row, by id, beside and below the heads. */
  columnEdges: Map<string, number>;
  rowEdges: Map<string, number>;
  /** Edges of the totals, from the heads. */
  totalEdges: { x: number; y: number };
  /** Maximum number of letters in a head. */
  maxLetters: { row: number; column: number };
  isNarrow: boolean;
}

/** Below this width heads are short and the cells scroll. */
const NARROW_BELOW_PX = 620;
/** Minimum size of a cell in pixels: a finger needs more than a pointer. */
const MIN_CELL_PX = { wide: 22, narrow: 26 };
const MAX_CELL_PX = { width: 54, height: 40 };
const TOTAL_CELL_PX = { width: 44, height: 26 };
/** Between two phases in the order by phase, in pixels. */
const PHASE_GAP_PX = 7;

/** @param zoom 1 for cells that fill the available space */
export function matrixLayout(
  documents: readonly MapNode[],
  order: Order,
  width: number,
  height: number,
  zoom = 1,
): MatrixLayout {
  const isNarrow = width < NARROW_BELOW_PX;
  const maxLetters = isNarrow ? { row: 11, column: 13 } : { row: 30, column: 21 };
  const [left, overhang] = isNarrow ? [120, 54] : [236, 92];
  const top = headHeight(maxLetters.column);
  const gaps = documents.map((node, i): number =>
    order === 'phase' && i > 0 && node.phase !== documents[i - 1].phase ? PHASE_GAP_PX : 0,
  );
  const totalGap = gaps.reduce((sum, gapBefore) => sum + gapBefore, 0);
  const count = Math.max(1, documents.length);
  const cellSize = (room: number, maximum: number): number =>
    Math.floor(
      Math.max(MIN_CELL_PX[isNarrow ? 'narrow' : 'wide'], Math.min(maximum, (room - totalGap) / count)) *
        zoom,
    );
  const cell = {
    width: cellSize(width - left - TOTAL_CELL_PX.width - overhang - 4, MAX_CELL_PX.width),
    height: cellSize(height - top - TOTAL_CELL_PX.height - 4, MAX_CELL_PX.height),
  };
  const edgesAt = (step: number): number[] =>
    gaps.map((_, i) => i * step + gaps.slice(0, i + 1).reduce((sum, gapBefore) => sum + gapBefore, 0));
  const edgesById = (step: number): Map<string, number> =>
    new Map(edgesAt(step).map((edge, i) => [documents[i].id, edge]));
  const totalEdges = { x: count * cell.width + totalGap + 4, y: count * cell.height + totalGap + 4 };
  return {
    left,
    top,
    cell,
    totalEdges,
    isNarrow,
    columnEdges: edgesById(cell.width),
    rowEdges: edgesById(cell.height),
    width: left + totalEdges.x + TOTAL_CELL_PX.width + overhang,
    height: top + totalEdges.y + TOTAL_CELL_PX.height,
    maxLetters,
  };
}

/** Column heads: their angle in degrees, and the distance in pixels at which they begin above the cells. */
export const COLUMN_HEAD = { turn: 40, above: 9 };
/** In pixels: the width of a letter in the widest common font (bold, as selected heads are), extra room for some wide letters, and the height of the letters. */
const LETTER_PX = { width: 7.3, wide: 18, height: 12 };

/** Height of the column heads. @param letters of the title; its number has two digits */
function headHeight(letters: number): number {
  const turn = (COLUMN_HEAD.turn * Math.PI) / 180;
  return Math.ceil(
    COLUMN_HEAD.above +
      ((letters + 3) * LETTER_PX.width + LETTER_PX.wide) * Math.sin(turn) +
      LETTER_PX.height * Math.cos(turn),
  );
}

/** Limits of the zoom of the cells. */
export const ZOOM_LIMITS = { min: 0.7, max: 3 };

/** Average width of a column and height of a row with their gaps, in pixels. */
function averageCell({ columnEdges: across, rowEdges: down, totalEdges: end }: MatrixLayout): {
  x: number;
  y: number;
} {
  return { x: end.x / Math.max(1, across.size), y: end.y / Math.max(1, down.size) };
}

/**
 * The column and the row at the upper left corner, as fractional indices.
 * @param left how far the cells are scrolled to the left, in pixels
 * @returns undefined where nothing is scrolled or zoomed
 */
export function cameraOfScroll(
  layout: MatrixLayout,
  left: number,
  top: number,
  zoom: number,
): Camera | undefined {
  const step = averageCell(layout);
  const corner = roundCamera({ x: left / step.x, y: top / step.y, k: zoom });
  return corner.x === 0 && corner.y === 0 && corner.k === 1 ? undefined : corner;
}

/** The scroll position that shows a camera's corner, in pixels. */
export function scrollOfCamera(layout: MatrixLayout, at: Camera | undefined): { left: number; top: number } {
  const step = averageCell(layout);
  return { left: (at?.x ?? 0) * step.x, top: (at?.y ?? 0) * step.y };
}

/** A title cut to a number of letters, between words where that leaves most of it. */
export function truncateTitle(title: string, letters: number): string {
  if (title.length <= letters) return title;
  const cut = title.slice(0, letters - 1);
  const words = title.slice(0, letters).replace(/\s+\S*$/, '');
  return `${(words.length > 0.6 * letters ? words : cut).replace(/[\s:,(&-]+$/, '')}…`;
}

export interface GridPosition {
  row: number;
  column: number;
}

/**
 * The cell that a key moves to; undefined for keys that do not move.
 * @param last the last row and the last column; the heads are row 0 and column 0
 */
export function positionAfterKey(
  key: string,
  { row, column }: GridPosition,
  last: GridPosition,
  isWholeGrid: boolean,
): GridPosition | undefined {
  const clamp = (value: number, maximum: number): number => Math.max(0, Math.min(maximum, value));
  switch (key) {
    case 'ArrowUp':
      return { row: clamp(row - 1, last.row), column };
    case 'ArrowDown':
      return { row: clamp(row + 1, last.row), column };
    case 'ArrowLeft':
      return { row, column: clamp(column - 1, last.column) };
    case 'ArrowRight':
      return { row, column: clamp(column + 1, last.column) };
    case 'Home':
      return { row: isWholeGrid ? 0 : row, column: 0 };
    case 'End':
      return { row: isWholeGrid ? last.row : row, column: last.column };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: last.row, column };
    default:
      return undefined;
  }
}
