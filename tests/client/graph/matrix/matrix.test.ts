import { beforeAll, describe, expect, it, test } from 'vitest';
import { documentOf, evaluateContract, type GraphView } from '#specgraph';
import { describeCell } from '../../../../src/client/graph/matrix/cell.ts';
import { matrixOf, ordersOf, shadingOf, type Matrix } from '../../../../src/client/graph/matrix/cells.ts';
import {
  cameraOfScroll,
  matrixLayout,
  scrollOfCamera,
  truncateTitle,
  positionAfterKey,
} from '../../../../src/client/graph/matrix/layout.ts';
import { documentMap } from '../../../../src/client/graph/canvas/scene-queries.ts';
import { atlasOf } from '../../../../src/site/graph/picture.ts';
import type { MapData } from '../../../../src/map/model.ts';
import { matrixData } from '../../../../src/site/graph/matrix-data.ts';
import type { MatrixDemand } from '../../../../src/map/matrix-model.ts';
import { realSpecification } from '../../../helpers/real-specification.ts';

const STATE = {};
let graph: GraphView;
let data: MapData;
let demands: MatrixDemand[];
let matrix: Matrix;

beforeAll(async () => {
  const real = await realSpecification();
  graph = real.graph;
  data = documentMap(atlasOf(graph));
  ({ demands } = matrixData(
    graph,
    real.project.contracts.map((contract) => evaluateContract(contract, graph)),
  ));
  matrix = matrixOf(data, STATE, demands, 'reading');
});

const counted = (from: string, to: string): number =>
  graph.referencesFrom(from).filter((edge) => documentOf(edge.target) === to).length;

test('documents without phases are not ordered by phase', () => {
  expect(ordersOf(data.nodes)).toEqual(['reading', 'phase', 'references']);
  expect(ordersOf(data.nodes.map((node) => ({ ...node, phase: undefined })))).toEqual([
    'reading',
    'references',
  ]);
});

describe('cells', () => {
  it('count the references of the graph, each pair once', () => {
    expect(matrix.cells).toHaveLength(15 * 14);
    for (const { from, to, count } of matrix.cells)
      expect(count, `${from.id} ${to.id}`).toBe(counted(from.id, to.id));
  });

  it('add up to the totals', () => {
    for (const { id } of matrix.documents) {
      expect(matrix.totals.get(id)).toEqual({
        outgoing: graph.referencesFrom(id).length,
        incoming: graph.referencesTo(id).length,
      });
    }
    expect(matrix.total).toBe(matrix.cells.reduce((sum, { count }) => sum + count, 0));
  });

  it('are marked where a promise is kept or the reference back is missing', () => {
    for (const { from, to, count, mark, demands: own } of matrix.cells) {
      const expected =
        own.length > 0 ? 'demanded' : count === 0 && counted(to.id, from.id) > 0 ? 'one-way' : undefined;
      expect(mark, `${from.id} ${to.id}`).toBe(expected);
    }
    expect(matrix.cells.filter(({ mark }) => mark === 'one-way').length).toBeGreaterThan(0);
  });

  it('are marked as broken where a promise is not kept, and their text says it', () => {
    const one = { ...demands.find(({ to }) => to === '14-edge-and-auto-scaling')!, ok: false };
    const cell = matrixOf(data, STATE, [...demands, one], 'reading').cells.find(
      ({ from, to }) => from.id === one.from && to.id === one.to,
    )!;
    expect(cell.mark).toBe('broken');
    expect(describeCell(cell)).toContain('a promise of Phase 9 is not kept');
  });

  it('exist for visible documents only', () => {
    expect(
      matrixOf(data, { ...STATE, through: 4 }, demands, 'reading').documents.map(({ phase }) => phase! <= 4),
    ).not.toContain(false);
  });
});

