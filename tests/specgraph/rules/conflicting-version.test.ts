import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const document = (last: string, version = '24.04'): Record<string, string> => ({
  'g/a.md': `# A\n\n${`It runs on Ubuntu ${version}.\n\n`.repeat(4)}${last}\n`,
});
const images = (last: string): Record<string, string> => ({
  'g/a.md': `# A\n\n${'Pull `acme/app:1.25.0`.\n\n'.repeat(4)}${last}\n`,
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
