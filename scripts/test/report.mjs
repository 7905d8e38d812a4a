// The last lines of `npm test`. Plain JavaScript that runs on Node 18.

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {number} [again] tests that passed when tried a second time
 * @property {number} seconds
 * @property {string} [failure] why the step failed
 * @property {{ name: string, ms: number }[]} [slowest]
 */

/**
 * @param {Result[]} results
 * @returns {string} ends with the line "N passed, N failed"
 */
export function reportOf(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return [
    ...results.flatMap(({ name, slowest }) =>
      slowest?.length ? [`The slowest ${name}:`, ...slowest.map(lineOfTest), ''] : [],
    ),
    ...results.map(lineOfStep),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n');
}

function lineOfTest({ name, ms }) {
  return `${(ms / 1000).toFixed(1).padStart(6)} s  ${name}`;
}

function lineOfStep({ name, passed, failed, skipped, again, seconds, failure }) {
  const notes = [
    skipped && `${skipped} skipped`,
    again && `${again} passed when tried again`,
    failure,
  ].filter(Boolean);
  const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed`;
  const time = `${seconds.toFixed(1).padStart(6)} s`;
  return [`${failed > 0 ? '✖' : '✔'} ${name.padEnd(20)} ${counts} ${time}`, ...notes].join('  ');
}
