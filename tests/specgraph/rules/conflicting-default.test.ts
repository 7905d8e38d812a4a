import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { problemsOf, ruleTest } from '../../helpers/rule-test.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const rule = ruleById('conflicting-default')!;
const TABLE = '| Name | Default |\n|---|---|\n| `max_retries` | 5 |\n| `wait_time` | 300 s |\n';

ruleTest(rule, {
  good: {
    'the same value in other words': {
      'g/a.md': `# A\n\n${TABLE}\n\`wait_time\` (default 5 min), \`max_retries\` defaults to \`5\`.\n`,
    },
    'examples in code alone': {
      'g/a.md': '# A\n\n```sh\necho "${VALUE_X:-one}" "${VALUE_X:-two}"\n```\n',
    },
    'two statements and no owner': {
      'g/a.md': '# A\n\nWith `max_retries` (default 5).\n\nWith `max_retries` (default 3).\n',
    },
    'other documents may have other defaults': {
      'g/a.md': `# A\n\n${TABLE}`,
      'g/b.md': '# B\n\n`max_retries` defaults to 3.\n',
    },
  },
  bad: {
    'prose against a table': {
      files: { 'g/a.md': `# A\n\n${TABLE}\nIt stops after \`max_retries\` (default ⟦3⟧) attempts.\n` },
      message: 'The default of max_retries is 3 here and 5 in line 5.',
      suggestion: '5',
      related: ['g/a.md:5 the default 5'],
    },
    'code against prose': {
      files: {
        'g/a.md':
          '# A\n\n`MAX_RETRIES` defaults to 5. Without it `MAX_RETRIES` (default: 5) counts.\n\n```sh\nn="${MAX_RETRIES:-⟦3⟧}"\n```\n',
      },
      message: 'The default of MAX_RETRIES is 3 here and 5 in line 3.',
      suggestion: '5',
      related: ['g/a.md:3 the default 5'],
    },
  },
});

/** What is said of the default of FL_PORT, whose definition says 9092, in a third document. */
function said(text: string): string[] {
  const view = viewOfFiles({ ...SMALL_SET, 'spec/09-more.md': `# More\n\n${text}\n` });
  return problemsOf(rule, view)
    .filter(({ at }) => at.file === 'spec/09-more.md')
    .map(({ message }) => message);
}

describe('the definition owns the default', () => {
  test.each([
    ['`FL_PORT` (default 9902)', '9902'],
    ['`FL_PORT` (default: `9902`)', '9902'],
    ['`FL_PORT` defaults to 9902.', '9902'],
    ['The default of `FL_PORT` is 9902.', '9902'],
    ['The default for `FL_PORT` is `9902`.', '9902'],
    ['`FL_PORT` (number, default 9902)', '9902'],
    ['`FL_PORT=9902`, the default', '9902'],
    ['`FL_PORT=9902` (default)', '9902'],
    ['`FL_PORT` counts, with the default of 9902 as a start.', '9902'],
    ['`FL_PORT` is `FL_PORT` at least, with the default of 9902 as a start.', '9902'],
    ['`FL_PORT` (9902) counts.', '9902'],
    ['`FL_PORT`, 9902 s, counts.', '9902 s'],
    ['`server.port` is `FL_PORT`, 1 with the default of 9902.', '9902'],
    ['`FL_PORT` counts. With the default 9902 nothing is lost.', '9902'],
    ['`FL_PORT` is 4 in this example; the default is 9902.', '9902'],
    ['Run `echo ${FL_PORT:-9902}`.', '9902'],
    ['```sh\nport="${FL_PORT:-9902}"\n```', '9902'],
    ['```sh\nport="${FL_PORT:=9902}"\n```', '9902'],
    ['```py\nport = os.environ.get("FL_PORT", "9902")\n```', '9902'],
    ["```py\nport = int(os.getenv('FL_PORT', 9902))\n```", '9902'],
    ['```py\nport = int(cfg.get("port", 9902))\n```', '9902'],
    ['```py\nparser.add_argument("--port", type=int, default=9902, help="Port")\n```', '9902'],
    ['```py\nport = int(os.getenv("FL_PORT", "0"))\n```', '0'],
    ['```js\nconst port = process.env.FL_PORT ?? 9902;\n```', '9902'],
    ['```ts\nconst port = Number(process.env["FL_PORT"] || "9902");\n```', '9902'],
    ["```php\n$port = getenv('FL_PORT') ?: '9902';\n```", '9902'],
    ['```ruby\nport = ENV.fetch("FL_PORT", "9902")\n```', '9902'],
    ['```rust\nlet port = std::env::var("FL_PORT").unwrap_or("9902".to_string());\n```', '9902'],
    ['```go\nviper.SetDefault("port", 9902)\n```', '9902'],
    ['```java\nvar port = System.getenv().getOrDefault("FL_PORT", "9902");\n```', '9902'],
    ['`FL_MODE` defaults to `slow`.', 'slow'],
  ])('%s', (text, value) => {
    expect(said(text)).toEqual([
      `The default of ${text.includes('MODE') ? 'FL_MODE' : 'FL_PORT'} is ${value} here and ${text.includes('MODE') ? 'fast' : '9092'} in its definition.`,
    ]);
  });

  test.each([
    '`FL_PORT` (default 9092)',
    '`FL_PORT` has no default 9902 for others.',
    '`FL_PORT=9902`, the default of another product',
    '`FL_PORT`, 9902 in the example',
    '```sh\nport="${FL_PORT:-$OTHER}"\n```',
    '```sh\nport="${FL_PORT:-}"\n```',
    '```sh\necho "${port:-unknown}"\n```',
    '```py\nport = cfg.get("port", 0)\n```',
    '```py\nport = cfg.get("port", 10 * base)\n```',
    '```py\nport = cfg.get("server-port", 9902)\n```',
    '```py\nport = cfg.get("port", 9092)\n```',
    '`FL_PORT` and `FL_MODE` count, with the default of 9902 as a start.',
    '`FL_MODE` is "fast" by default',
    '`FL_PORT` (9902 in the example) counts.',
    '`FL_MODE` counts, then `server.port` with the default of 9902.',
    '`FL_PORT` counts. With the default `slow` nothing is lost.',
  ])('silent: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

test.each([
  ['`FL_WAIT` (60 min)', 'The default of FL_WAIT is 60 min here and 60 seconds in its definition.'],
  ['`FL_WAIT` (1 min)', undefined],
  ['`FL_WAIT` (60)', undefined],
])('the definition says the unit: %s', (text, message) => {
  const files = Object.entries(SMALL_SET).map(([file, content]) => [
    file,
    typeof content === 'string'
      ? content
          .replaceAll('FL_PORT', 'FL_WAIT')
          .replaceAll('Port to listen at', 'Time in seconds')
          .replaceAll('9092', '60')
      : content,
  ]);
  const view = viewOfFiles({ ...Object.fromEntries(files), 'spec/09-more.md': `# More\n\n${text}\n` });
  const found = problemsOf(rule, view);
  expect(found.map((problem) => problem.message)).toEqual(message === undefined ? [] : [message]);
});

test('a definition against which all others agree is the mistake itself', () => {
  const view = viewOfFiles({
    ...SMALL_SET,
    'spec/09-more.md': '# More\n\n`FL_PORT` (default 9902). Run `echo ${FL_PORT:-9902}`.\n',
  });
  const found = problemsOf(rule, view);
  expect(found.map(({ at, message }) => `${at.file}:${at.line} ${message}`)).toEqual([
    'spec/01-reference.md:13 The default of FL_PORT is 9092 here and 9902 in the 2 other places that state it.',
  ]);
});
