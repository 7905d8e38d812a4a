import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, version = '24.04'): Record<string, string> => ({
  'g/a.md': `# A\n\n${`It runs on Ubuntu ${version}.\n\n`.repeat(4)}${last}\n`,
});
const images = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\n${'Pull `acme/app:1.25.0`.\n\n'.repeat(4)}${last}\n`,
});
const pins = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\n${'Pin `acme==1.25.0`.\n\n'.repeat(2)}${last}\n`,
});
const keys = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\nThe CA has RSA 4096.\n\n\`\`\`sh\nopenssl genrsa -out a.key 4096\nopenssl req -new -key a.key -sha256 -newkey rsa:4096\n\`\`\`\n\n\`\`\`ini\ndefault_bits = 4096\ndefault_md = sha256\n\`\`\`\n\n${last}\n`,
});
const found = {
  message: 'The version of Ubuntu is 22.04 only here, and 24.04 in 4 other places.',
  suggestion: '24.04',
  related: ['g/a.md:3 version 24.04'],
};
const foundImage = {
  message: 'The version of acme/app is 1.24.0 only here, and 1.25.0 in 4 other places.',
  suggestion: '1.25.0',
  related: ['g/a.md:3 version 1.25.0'],
};

ruleTest(ruleById('conflicting-version')!, {
  good: {
    'the same version': document('Take Ubuntu 24.04.'),
    'the same version, shorter': images('Pull `acme/app:1.25`.'),
    'another product': document('Take Debian 12.10.'),
    'a sentence about a difference': document('Take Ubuntu 22.04 or later.'),
    'a version that stands twice': document('Take Ubuntu 22.04. It is Ubuntu 22.04.'),
    'a version of something else': document('Take Ubuntu 22.04. Build `acme/base:22.04`.'),
    'a name with a number': document('Take Ubuntu 1.0.', '2.0'),
    'several versions': document('Ubuntu 20.04.\n\nUbuntu 18.04.\n\nUbuntu 22.04.'),
    'too few uses': { 'g/a.md': '# A\n\nUbuntu 24.04, Ubuntu 24.04.\n\nUbuntu 22.04.\n' },
    'copies of one document': Object.fromEntries(
      ['v1', 'v2', 'v3', 'v4', 'v5'].map((version) => [
        `g/${version}/a.md`,
        `# A ${version}\n\nIt was measured on Ubuntu ${version === 'v1' ? '22.04' : '24.04'}.\n`,
      ]),
    ),
    'a number of a place': { 'g/a.md': `# A\n\n${'Read Section 10.25.\n\n'.repeat(4)}Read Section 10.24.\n` },
    'two pins': { 'g/a.md': '# A\n\nPin `acme==1.25.0`.\n\nPin `acme==1.24.0`.\n' },
    'a pin that is another one on purpose': pins('Before, it was `acme==1.24.0`.'),
    'pins and a word that is no pin': pins('It runs Acme 1.24.0.'),
    'the same key and hash': keys('A key of 4096-bit RSA, signed with SHA-256.'),
    'a hash of something else': keys('Every file is known by its SHA-512.'),
    'an elliptic curve': keys('Or take EC with 2048 points.'),
    'a key that is another one on purpose': keys('Older servers have RSA 2048.'),
    'a size': { 'g/a.md': `# A\n\n${'Take Node 10.25.\n\n'.repeat(4)}Node 10.24 GB.\n` },
  },
  bad: {
    'in the next cell': {
      files: images('| Image | Tag |\n|---|---|\n| acme/app | ⟦1.24.0⟧ |'),
      ...foundImage,
    },
    'behind the word version': {
      files: {
        'g/a.md': `# A\n\n${'It runs Acme 1.25.0.\n\n'.repeat(4)}| Fact | Value |\n|---|---|\n| Acme version | ⟦1.24.0⟧ |\n`,
      },
      message: 'The version of Acme is 1.24.0 only here, and 1.25.0 in 4 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:3 version 1.25.0'],
    },
    'beside versions that are others on purpose': {
      files: images(
        'Before, it was `acme/app:1.23.0`. It will be replaced by `acme/app:1.26.0`.\n\nPull `acme/app:⟦1.24.0⟧`.',
      ),
      ...foundImage,
    },
    'of a package with a local part': {
      files: { 'g/a.md': `# A\n\n${'Pin acme==1.25.0+cpu.\n\n'.repeat(4)}Pin acme==⟦1.24.0⟧+cpu.\n` },
      message: 'The version of acme is 1.24.0 only here, and 1.25.0 in 4 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:3 version 1.25.0'],
    },
    'of a pin': {
      files: pins('Pin `acme==⟦1.24.0⟧`.'),
      message: 'The version of acme is 1.24.0 only here, and 1.25.0 in 2 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:3 version 1.25.0'],
    },
    'of a pin that another document announces': {
      files: {
        ...pins('Pin `acme==⟦1.26.0⟧`.'),
        'g/b.md': '# B\n\nLater, upgrade to `acme==1.26.0`.\n',
      },
      message: 'The version of acme is 1.26.0 only here, and 1.25.0 in 2 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:3 version 1.25.0'],
    },
    'of a package of npm': {
      files: {
        'g/a.md': `# A\n\n\`\`\`sh\n${'npm i @acme/app@1.25.0\n'.repeat(2)}npm i @acme/app@⟦1.24.0⟧\n\`\`\`\n`,
      },
      message: 'The version of @acme/app is 1.24.0 only here, and 1.25.0 in 2 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:4 version 1.25.0'],
    },
    'of a pin beside images of the product': {
      files: images('Pin `acme==⟦1.24.0⟧`.'),
      message: 'The version of acme is 1.24.0 only here, and 1.25.0 in 4 other places.',
      suggestion: '1.25.0',
      related: ['g/a.md:3 version 1.25.0'],
    },
    'of a key in words': {
      files: keys('The server has a ⟦2048⟧-bit RSA key.'),
      message: 'The key size of RSA is 2048 only here, and 4096 in 4 other places.',
      suggestion: '4096',
      related: ['g/a.md:3 key size 4096'],
    },
    'of a key in a cell': {
      files: keys('| Property | Value |\n|---|---|\n| key size | ⟦2048⟧ bit |'),
      message: 'The key size of RSA is 2048 only here, and 4096 in 4 other places.',
      suggestion: '4096',
      related: ['g/a.md:3 key size 4096'],
    },
    'of a key in a command': {
      files: keys('```sh\nopenssl genrsa -out b.key ⟦2048⟧\n```'),
      message: 'The key size of RSA is 2048 only here, and 4096 in 4 other places.',
      suggestion: '4096',
      related: ['g/a.md:3 key size 4096'],
    },
    'a hash': {
      files: keys('```sh\nopenssl x509 -req -⟦sha512⟧ -days 365\n```'),
      message: 'The hash of signatures is SHA-512 only here, and SHA-256 in 2 other places.',
      suggestion: 'SHA-256',
      related: ['g/a.md:7 hash SHA-256'],
    },
    'in a sentence': { files: document('Take Ubuntu ⟦22.04⟧ Minimal, not Alpine.'), ...found },
    'in a row': { files: document('| Part | Value |\n|---|---|\n| base | Ubuntu ⟦22.04⟧ LTS |'), ...found },
    'in a tag': { files: images('Pull `acme/app:⟦1.24.0⟧-slim`.'), ...foundImage },
    'in the cell behind the product': {
      files: document('| Default | Value |\n|---|---|\n| Default Ubuntu version | ⟦22.04⟧ |'),
      ...found,
    },
    'in the cell behind the image': {
      files: images('| Image | Version |\n|---|---|\n| acme/app | ⟦1.24.0⟧ |'),
      ...foundImage,
    },
    'in code': { files: images('```bash\ndocker pull acme/app:⟦1.24.0⟧\n```'), ...foundImage },
  },
});
