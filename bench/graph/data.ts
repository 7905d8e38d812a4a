/** The data of the benchmark: a specification of so many parts, read by the engine, kept under .cache/. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { largeMap } from '../../src/site/graph-large.ts';
import { enlargedGraph } from './specification.ts';

/** @returns the file of the columns */
export async function benchData(root: string, parts: number): Promise<string> {
  const file = path.join(root, '.cache/bench-graph', `x${parts}.json`);
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(largeMap(await enlargedGraph(root, parts))));
  return file;
}
