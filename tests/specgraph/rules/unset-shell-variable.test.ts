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
    'set by the function that calls it': {
      'g/a.md': `${inFunction('local image=x\nshow')}\n\`\`\`sh\nshow() { local images=1\necho "$images $image"; }\n\`\`\`\n`,
    },
    'a default of its own': {
      'g/a.md': `${inFunction('local lines=1\necho "$lines"')}\n\`\`\`sh\nshow() { local line=1\necho "$line \${lines:-3}"; }\n\`\`\`\n`,
    },
    'set by a file that is read in': {
      'g/a.md': `${inFunction('local lines=1\necho "$lines"')}\n\`\`\`sh\nshow() { local line=1\n. ./settings\necho "$line $lines"; }\n\`\`\`\n`,
    },
    'a variable in capitals with another word, where both are read': {
      'g/a.md': inFunction('CERT_FILE=/x\nread_it "$CERT_FILE" "$CERT_PATH"'),
    },
    'an excerpt that reads what another block sets': {
      'g/a.md':
        '# A\n\n```sh\nhost_id=1\n```\n\n```sh\nhost_name=x\nshow "$host_id"\n```\n\nThe `host_name`.\n',
    },
    'a list of another document': {
      'g/a.md': inFunction('for image in $images; do echo "$image"; done'),
      'g/b.md': '# B\n\n```bash\nimages="a b"\n```\n',
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
      message: 'The variable images is read here, and nothing sets it here; image is set.',
      suggestion: 'image',
      related: ['g/a.md:7 image is set'],
    },
    'a loop that reads into another name': {
      files: {
        'g/a.md': inFunction('while read -r line; do echo "${⟦lines⟧%% *}"; done'),
        'g/b.md': '# B\n\n```bash\ncount() { local lines=2; echo $lines; }\n```\n',
      },
      message: 'The variable lines is read here, and nothing sets it here; line is set.',
      suggestion: 'line',
      related: ['g/a.md:7 line is set'],
    },
    'a name in capitals with another form of a word': {
      files: { 'g/a.md': inFunction('REQUESTED_VERSION=1\necho "${⟦REQUEST_VERSION⟧}"') },
      message: 'The variable REQUEST_VERSION is read here, and no shell code of the set sets it.',
      suggestion: 'REQUESTED_VERSION',
    },
    'set in another function only': {
      files: {
        'g/a.md': `${inFunction('local images=1\necho "$images"')}\n\`\`\`sh\nshow() { local image=1\necho "$image $⟦images⟧"; }\n\`\`\`\n`,
      },
      message: 'The variable images is read here, and nothing sets it here; image is set.',
      suggestion: 'image',
      related: ['g/a.md:13 image is set'],
    },
    'another word, and nothing reads the right name': {
      files: { 'g/a.md': inFunction('CERT_FILE=/x\nread_it "$⟦CERT_PATH⟧"') },
      message: 'The variable CERT_PATH is read here, and nothing sets it here; CERT_FILE is set.',
      suggestion: 'CERT_FILE',
      related: ['g/a.md:7 CERT_FILE is set'],
    },
    'a wrong name where it is set': {
      files: {
        'g/a.md': '# A\n\n```sh\n⟦cert_path⟧=/x\nread_it "$cert_file"\nsign_it "$cert_file"\n```\n',
      },
      message: 'The variable cert_path is set here and read nowhere; cert_file is read, and nothing sets it.',
      suggestion: 'cert_file',
      related: ['g/a.md:5 cert_file is read'],
    },
    'another name': {
      files: { 'g/a.md': inFunction('local waited=0\nwaited=$((waited + $⟦pause⟧))') },
      message: 'The variable pause is read here, and no shell code of the set sets it.',
    },
  },
});
