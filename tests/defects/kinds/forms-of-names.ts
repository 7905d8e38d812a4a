/** Names that have another form, lack a word, or stand in another folder. */
import { CODE, TABLE, TEXT, replaced, type DefectKind } from '../defect.ts';

const group = 'names';
const ALL = [...TEXT, 'code'] as const;

export const nameFormKinds: readonly DefectKind[] = [
  {
    id: 'flag without a word inside',
    group,
    plant: replaced(ALL, /(?<=[\s`(])--([a-z]+)-[a-z]+(-[a-z]+)\b/g, ([, a, b]) => `--${a}${b}`),
  },
  {
    id: 'word of a name in another form',
    group,
    plant: replaced(
      ALL,
      /\b([a-z]+_[a-z]+)(ed|er)(_[a-z]+)\b/g,
      ([, before, , after]) => `${before}ing${after}`,
    ),
  },
  {
    id: 'shell variable of a function in another number',
    group,
    plant: replaced(CODE, /\$\{([a-z]{4,}[^s\W])(?=[}%#:])/g, ([all]) => `${all}s`),
  },
  {
    id: 'key left out of a path through an object',
    group,
    plant: replaced(ALL, /\b([A-Za-z_]+)\.[A-Za-z_]+\.([A-Z]+_[A-Z]+)\b/g, ([, a, b]) => `${a}.${b}`),
  },
  {
    id: 'file in the folder beside its own',
    group,
    plant: replaced(ALL, /\/opt\/flower\/(config|scripts)(?=\/[\w-]+\.[a-z]+)/g, ([path, folder]) =>
      path.replace(folder, folder === 'config' ? 'certs' : 'config'),
    ),
  },
  {
    id: 'key of JSON cut short',
    group,
    plant: replaced(CODE, /(?<=")([a-z]+_[a-z]{3})[a-z]+(?=":)/g, ([, start]) => start),
  },
  {
    id: 'value of a list of values with another ending word',
    group,
    plant: replaced(TABLE, /(?<=^\| `)([a-z]+_[a-z]+)_[a-z]+(?=` \|)/g, ([, start]) => `${start}_problem`),
  },
];
