import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const fenced = (lang: string, code: string): string => `# A\n\n\`\`\`${lang}\n${code}\n\`\`\`\n`;

const YAML =
  'jobs:\n  - name: a\n    interval: 1\n    path: /a\n  - name: c\n    interval: 1\n    path: /c\n';
const item = (interval: string): string => `  - name: b\n    ${interval}: 2\n    path: /b\n`;

ruleTest(ruleById('misspelled-key')!, {
  good: {
    'keys of two versions': {
      'g/a.md': fenced('json', '{ "name": 1, "type": 2, "query": 3 }') + 'The `query`.\n',
      'g/b.md': fenced('json', '{ "name": 1, "type": 2, "queries": 3 }') + 'The `queries`.\n',
    },
    'keys that are alike': { 'g/a.md': fenced('yaml', YAML + item('interval')) },
    'an object that has both keys': {
      'g/a.md': fenced('yaml', `${YAML}${item('intervals')}    interval: 3\n`),
    },
    'one of two objects': {
      'g/a.md': fenced('yaml', `jobs:\n${item('interval')}${item('intervals')}`),
    },
    'an object of another shape': {
      'g/a.md': fenced('yaml', `${YAML}  - intervals: 2\n    kind: c\n    size: 3\n`),
    },
    'an object below other keys': { 'g/a.md': fenced('yaml', `${YAML}steps:\n${item('intervals')}`) },
    'a key that stands twice': { 'g/a.md': fenced('yaml', YAML + item('intervals') + item('intervals')) },
    'text in YAML': {
      'g/a.md': fenced('yaml', `${YAML}  - name: |\n      intervals: 2\n      path: /b\n    path: /b\n`),
    },
    'a placeholder': {
      'g/a.md': `${fenced('json', '{ "<user_id>": 1 }')}\nThe \`user_id\` and the \`user_id\`.\n`,
    },
    'a list of what the text names': {
      'g/a.md': `${fenced('json', '{ "attribute_sets": [1] }')}\nAn \`attribute_set\` and an \`attribute_set\`.\n`,
    },
    'keys in two styles': {
      'g/a.md': `${fenced('toml', 'max_retries = 1\nmax-wait = 2\nmin_wait = 3\nmin-size = 4')}\n\`max-retries\`, \`max-retries\`.\n`,
    },
  },
  bad: {
    'one letter more in the same list': {
      files: { 'g/a.md': fenced('yaml', YAML + item('⟦intervall⟧')) },
      message: 'No other object has the key "intervall"; one with the same keys has "interval".',
      suggestion: 'interval',
      related: ['g/a.md:9 "interval"'],
    },
    'a plural in JSON with an elision, in another document': {
      files: {
        'g/a.md':
          fenced('json', '{ "roles": [{ "name": 1, "type": 2, "parents": [], … }] }') + 'The `parents`.\n',
        'g/b.md': fenced('json', '{ "roles": [ // two\n{ "name": 1, "type": 2, "⟦parent⟧": [] }] }'),
      },
      message: 'No other object has the key "parent"; one with the same keys has "parents".',
      suggestion: 'parents',
      related: ['g/a.md:4 "parents"'],
    },
    'a short form of a word': {
      files: {
        'g/a.md': `${fenced('json', '[{ "name": 1, "size": 2, "period_number": 3 }, { "name": 1, "size": 2, "⟦period_num⟧": 4 }]')}\`period_number\`.\n`,
      },
      message: 'No other object has the key "period_num"; one with the same keys has "period_number".',
      suggestion: 'period_number',
      related: ['g/a.md:4 "period_number"'],
    },
    'a name of the text': {
      files: {
        'g/a.md': `${fenced('json', '{ "⟦num_array⟧": 1 }')}\nThe \`num_arrays\`, see \`num_arrays\`.\n`,
      },
      message: 'The key "num_array" stands once; "num_arrays" stands in 2 places.',
      suggestion: 'num_arrays',
      related: ['g/a.md:7 "num_arrays"'],
    },
    'another way to join the words than the other keys': {
      files: {
        'g/a.md': fenced('toml', '[app]\n⟦max_retries⟧ = 1\nmax-wait = 2\nmin-wait = 3\nmin-size = 4'),
        'g/b.md': '# B\n\n`max-retries`, `max-retries`.\n',
      },
      message: 'The key "max_retries" stands once; "max-retries" stands in 2 places.',
      suggestion: 'max-retries',
      related: ['g/b.md:3 "max-retries"'],
    },
  },
});
