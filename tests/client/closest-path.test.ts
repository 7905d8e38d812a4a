import { expect, it } from 'vitest';
import { closestPath } from '../../src/client/closest-path.ts';

const KNOWN = [
  '/',
  '/variables/',
  '/variables/FL_EDGE_BACKOFF/',
  '/variables/FL_EDGE_MAX_BACKOFF/',
  '/spec/14-edge-and-auto-scaling/',
  '/spec/13-monitoring-observability/',
  '/integrity/rules/broken-link/',
];

it.each([
  ['/variables/FL_EGDE_BACKOFF/', '/variables/FL_EDGE_BACKOFF/'],
  ['/variables/fl-edge-backoff', '/variables/FL_EDGE_BACKOFF/'],
  ['/FL_EDGE_MAX_BACKOFF', '/variables/FL_EDGE_MAX_BACKOFF/'],
  ['/spec/14-edge-and-autoscaling/', '/spec/14-edge-and-auto-scaling/'],
  ['/spec/14-edge-and-auto-scaling.html', '/spec/14-edge-and-auto-scaling/'],
  ['/variable', '/variables/'],
  ['/rules/broken-links/', '/integrity/rules/broken-link/'],
  ['/%E0%A4%A/', undefined],
  ['/wp-login.php', undefined],
  ['/', undefined],
])('the closest path to %s is %s', (wanted, closest) => {
  expect(closestPath(wanted, KNOWN)).toBe(closest);
});
