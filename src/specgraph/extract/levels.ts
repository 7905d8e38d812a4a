/** Reads the levels of log lines and alerts: where a text lists them, and where code, keys and columns use them. */
import type { CodeBlock, LevelFacts, TableFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { forEachLine } from './code-lines.ts';
import type { FlatUnit } from './prose.ts';

/** Words of syslog, of the common libraries and of Prometheus. */
const LEVEL = String.raw`(?:trace|debug|verbose|info|information|notice|warn|warning|err|error|severe|crit|critical|alert|emerg|emergency|fatal|panic)`;
const IS_LEVEL = new RegExp(`^${LEVEL}$`, 'i');
/** At least three levels in a row: "DEBUG, INFO, WARN or ERROR". */
const LIST = new RegExp(
  String.raw`\b${LEVEL}\b(?:\s*(?:,|\/|,?\s(?:or|and)\s)\s*(?:or\s|and\s)?${LEVEL}\b){2,}`,
  'gi',
);
/** A call whose first argument is a word in capitals and whose second one is a text: `log INFO "…"`, `log(INFO, "…")`. */
const CALL = /(?<![\w.$-])(?<name>[a-z_]\w*)(?:\s+|\(\s*)["']?(?<level>[A-Z]{3,})["']?,?\s+["'$f]/g;
/** A key of JSON, YAML or a configuration: `"level": "info"`, `severity: warning`. */
const KEY =
  /(?<![\w-])["']?(?<name>level|log_level|loglevel|severity)["']?\s*[:=]\s*["']?(?<level>[A-Za-z]{3,})["']?(?=\s*[,;}]?\s*$)/gi;
const IS_COLUMN = /^(?:log )?(?:level|severity)$/i;

export function readLevels(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  tables: readonly Omit<TableFacts, 'section'>[],
  source: string,
  index: LineIndex,
): LevelFacts {
  const facts: LevelFacts = { lists: [], uses: [] };
  for (const { text, place } of units)
    for (const { 0: words, index: start } of text.matchAll(LIST))
      facts.lists.push({
        levels: words.split(/[\s,/]+/).filter((word) => IS_LEVEL.test(word)),
        range: place(start, start + words.length),
      });
  for (const block of blocks)
    forEachLine(block, source, index, (line, start) => {
      for (const [form, pattern] of [
        ['call', CALL],
        ['key', KEY],
      ] as const)
        for (const { 0: found, index: at, groups } of line.matchAll(pattern)) {
          const { name, level } = groups!;
          const from = start + at + found.indexOf(level, name.length);
          facts.uses.push({ form, name, level, range: index.range(from, from + level.length) });
        }
    });
  for (const { header, rows } of tables) {
    const column = header.findIndex(({ text }) => IS_COLUMN.test(text));
    if (column < 0) continue;
    const cells = rows.flatMap(({ cells: own }) => (own[column] ? [own[column]] : []));
    const isDefinition = column === 0 && new Set(cells.map(({ text }) => text)).size === rows.length;
    if (isDefinition && cells.length >= 3 && cells.every(({ text }) => IS_LEVEL.test(text)))
      facts.lists.push({ levels: cells.map(({ text }) => text), range: cells[0].range });
    else
      for (const { text, range } of cells)
        if (/^[A-Za-z]+$/.test(text))
          facts.uses.push({ form: 'column', name: header[column].text, level: text, range });
  }
  return facts;
}
