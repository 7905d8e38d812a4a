/** The data of the benchmark: a specification of many parts, read by the engine and kept in .cache/. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { columnsOfMap } from '../../src/site/graph/columns-of-map.ts';
import { enlargedGraph } from './specification.ts';

/** The files and folders that the data depends on. */
const SOURCES = ['spec', 'src/specgraph', 'src/site', 'src/map', 'bench/graph/specification.ts'];

/** @returns the file with the columns */
export async function benchData(root: string, parts: number): Promise<string> {
  const folder = path.join(root, '.cache/bench-graph');
  const file = path.join(folder, `x${parts}.json`);
  const made = existsSync(file) ? statSync(file).mtimeMs : 0;
  if (SOURCES.every((source) => newest(path.join(root, source)) < made)) return file;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(columnsOfMap(await enlargedGraph(root, parts))));
  return file;
}

function newest(file: string): number {
  const info = statSync(file);
  return info.isDirectory()
    ? Math.max(info.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : info.mtimeMs;
}
