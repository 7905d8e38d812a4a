import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { NO_CACHE } from '../../src/cli/report-cache.ts';
import { run } from '../../src/cli/main.ts';
import { runIn } from '../helpers/fake-effects.ts';
import { SMALL_SET } from '../helpers/small-set.ts';

const NAMEABLE =
  'a document, a section, a step, a table, a figure, a variable, an attribute, a requirement or a phase; ' +
  'what is part of a document is named with it: "Section 3 of spec/14"';

describe('prints one line with a hint on stderr and exits with 2 for wrong usage', () => {
  test.each([
    [['chek'], 'there is no command chek; did you mean check?'],
    [['frobnicate'], 'there is no command frobnicate; specgraph --help lists all'],
    [['check', '--fromat', 'json'], 'check has no option --fromat; did you mean --format?'],
    [['check', '-x'], 'check has no option -x; specgraph check --help lists all'],
    [['check', '--format', 'jsn'], '--format knows no "jsn"; did you mean json?'],
    [
      ['check', '--format', 'tap'],
      '--format knows no "tap"; it takes github, json, junit, markdown, pretty or sarif',
    ],
    [['check', '--format'], '--format needs a value; --format FORMAT'],
    [['check', '--config', '--fix'], '--config needs a value; --config FILE'],
    [['check', '--format=json', '--format=sarif'], '--format is given twice; keep one'],
    [['check', '--fix=yes'], '--fix takes no value'],
    [['check', '--max-warnings', 'many'], '--max-warnings takes a whole number, not "many"'],
    [
      ['check', '--rule', 'broken-secton=off'],
      '--rule names "broken-secton", which is no rule; did you mean broken-section? (specgraph rules lists all)',
    ],
    [
      ['check', '--rule', 'broken-link=loud'],
      '--rule takes ID=off, ID=info, ID=warn or ID=error, not "broken-link=loud"',
    ],
    [
      ['check', 'a', 'b', '--update-baseline'],
      '--update-baseline needs the file; --baseline FILE --update-baseline',
    ],
    [['check', '--watch', '--out', 'x'], '--watch prints; it takes no --out'],
    [['graph', 'a', 'b'], 'graph takes one folder, not 2; specgraph graph --help'],
    [['check', 'nowhere'], 'nowhere does not exist; name a folder of Markdown documents'],
    [['rules', 'broken-secton'], 'there is no rule "broken-secton"; did you mean broken-section?'],
    [['variables', '--appliance', 'Servr'], 'there is no appliance "Servr"; did you mean Server?'],
    [['variables', '--phase', '7'], 'there is no phase "7"; there are 1 and 2'],
    [['refs'], `no target is named; ${NAMEABLE}`],
    [['refs', 'FL_PROT'], 'there is nothing called "FL_PROT"; did you mean FL_PORT?'],
    [['refs', 'FL_WINDOW'], `there is nothing called "FL_WINDOW"; name ${NAMEABLE}`],
    [['impact', 'spec/02', 'Section', '9'], 'spec/02-server.md has no section 9; its sections are 1, 2, 3'],
    [['diff'], 'diff takes one or two revisions; specgraph diff REV [REV]'],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await runIn({ files: SMALL_SET }, ...argv);
    expect(stderr).toBe(`specgraph: ${message}\n`);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('does not print control characters of an argument', async () => {
    const { stderr } = await runIn({ files: SMALL_SET }, 'refs', '\u001B[31mred');
    expect(stderr).not.toContain('\u001B');
  });
});

describe('a bug of specgraph', () => {
  const broken = (env: Record<string, string>, stderr: string[]): Parameters<typeof run>[1] =>
    ({
      stdout: { write: () => {}, isTTY: false },
      stderr: { write: (text: string) => void stderr.push(text), isTTY: false },
      env,
      now: () => 0,
      readText: () => Promise.reject(new Error('there is no such file')),
      reportCache: NO_CACHE,
      load: () => {
        throw new TypeError('x is undefined');
      },
    }) as unknown as Parameters<typeof run>[1];

  test('is reported as such in one line', async () => {
    const stderr: string[] = [];
    expect(await run(['check'], broken({}, stderr))).toBe(2);
    expect(stderr.join('')).toBe(
      'specgraph: a bug of specgraph, not of the documents: x is undefined; DEBUG=specgraph prints where it happened\n',
    );
  });

  test('is reported with the stack if DEBUG=specgraph is set', async () => {
    const stderr: string[] = [];
    await run(['check'], broken({ DEBUG: 'specgraph' }, stderr));
    expect(stderr.join('')).toContain('TypeError: x is undefined\n    at ');
  });
});

describe('help', () => {
  test('is printed on stderr without a command, and on stdout with --help', async () => {
    expect(await runIn({})).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('specgraph COMMAND'),
    });
    expect(await runIn({}, '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('specgraph COMMAND'),
      stderr: '',
    });
  });

  test('names every command', async () => {
    const { stdout } = await runIn({}, '--help');
    for (const { name, operands, summary } of COMMANDS)
      expect(stdout).toMatch(
        new RegExp(`^  ${name} ${operands.replace(/[[\]]/g, String.raw`\$&`)} +${summary}$`, 'm'),
      );
  });

  test.each(COMMANDS.map((command) => command.name))(
    '%s --help lists its options in alphabetical order',
    async (name) => {
      const { code, stdout } = await runIn({}, name, '--help');
      const options = [...stdout.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option);
      expect(code).toBe(0);
      expect(options).toEqual(options.toSorted());
      expect(options).toContain('--help');
      expect((await runIn({}, 'help', name)).stdout).toBe(stdout);
      expect((await runIn({}, name, '-h')).stdout).toBe(stdout);
    },
  );

  test('the registry and the commands agree', async () => {
    for (const entry of COMMANDS) {
      const command = await entry.load();
      expect([command.name, command.operands]).toEqual([entry.name, entry.operands]);
    }
  });

  test('--version prints the version', async () => {
    expect((await runIn({}, '--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('the folder', () => {
  const IN_DOCS = Object.fromEntries(
    Object.entries(SMALL_SET).map(([file, text]) => [file.replace(/^spec\//, 'docs/'), text]),
  );

  test.each([['check'], ['graph'], ['variables'], ['explain']])('%s takes it as --dir too', async (name) => {
    const withOperand = await runIn({ files: IN_DOCS }, name, 'docs');
    expect(withOperand.code).not.toBe(2);
    expect(await runIn({ files: IN_DOCS }, name, '--dir', 'docs')).toEqual(withOperand);
    expect(await runIn({ files: IN_DOCS }, name, 'docs', '--dir', 'docs')).toEqual(withOperand);
    expect((await runIn({ files: IN_DOCS }, name, 'other', '--dir', 'docs')).stderr).toBe(
      'specgraph: other and --dir docs both say what is read; keep one\n',
    );
  });

  test.each([['refs', 'FL_PORT'], ['impact', 'FL_PORT'], ['review'], ['refactor', 'renumber']])(
    '%s reads this folder where there is no spec',
    async (...argv) => {
      const { stdout, stderr } = await runIn({ files: IN_DOCS }, ...argv, '--dir', '.');
      expect(stderr).toBe('');
      expect(await runIn({ files: IN_DOCS }, ...argv)).toMatchObject({ code: 0, stdout });
    },
  );
});
