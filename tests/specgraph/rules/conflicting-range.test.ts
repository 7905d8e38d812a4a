import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const row = (name: string, rule: string, message = 'wrong'): string =>
  `| Name | Rule | Message |\n|---|---|---|\n| \`${name}\` | ${rule} | ${message} |`;
const code = (line: string): string => `\`\`\`sh\n${line}\n\`\`\``;
const page = (...parts: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n${parts.join('\n\n')}\n`,
});
const SHARE = row('APP_SHARE', '0.0 < value < 0.5', '`APP_SHARE must be between 0.0 and 0.5.`');
const PORT = row('APP_PORT', 'integer 1024-65535', 'Must be integer 1024-65535.');
const wrong = (name: string, here: string, meant: string, files: Record<string, string>) => ({
  files,
  message: `The range of ${name} is ${here} only here, and ${meant} in 2 other places.`,
  related: [`g/a.md:5 ${meant}`],
});

ruleTest(ruleById('conflicting-range')!, {
  good: {
    'the same range in other words': page(
      SHARE,
      'The `APP_SHARE` is > 0 and < 0.50.',
      code('if ! in_range "${APP_SHARE}" 0 0.5; then'),
    ),
    'another range of the same name': page(PORT, code('in_range "${APP_PORT}" 9091 9093')),
    'another name': page(SHARE, '`APP_LIMIT` lies between 0.0 and 1.0.'),
    'two names in the sentence': page(SHARE, '`APP_LIMIT` or `APP_SHARE` lies between 0.0 and 1.0.'),
    'a sentence without a name': page(SHARE, '`APP_SHARE` is set. It lies between 0.0 and 1.0.'),
    'only one other place': page(row('APP_SHARE', '0.0 < value < 0.5'), '`APP_SHARE`: between 0.0 and 1.0.'),
    'two places that agree with each other': page(
      SHARE,
      '`APP_SHARE`: between 0.0 and 1.0. `APP_SHARE`: between 0.0 and 1.0.',
    ),
    'no range that more places state than any other': page(
      SHARE,
      '`APP_SHARE`: between 0.0 and 1.0. `APP_SHARE`: between 0.0 and 1.0. `APP_SHARE`: between 0.0 and 0.7.',
    ),
    'a part that two names end in': page(
      SHARE,
      '`APP_OTHER_SHARE` lies between 1 and 9.',
      '`share` lies between 0.0 and 1.0.',
    ),
    'numbers that are no range': page(PORT, 'Port 1024-1024 of `APP_PORT`, see RFC 1024-65.'),
    'the key of another document': {
      ...page(row('share', '0.0 < value < 0.5', 'integer 0.0-0.5')),
      'g/b.md': '# B\n\n`share` lies between 0.0 and 1.0.\n',
    },
  },
  bad: {
    'another bound in prose': wrong(
      'APP_SHARE',
      '0.0 to 1.0',
      '0.0 to 0.5',
      page(SHARE, '`APP_SHARE` lies between ⟦0.0 and 1.0⟧.'),
    ),
    'another bound in a command': wrong(
      'APP_PORT',
      '1025 to 65535',
      '1024 to 65535',
      page(PORT, code('in_range "${APP_PORT}" ⟦1025 65535⟧ || fail')),
    ),
    'another bound in a message': wrong(
      'APP_PORT',
      '1024 to 65536',
      '1024 to 65535',
      page(PORT, code('fail "Invalid APP_PORT: must be integer ⟦1024-65536⟧."')),
    ),
    'the last word of the name': wrong(
      'share',
      '0.0 to 1.0',
      '0.0 to 0.5',
      page(SHARE, '`share` is between ⟦0.0 and 1.0⟧.'),
    ),
    'the key of a row': wrong(
      'share',
      '0.1 to 0.5',
      '0.0 to 0.5',
      page(row('share', '0.0 < value < 0.5', 'value 0.0-0.5'), '`share` is between ⟦0.1 and 0.5⟧.'),
    ),
  },
});
