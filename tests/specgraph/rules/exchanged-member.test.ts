import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const TWICE =
  'It is `idle`, `running`, `run_failed` or `stopped`.\n\nOne of `idle|running|run_failed|stopped`.\n\n';
const doc = (text: string, before = TWICE): Record<string, string> => ({
  'g/a.md': `# A\n\n${before}${text}\n`,
});
const bad = (text: string, name = 'run_broken') => ({
  files: doc(text),
  message: `This list has ${name}, which stands only here, where 2 other lists of the same names have run_failed.`,
  suggestion: 'run_failed',
  related: ['g/a.md:3 run_failed'],
});

ruleTest(ruleById('exchanged-member')!, {
  good: {
    'the same names in another order': doc('`stopped`, `run_failed`, `idle`, and `running`.'),
    'a name that stands elsewhere': doc('`idle`, `running`, `run_broken`, `stopped`. See `run_broken`.'),
    'one name more': doc('`idle`, `running`, `run_failed`, `run_broken`, `stopped`.'),
    'two other names': doc('`idle`, `running`, `run_broken`, `halted`.'),
    'names with nothing in common': doc('`idle`, `running`, `broken`, `stopped`.'),
    'one other list': doc(
      '`idle`, `running`, `run_broken`, `stopped`.',
      'One of `idle|running|run_failed|stopped`.\n\n',
    ),
    'three names': doc('`idle`, `running`, `run_broken`.', '`idle`, `running`, `run_failed`.\n\n'.repeat(2)),
    'words between the names': doc('`idle`, `running`, then `run_broken`, `stopped`.'),
  },
  bad: {
    'in prose': bad('It is `idle`, `running`, `⟦run_broken⟧` or `stopped`.'),
    'in an alternation': bad('```sh\ncase x in\n  idle | running | ⟦run_broken⟧ | stopped) ;;\nesac\n```'),
    'in a list of code': bad('```python\nSTATES = ["idle", "running", "⟦run_broken⟧", "stopped"]\n```'),
    'a key': bad(
      '```python\nMAP = {\n    "idle": 1,\n    "running": 2,\n    "⟦run_broken⟧": 3,\n    "stopped": 4,\n}\n```',
    ),
    'a row': bad(
      '| State | N |\n|---|---|\n| `idle` | 1 |\n| `running` | 2 |\n| ⟦`run_broken`⟧ | 3 |\n| `stopped` | 4 |',
    ),
    'words with capitals in prose': {
      files: doc(
        'Strategies (Avg, Prox, Krum, ⟦TrimAverage⟧).',
        'Avg, Prox, Krum, TrimAvg.\n\n`Avg`, `Prox`, `Krum` and `TrimAvg`.\n\n',
      ),
      message:
        'This list has TrimAverage, which stands only here, where 2 other lists of the same names have TrimAvg.',
      suggestion: 'TrimAvg',
      related: ['g/a.md:3 TrimAvg'],
    },
    'six names, one of them another word': {
      files: doc(
        '`a1`, `a2`, `a3`, `a4`, `a5`, `⟦west⟧`.',
        '`a1`, `a2`, `a3`, `a4`, `a5`, `north`.\n\n`a1`, `a2`, `a3`, `a4`, `a5` or `north`.\n\n',
      ),
      message:
        'This list has west, which stands only here, where 2 other lists of the same names have north.',
      suggestion: 'north',
      related: ['g/a.md:3 north'],
    },
  },
});
