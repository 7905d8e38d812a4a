import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const SUGGESTION = 'correct it, or add the word "fragment" behind the name of the language';

function block(language: string, code: string): { 'g/a.md': string } {
  return { 'g/a.md': `# A\n\n\`\`\`${language}\n${code}\n\`\`\`\n` };
}

ruleTest(ruleById('invalid-code-block')!, {
  good: {
    'text behind a fence that nothing closes': {
      'g/a.md': "# A\n\n```bash\nif a; then b; fi\n\nIt isn't so.\n",
    },
    'an object': block('json', '{ "a": [1, 2], "b": null }'),
    'comments and a last comma in JSON': block('json', '{\n  "a": 1, // the first\n}'),
    'placeholders in JSON': block('json', '{ "a": <NUMBER>, "b": {VERSION}, "c": ${{ x }} }'),
    'dots for what is left out': block('json', '{ "a": 1, ... }'),
    'members without their object': block('json', '"a": 1,\n"b": 2,'),
    'several objects': block('json', '{ "a": 1 }\n{ "a": 2 }'),
    'a request and its answer': block('json', 'GET /items HTTP/1.1\n\n{ "a": 1 }'),
    'a block that is declared a fragment': block('json fragment', '{ "a": 1,'),
    'a fragment by the comment above it': {
      'g/a.md': '# A\n\n<!-- fragment -->\n\n```json\n{ "a": 1,\n```\n',
    },
    'pseudocode by the sentence above it': {
      'g/a.md': '# A\n\nIn pseudocode:\n\n```python\nif x is larger\n  stop()\n```\n',
    },
    'several documents of YAML': block('yaml', 'a: 1\n---\nb: 2'),
    'two ways to write one key': block('yaml', '# short\nport: 1\n# long\nport: 2'),
    'a placeholder in a line of its own': block('yaml', 'a:\n  b: 1\n  <MORE FIELDS>\nc: 2'),
    'comments of JSON in YAML that is written like JSON': block(
      'yaml',
      '{\n  "a": {} // the first/only one\n}',
    ),
    'what a compiler prints': block('sh', 'make all\ncc: error: no input (see the manual)'),
    'alternatives of a command': block('sh', 'start [--port N] (tcp|udp)'),
    'a session with its output': block('bash', '$ ls (all)\nfound (2'),
    'JSON that a command prints': block('sh', 'curl -s localhost\n{\n  "a": 1\n}'),
    'an apostrophe in a comment': block('bash', "# don't\nls"),
    'patterns of case': block('bash', 'case "$a" in\n  b) c ;;\n  *) d ;;\nesac'),
    'changes of a script': block('sh', '-if a\n+if b\n+then'),
    'an interpreter session': block('python', '>>> print(1\n1'),
    'a branch without its condition': block('python', 'else:\n    stop()'),
    'class patterns': block('python', 'match a:\n    case Point(x=0) | Line(): stop()'),
    'signs of another language': block('python', 'if a && b:\n    stop()'),
    'elements without one around them': block('xml', '<a>1</a>\n<b>2</b>'),
    'an environment file': block('dotenv', 'A=1\n# the key\nexport B="x y"'),
    'a table of TOML': block('toml', '[a]\nb = "c"'),
    'code of a language that is not parsed': block('rust', 'fn main( {'),
    'code without a language': block('', '{ "a": 1,'),
  },
  bad: {
    'a lost comma in JSON': {
      files: block('json', '{\n  "a": ⟦1⟧\n  "b": 2\n}'),
      message: 'The block is not valid JSON: a comma is missing.',
      suggestion: SUGGESTION,
    },
    'a comma too many in JSON': {
      files: block('json', '{\n  "a": 1⟦,⟧\n}'),
      message: 'The block is not valid JSON: a comma stands behind the last value.',
      suggestion: SUGGESTION,
    },
    'a lost quote in YAML': {
      files: block('yaml', 'a: "⟦b⟧\nc: d'),
      message: 'The block is not valid YAML: missing closing "quote.',
      suggestion: SUGGESTION,
    },
    'an item at a column of its own in YAML': {
      files: block('yaml', 'a:\n  - b\n⟦   - c: d⟧\n  - e'),
      message: 'The block is not valid YAML: implicit keys need to be on a single line.',
      suggestion: SUGGESTION,
    },
    'a lost fi': {
      files: block('bash', 'if a; then\n  echo ⟦b⟧'),
      message: 'The block is not valid shell: expected "fi" to close "if".',
      suggestion: SUGGESTION,
    },
    'a lost fi above the rest of a function': {
      files: block(
        'bash',
        'f() {\n  if a; then\n    echo ⟦b⟧\n  return 1\n}\n\ng() {\n  if a; then b; fi\n}',
      ),
      message: 'The block is not valid shell: "fi" is missing below this line.',
      suggestion: SUGGESTION,
    },
    'a lost done, in a block that leaves out something': {
      files: block('bash', 'for a in b; do\n  echo "${a}⟦"⟧\necho end\n# ...'),
      message: 'The block is not valid shell: "done" is missing below this line.',
      suggestion: SUGGESTION,
    },
    'a lost bracket between two functions': {
      files: block('bash', 'f() {\n  echo ⟦a⟧\n\ng() {\n  echo b\n}'),
      message: 'The block is not valid shell: "}" is missing below this line.',
      suggestion: SUGGESTION,
    },
    'a lost bracket at the end': {
      files: block('bash', 'f() {\n  echo "(a|b)⟦"⟧'),
      message: 'The block is not valid shell: "}" is missing below this line.',
      suggestion: SUGGESTION,
    },
    'a key with a blank too many in YAML': {
      files: block('yaml', 'a:\n  - b: 1\n    c: 2\n⟦     d: 3⟧\n    e: 4\n  - b: 1\n    c: 2'),
      message: 'The block is not valid YAML: nested mappings are not allowed in compact mappings.',
      suggestion: SUGGESTION,
    },
    'a lost then': {
      files: block('bash', 'if ⟦a⟧\n  echo b\nfi'),
      message: 'The block is not valid shell: expected "then".',
      suggestion: SUGGESTION,
    },
    'a lost quote in a command': {
      files: block('sh', 'echo ⟦"a⟧\necho b'),
      message: 'The block is not valid shell: unterminated double quote.',
      suggestion: SUGGESTION,
    },
    'a lost colon in Python': {
      files: block('python', 'def f(x⟦)⟧\n    return x'),
      message: 'The block is not valid Python: something is missing behind this.',
      suggestion: SUGGESTION,
    },
    'a string that is not closed in Python': {
      files: block('python', 'a = ⟦"b⟧\nc = 1'),
      message: 'The block is not valid Python: a string is not closed.',
      suggestion: SUGGESTION,
    },
    'a value without quotes in TOML': {
      files: block('toml', 'a = "⟦b⟧\nc = 1'),
      message: 'The block is not valid TOML: control characters are not allowed in strings.',
      suggestion: SUGGESTION,
    },
    'a closing tag of another name': {
      files: block('xml', '<a>\n  <b>1⟦</c>⟧\n</a>'),
      message:
        'The block is not valid XML: expected closing tag "b" (opened in line 2, col 3) instead of closing tag "c".',
      suggestion: SUGGESTION,
    },
    'a line without a sign in an environment file': {
      files: block('env', 'A=1\n⟦B 2⟧'),
      message: 'The block is not valid dotenv: the line is no assignment of the form NAME=value.',
      suggestion: SUGGESTION,
    },
    'a block in a list item': {
      files: { 'g/a.md': '# A\n\n1. One:\n\n   ```json\n   { "a": 1⟦, }⟧\n   ```\n' },
      message: 'The block is not valid JSON: a comma stands behind the last value.',
      suggestion: SUGGESTION,
    },
  },
});
