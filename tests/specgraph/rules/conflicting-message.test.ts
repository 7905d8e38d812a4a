import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('conflicting-message')!;

const QUOTED = ['The port must be a number.', 'The file does not exist.', 'The name must not be empty.'];

const document = (quoted: string, printed: string, more = ''): Record<string, string> => ({
  'g/a.md': `# A\n\n| Case | Message |\n|---|---|\n${[...QUOTED, quoted]
    .map((message, i) => `| ${i} | \`${message}\` |`)
    .join(
      '\n',
    )}\n\n\`\`\`sh\n${[...QUOTED, printed].map((text) => `reject "${text}"`).join('\n')}\n\`\`\`\n${more}`,
});
const short = (word: string): Record<string, string> => ({
  'g/a.md': `# A\n\n| Message |\n|---|\n${['A_A', 'B_B', 'C_C', 'D_D', 'E_E']
    .map((name) => `| \`Invalid ${name}: '$VALUE'. Must be a positive number.\` |`)
    .join(
      '\n',
    )}\n| \`${word} F_F: '$VALUE'. Must be a known word.\` |\n| \`Use one of them.\` |\n\n\`\`\`sh\nlog "Invalid $1: '$2'. $3"\ncheck "Must be a positive number."\ncheck "Must be a known word."\ncheck "Use one of them."\n\`\`\`\n`,
});

ruleTest(rule, {
  good: {
    'the same words': document('The mode must be fast.', 'The mode must be fast.'),
    'the placeholder is filled': document(
      'The mode must be fast, and is slow.',
      'The mode must be fast, and is ${MODE}.',
    ),
    'placeholders of two kinds': document(
      "Cannot read '<file>' at start.",
      "Cannot read '${path}' at start.",
    ),
    'a message that the code does not print': document('The disk of the VM is full.', 'Started.'),
    'the code prints both': document(
      'The mode must be fast.',
      'The mode must be slow.',
      '\n```sh\nreject "The mode must be fast."\n```\n',
    ),
    'too many words differ': document('The mode must be fast.', 'This mode should be slow.'),
    'a set that quotes few messages': {
      'g/a.md': '# A\n\n`The mode should be fast.`\n\n```sh\nreject "The mode must be fast."\n```\n',
    },
    'a broken line of a sample': document(
      'The mode must be fast.',
      'The mode must be fast.',
      '\n```sh\nlog "Docker is not configured for the runtime of NVIDIA"\n```\n\n```text\n[10:00] Docker is not configured for the\n        runtime of NVIDIA\n```\n',
    ),
    'two messages of code with another noun': document(
      'The mode must be fast.',
      'The mode must be fast.',
      '\n```sh\nlog "Cannot find the certificate of the server"\nlog "Cannot find the key of the server"\n```\n',
    ),
    'the word before a placeholder': short('Invalid'),
  },
  bad: {
    'another word in the sample of a log': {
      files: document(
        'The mode must be fast.',
        'The mode must be fast.',
        '\n```text\n[10:00] [ERROR] ⟦The port must be a digit.⟧\n```\n',
      ),
      message: 'The text quotes "The port must be a digit."; the code prints "The port must be a number.".',
      suggestion: 'The port must be a number.',
      related: ['g/a.md:11 the code'],
    },
    'code differs from what is quoted and printed elsewhere': {
      files: document(
        'The mode must be fast.',
        'The mode must be fast.',
        '\n```sh\nlog "⟦The port should be a number.⟧"\n```\n',
      ),
      message:
        'The code prints "The port should be a number."; the text quotes it as "The port must be a number.".',
      suggestion: 'The port must be a number.',
      related: ['g/a.md:5 the quoted message'],
    },
    'the code differs from two quotes': {
      files: document(
        'The mode must be fast.',
        '⟦The mode should be fast.⟧',
        '\nIt prints `The mode must be fast.`\n',
      ),
      message: 'The code prints "The mode should be fast."; the text quotes it as "The mode must be fast.".',
      suggestion: 'The mode must be fast.',
      related: ['g/a.md:8 the quoted message'],
    },
    'the word before a placeholder is another one': {
      files: { 'g/a.md': short('Wrong')['g/a.md'].replace('Wrong F_F:', '⟦Wrong F_F:⟧') },
      message: 'The text quotes "Wrong F_F:"; the code prints "Invalid $1:".',
      suggestion: 'Invalid $1:',
      related: ['g/a.md:14 the code'],
    },
  },
});

describe('conflicting-message', () => {
  const found = async (files: Record<string, string>): Promise<string[]> =>
    (await runRule(rule, files)).map(({ line, message }) => `${line}: ${message}`);

  test('reports both places where it cannot be known which one is wrong', async () => {
    expect(await found(document('The mode should be fast.', 'The mode must be fast.'))).toEqual([
      '8: The text quotes "The mode should be fast."; the code prints "The mode must be fast.".',
      '14: The code prints "The mode must be fast."; the text quotes it as "The mode should be fast.".',
    ]);
  });

  test('reports two messages of code that differ in the form of a verb', async () => {
    const more =
      '\n```sh\nlog "OneGate is not reachable at $1."\nlog "OneGate was not reachable at $1."\n```\n';
    expect(await found(document('The mode must be fast.', 'The mode must be fast.', more))).toEqual([
      '18: The code prints "OneGate is not reachable at $1." here and "OneGate was not reachable at $1." in another place.',
      '19: The code prints "OneGate was not reachable at $1." here and "OneGate is not reachable at $1." in another place.',
    ]);
  });
});