describe('orders', () => {
  it('are by reading, by phase and by number of references', () => {
    const ids = graph.documents.map(({ id }) => id).toSorted();
    expect(matrix.documents.map(({ id }) => id)).toEqual(ids);
    const phases = matrixOf(data, STATE, demands, 'phase').documents.map(({ phase }) => phase!);
    expect(phases).toEqual(phases.toSorted((a, b) => a - b));
    const weights = matrixOf(data, STATE, demands, 'references').documents.map(
      ({ id }) => graph.referencesFrom(id).length + graph.referencesTo(id).length,
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });
});

describe('shades', () => {
  it('are darker for more references, and each has about the same number of cells', () => {
    const counts = matrix.cells.map(({ count }) => count);
    const { shadeOf: of, ranges } = shadingOf(counts);
    expect(of(0)).toBe(0);
    expect(ranges.map(({ shade }) => shade)).toEqual([1, 2, 3, 4, 5]);
    for (const [i, { minCount: least, maxCount: most }] of ranges.entries())
      expect(least <= most && (i === 0 || least > ranges[i - 1].maxCount)).toBe(true);
    const worn = Map.groupBy(
      counts.filter((count) => count > 0),
      of,
    );
    const some = counts.filter((count) => count > 0).length;
    for (const own of worn.values()) expect(own.length).toBeGreaterThan(some / ranges.length / 2);
  });

  it('do not exist where there are no references', () => expect(shadingOf([0, 0]).ranges).toEqual([]));
});

describe('layout', () => {
  it('fits a wide screen, and keeps cells large enough for a finger on a phone', () => {
    const desk = matrixLayout(matrix.documents, 'reading', 1020, 520);
    expect([desk.width <= 1020, desk.height <= 520]).toEqual([true, true]);
    const phone = matrixLayout(matrix.documents, 'reading', 340, 400);
    expect(Math.min(phone.cell.width, phone.cell.height)).toBeGreaterThanOrEqual(24);
  });

  it('separates phases when ordered by phase', () => {
    const [, one, two] = matrixOf(data, STATE, demands, 'phase').documents.filter(
      ({ phase }, i, all) => i === 0 || phase !== all[i - 1].phase,
    );
    const { columnEdges: across, cell } = matrixLayout(matrix.documents, 'phase', 1020, 520);
    const before = matrix.documents[matrix.documents.findIndex(({ id }) => id === one.id) - 1];
    expect(across.get(one.id)! - across.get(before.id)!).toBeGreaterThan(cell.width);
    expect(two).toBeDefined();
  });

  it('gives the scroll position in columns and rows, independent of their size', () => {
    const [one, other] = [1, 2].map((zoom) => matrixLayout(matrix.documents, 'phase', 340, 400, zoom));
    const corner = cameraOfScroll(one, 100, 60, 1)!;
    const { left, top } = scrollOfCamera(one, corner);
    expect([Math.abs(left - 100) < 2, Math.abs(top - 60) < 2]).toEqual([true, true]);
    expect(scrollOfCamera(other, corner).left / other.totalEdges.x).toBeCloseTo(left / one.totalEdges.x);
    expect(cameraOfScroll(one, 0, 0, 1)).toBeUndefined();
    expect(cameraOfScroll(one, 0, 0, 1.25)).toEqual({ x: 0, y: 0, k: 1.25 });
    expect(scrollOfCamera(one, undefined)).toEqual({ left: 0, top: 0 });
  });

  it('cuts titles between words', () =>
    expect(truncateTitle('SuperNode TLS Trust and End-to-End Handshake', 24)).toBe(
      'SuperNode TLS Trust and…',
    ));
});

it('keys move within the grid', () => {
  const last = { row: 16, column: 16 };
  expect(positionAfterKey('ArrowRight', { row: 3, column: 16 }, last, false)).toEqual({ row: 3, column: 16 });
  expect(positionAfterKey('ArrowUp', { row: 1, column: 2 }, last, false)).toEqual({ row: 0, column: 2 });
  expect(positionAfterKey('End', { row: 3, column: 2 }, last, false)).toEqual({ row: 3, column: 16 });
  expect(positionAfterKey('Home', { row: 3, column: 2 }, last, true)).toEqual({ row: 0, column: 0 });
  expect(positionAfterKey('a', { row: 3, column: 2 }, last, false)).toBeUndefined();
});
