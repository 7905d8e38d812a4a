import { describe, expect, it } from 'vitest';
import {
  cameraOf,
  readCamera,
  isSameCamera,
  transformFor,
  writeCamera,
  type Camera,
} from '../../../../src/client/graph/state/camera.ts';

const DESK = { width: 1000, height: 600, wholeTransform: { k: 0.9, x: 500, y: 300 } };
const PHONE = { width: 360, height: 640, wholeTransform: { k: 0.5, x: 180, y: 320 } };
const EXTENT = [0.25, 8] as const;
const HALF = { x: 1000, y: 1000 };

describe('the camera as text', () => {
  it('is parsed as it was written', () => {
    expect(writeCamera({ x: 120, y: -40.5, k: 2.25 })).toBe('120,-40.5,2.25');
    expect(readCamera('120,-40.5,2.25')).toEqual({ x: 120, y: -40.5, k: 2.25 });
  });

  it.each([
    null,
    '',
    '1,2',
    '1,2,0',
    '1,2,-3',
    '0,0,0',
    '0,0,-2',
    '1,2,3,4',
    'a,b,c',
    '1e9,0,1',
    'NaN,0,1',
    'Infinity,0,1',
    '1,2,3<script>',
    '<b>,0,1',
    ' 1,2,3',
    '12345678,0,1',
  ])('is nothing of the kind: %j', (text) => {
    expect(readCamera(text)).toBeUndefined();
  });

  it('is equal only where all values are equal', () => {
    expect(isSameCamera(undefined, undefined)).toBe(true);
    expect(isSameCamera({ x: 1, y: 2, k: 3 }, { x: 1, y: 2, k: 3 })).toBe(true);
    expect(isSameCamera({ x: 1, y: 2, k: 3 }, { x: 1, y: 2, k: 3.01 })).toBe(false);
    expect(isSameCamera({ x: 1, y: 2, k: 3 }, undefined)).toBe(false);
  });
});

describe('the camera on a screen', () => {
  const camera: Camera = { x: 100, y: -50, k: 2 };

  it('is undefined where everything is visible', () => {
    expect(cameraOf(DESK.wholeTransform, DESK)).toBeUndefined();
    expect(transformFor(undefined, DESK, EXTENT, HALF)).toEqual(DESK.wholeTransform);
  });

  it('has the same centre and relative scale on every screen', () => {
    for (const frame of [DESK, PHONE]) {
      const { k, x, y } = transformFor(camera, frame, EXTENT, HALF);
      expect(k).toBe(2 * frame.wholeTransform.k);
      expect([k * camera.x + x, k * camera.y + y]).toEqual([frame.width / 2, frame.height / 2]);
      expect(cameraOf({ k, x, y }, frame)).toEqual(camera);
    }
  });

  it('stays within the limits of the zoom', () => {
    expect(transformFor({ ...camera, k: 9999 }, DESK, EXTENT, HALF).k).toBe(8);
    expect(transformFor({ ...camera, k: 0.01 }, DESK, EXTENT, HALF).k).toBe(0.25);
  });

  it('shows everything where the view would be empty', () => {
    expect(transformFor({ ...camera, x: 4000 }, DESK, EXTENT, HALF)).toEqual(DESK.wholeTransform);
    expect(transformFor({ ...camera, y: -4000 }, DESK, EXTENT, HALF)).toEqual(DESK.wholeTransform);
  });
});
