/** The data of the benchmark: a specification of many parts, read by the engine and kept in .cache/. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withDetails } from '../../src/client/graph/state/details.ts';
import { mapData } from '../../src/site/graph/map-data.ts';
import { mapDetails } from '../../src/site/graph/map-details.ts';
import { largeMap } from '../../src/site/graph/large-map.ts';
import { enlargedGraph } from './specification.ts';

/** The files and folders that the data depends on. */
const SOURCES = [
  'spec',
  'src/specgraph',
  'src/site',
  'src/client/graph/canvas',
  'bench/graph/specification.ts',
];

/** @returns files: the columns without positions, so that every page computes its layout; for one part also the build's data for the SVG view */
export async function benchData(root: string, parts: number): Promise<string[]> {
  const folder = path.join(root, '.cache/bench-graph');
  const [columns, map] = [path.join(folder, `x${parts}.json`), path.join(folder, `x${parts}-map.json`)];
  const files = parts === 1 ? [columns, map] : [columns];
  const made = Math.min(...files.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  if (SOURCES.every((source) => newest(path.join(root, source)) < made)) return files;
  mkdirSync(folder, { recursive: true });
  const graph = await enlargedGraph(root, parts);
  writeFileSync(columns, JSON.stringify({ ...largeMap(graph), places: undefined }));
  if (parts === 1) {
    const first = mapData(graph);
    writeFileSync(map, JSON.stringify(withDetails(first, mapDetails(graph, first)).data));
  }
  return files;
}

function newest(file: string): number {
  const info = statSync(file);
  return info.isDirectory()
    ? Math.max(info.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : info.mtimeMs;
}
