import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const inFunction = (code: string): string =>
  `# A\n\n\`\`\`bash\nrun() {\nlocal a1=1 b1=2 c1=3\nprint $a1 $b1 $c1\n${code}\n}\n\`\`\`\n`;

ruleTest(ruleById('unset-shell-variable')!, {
  good: {
    'every way to set a variable': {
      'g/a.md': inFunction(
        'local one two=2\nread -r three\nfor four in a; do :; done\nprintf -v five x\nmapfile -t six\n((seven = 7))\n: "${eight:=8}"\nset_it nine\necho "$one ${two} $three ${four:-} $five ${#six[@]} $seven $nine"',
      ),
    },
    'other languages inside quotes': {
      'g/a.md': inFunction(
        `awk '{ print $first_name }'\njq --arg value_of 1 '.x | $value_of'\ncat <<'EOF'\n$some_text\nEOF`,
      ),
    },
    'the environment': { 'g/a.md': inFunction('echo "$HOME $PATH ${SERVER_PORT}"') },
    'a name of the environment that resembles another one and stands in the text': {
      'g/a.md': `${inFunction('BUILD_FLAGS=-v\necho "$BUILD_FLAG"')}\nSet \`BUILD_FLAG\`.\n`,
    },
    'a name of the environment that resembles two variables': {
      'g/a.md': inFunction('NODE_A=1\nNODE_B=2\necho "$NODE_C"'),
    },
    'a variable of another block beside a similar one': {
      'g/a.md':
        `${inFunction('local image=1 other=2\necho "${images} $other $image"')}\n\`\`\`bash\nimages=3\nimage_list=4\n\`\`\`\n`.replace(
          'local image=1',
          'local image=1 imaged=2',
        ),
    },
    'an excerpt without a function': { 'g/a.md': '# A\n\n```bash\nshow "$host_id"\n```\n' },
    'another program sets most of them': {
      'g/a.md': '# A\n\n```bash\nrun() { echo "$status $output $lines"; }\n```\n',
    },
    'set in another document': {
      'g/a.md': inFunction('echo "${unit_file}"'),
      'g/b.md': '# B\n\n```sh\nunit_file=/etc/x\n```\n',
    },
  },
  bad: {
    'misspelled in a string': {
      files: { 'g/a.md': inFunction('local waited=0\necho "after ${⟦wiated⟧} s"\necho "$wiated"') },
      message: 'The variable wiated is read here, and no shell code of the set sets it.',
      suggestion: 'waited',
      related: ['g/a.md:9 read as well'],
    },
    'a name in capitals that resembles one variable': {
      files: { 'g/a.md': inFunction('BUILD_FLAGS=-v\necho "${⟦BUILD_FLAG⟧}"') },
      message: 'The variable BUILD_FLAG is read here, and no shell code of the set sets it.',
      suggestion: 'BUILD_FLAGS',
    },
    'a plural that another block uses, where this one sets the singular': {
      files: {
        'g/a.md': inFunction('local image=1\necho "${⟦images⟧}"'),
        'g/b.md': '# B\n\n```bash\ndocker images\n```\n',
      },
      message: 'The variable images is read here, and this block sets image.',
      suggestion: 'image',
    },
    'a loop that reads into another name': {
      files: {
        'g/a.md': inFunction('while read -r line; do echo "${⟦lines⟧%% *}"; done'),
        'g/b.md': '# B\n\n```bash\nlines=2\n```\n',
      },
      message: 'The variable lines is read here, and this block sets line.',
      suggestion: 'line',
    },
    'a name in capitals with another form of a word': {
      files: { 'g/a.md': inFunction('REQUESTED_VERSION=1\necho "${⟦REQUEST_VERSION⟧}"') },
      message: 'The variable REQUEST_VERSION is read here, and no shell code of the set sets it.',
      suggestion: 'REQUESTED_VERSION',
    },
    'another name': {
      files: { 'g/a.md': inFunction('local waited=0\nwaited=$((waited + $⟦pause⟧))') },
      message: 'The variable pause is read here, and no shell code of the set sets it.',
    },
  },
});
