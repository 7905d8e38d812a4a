import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const rule = ruleById('off-by-one-reference')!;

const SECTIONS =
  '## 1. Start\n\nThe server reads its configuration.\n\n' +
  '## 2. Connection pool\n\nThe pool keeps idle connections.\n\n' +
  '## 3. Errors\n\nAn error ends the server.\n\n' +
  '## 4. Metrics\n\nCounters are exported.\n';

const STEPS =
  '## Step 1: Read\n\nReads the file.\n\n## Step 2: Load the key\n\nThe key is loaded by `load_key`.\n\n## Step 3: Start\n\nStarts.\n';

ruleTest(rule, {
  good: {
    'the right section': {
      'g/a.md': `# A\n\nThe pool keeps idle connections, see Section 2.\n\n${SECTIONS}`,
    },
    'a section that is no neighbour': {
      'g/a.md': `# A\n\nThe pool keeps idle connections, see Section 4.\n\n${SECTIONS}`,
    },
    'the named section speaks of it as well': {
      'g/a.md': `# A\n\nErrors of the connection pool: see Section 3.\n\n${SECTIONS}`,
    },
    'one word that many sections have': {
      'g/a.md': `# A\n\nThe server is described in Section 2.\n\n${SECTIONS}`,
    },
    'words that stand beside another number': {
      'g/a.md': `# A\n\nIt counts errors (Section 3) and keeps idle connections of the pool (Section 2).\n\n${SECTIONS}`,
    },
    'what comes before the step that is named': {
      'g/a.md': `# A\n\nOnce the key is loaded, it continues with Step 3.\n\n${STEPS}`,
    },
    'a range': { 'g/a.md': `# A\n\nThe pool keeps idle connections, see Sections 3-4.\n\n${SECTIONS}` },
    'what the section does not say': {
      'g/a.md': `# A\n\nSection 3 does not say that the pool keeps idle connections.\n\n${SECTIONS}`,
    },
    'another work': {
      'g/a.md': `# A\n\nThe pool keeps idle connections as in RFC 9110, see Section 3.\n\n${SECTIONS}`,
    },
    'the neighbour contains the sentence': {
      'g/a.md': `# A\n\n${SECTIONS.replace('connections.', 'connections; a broken pool of connections: Section 3.')}`,
    },
  },
  bad: {
    'the next section': {
      files: { 'g/a.md': `# A\n\nThe pool keeps idle connections, see ⟦Section 3⟧.\n\n${SECTIONS}` },
      message:
        'Section 3 of g/a.md, "Errors", says less about "pool", "keep", "idl", "connection" than Section 2, "Connection pool".',
      suggestion: 'Section 2',
      related: ['g/a.md:9 Section 2, "Connection pool"', 'g/a.md:13 Section 3, "Errors"'],
    },
    'a word of the title of the neighbour': {
      files: { 'g/a.md': `# A\n\nThe pool is described in ⟦Section 3⟧.\n\n${SECTIONS}` },
      message: 'Section 3 of g/a.md, "Errors", says less about "pool" than Section 2, "Connection pool".',
      suggestion: 'Section 2',
      related: ['g/a.md:9 Section 2, "Connection pool"', 'g/a.md:13 Section 3, "Errors"'],
    },
    'what other references say of the neighbour': {
      files: {
        'g/a.md': `# A\n\nThe janitor closes handles of idle connections (⟦Section 3⟧).\n\n${SECTIONS}`,
        'g/b.md': '# B\n\nThe janitor runs hourly and closes handles (Section 2 of [a](a.md)).\n',
        'g/c.md': '# C\n\nHandles are closed by the janitor (Section 2 of [a](a.md)).\n',
      },
      message:
        'Section 3 of g/a.md, "Errors", says less about "idl", "connection", "janitor", "clos" than Section 2, "Connection pool".',
      suggestion: 'Section 2',
      related: ['g/a.md:9 Section 2, "Connection pool"', 'g/a.md:13 Section 3, "Errors"'],
    },
    'a part of a sentence with several numbers': {
      files: {
        'g/a.md': `# A\n\nIt reads the configuration (Section 1), keeps the idle connections of a pool (⟦Section 3⟧).\n\n${SECTIONS}`,
      },
      message:
        'Section 3 of g/a.md, "Errors", says less about "pool", "keep", "idl", "connection" than Section 2, "Connection pool".',
      suggestion: 'Section 2',
      related: ['g/a.md:9 Section 2, "Connection pool"', 'g/a.md:13 Section 3, "Errors"'],
    },
    'a step in another document': {
      files: {
        'g/a.md': `# A\n\n${STEPS}`,
        'g/b.md': '# B\n\nThe key is loaded at ⟦Step 3⟧ of [a](a.md).\n',
      },
      message: 'Step 3 of g/a.md, "Start", says less about "key", "load" than Step 2, "Load the key".',
      suggestion: 'Step 2',
      related: ['g/a.md:7 Step 2, "Load the key"', 'g/a.md:11 Step 3, "Start"'],
    },
  },
});
