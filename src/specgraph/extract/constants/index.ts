/** Reads the constants of a document: versions, rights of files, numbers, ports, addresses, ranges, options, quantities. */
import type { CodeBlock, Constants } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { FlatUnit } from '../prose.ts';
import { literalsIn } from './literals.ts';
import { longNumbersIn } from './long-numbers.ts';
import { readOptions } from './options.ts';
import { permissionsIn } from './permissions.ts';
import { labelledPortsIn } from './port-labels.ts';
import { readQuantities } from './quantities.ts';
import { rangesIn } from './ranges.ts';
import { forEachText } from './texts.ts';
import { versionsIn } from './versions.ts';

export function readConstants(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
): Constants {
  const found: Constants = {
    versions: [],
    permissions: [],
    longNumbers: [],
    literals: [],
    labelledPorts: [],
    ranges: [],
    options: readOptions(units),
    quantities: readQuantities(units),
  };
  forEachText(units, blocks, source, index, (text) => {
    found.versions.push(...versionsIn(text));
    found.permissions.push(...permissionsIn(text));
    found.literals.push(...literalsIn(text));
    found.longNumbers.push(...longNumbersIn(text));
    found.labelledPorts.push(...labelledPortsIn(text));
    found.ranges.push(...rangesIn(text));
  });
  return found;
}
