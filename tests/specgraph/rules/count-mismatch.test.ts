import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const doc = (text: string): Record<string, string> => ({ 'g/a.md': `# A\n\n${text}\n` });
const list = (...items: string[]): string => items.map((item) => `- ${item}\n`).join('');
const three = list('Small.', 'Fast.', 'Tested.');
const table = (rows: number): string =>
  `| Name | Use |\n|---|---|\n${Array.from({ length: rows }, (_, i) => `| n${i} | u${i} |\n`).join('')}`;

ruleTest(ruleById('count-mismatch')!, {
  good: {
    'entries of a block with other lines': doc(
      'It has four entries:\n\n```ini\na = 1\nb = 2\nc = 3\nrun\n```',
    ),
    'entries of a program': doc('It has four entries:\n\n```sh\na=1\nb=2\nc=3\n```'),
    'all of something that was named before': doc(
      'Text.\n\nAll five are gauges.\n\n| M |\n|---|\n| a |\n| b |\n| c |\n| d |',
    ),
    'as many items': doc(`Three reasons speak for it:\n\n${three}`),
    'a number that stands for the things': doc(`These three are no inputs:\n\n${three}`),
    'a number that stands for other things': doc(`These two are no inputs of the four nodes:\n\n${three}`),
    'no introduction': doc(`These two are no inputs.\n\n${three}`),
    'one of several': doc(`It works in one of three ways:\n\n${three}`),
    'a bound': doc(`It has at least two parts:\n\n${three}`),
    'things that are known already': doc(`Rules for the two nodes:\n\n${three}`),
    'a clause before the announcement': doc(`For two nodes this is needed:\n\n${three}`),
    'a coordination': doc(`It sends a proof and two hashes:\n\n${three}`),
    'things that are named at once': doc(`It has two forms, synchronous and asynchronous:\n\n${three}`),
    'other things with them': doc(`It adds two calls and one structure:\n\n${three}`),
    'what holds under conditions': doc(`Two types are equivalent if:\n\n${three}`),
    'what is done in an order': doc(`It sorts by comparing two files this way:\n\n${three}`),
    'any of several conditions': doc(`There exist two names for one thing, and (any of):\n\n${three}`),
    'two names in code': doc(`There are two roles in the protocol \`client\` and \`server\`:\n\n${three}`),
    'ranges of names': doc('They have 4 agents (A.1-A.4 and B.1-B.4).'),
    'a clause behind the items': doc(
      'It comes in three flavors: Argon2d, Argon2i and Argon2id and uses memory.',
    ),
    'what the items are for': doc('It knows two calls: `mint` and `burn` for minting and burning tokens.'),
    'two numbers': doc(`An example with two nodes and four cores:\n\n${three}`),
    'a quantity': doc(`It waits two seconds:\n\n${three}`),
    'another subject': doc(`The two nodes exchange the following messages:\n\n${three}`),
    'a list that goes on': doc(`Four reasons speak for it:\n\n${three}\nAnd:\n\nor\n\n- Cheap.\n`),
    'items that name several': doc(`It has three types:\n\n${list('`a`, `b`', '`c`')}`),
    'the second level': doc('It has three types:\n\n- One\n  - `a`\n  - `b`\n- Two\n  - `c`\n'),
    'rows of groups': doc(
      'It has two kinds:\n\n| Kind | Use |\n|---|---|\n| a | x |\n| a | y |\n| b | z |\n',
    ),
    'far away': doc(`It has nine parts:\n\n${three}`),
    'an example in the sentence': doc('It has three roles (for example the server and the client).'),
    'an apposition': doc('It has two paths: generation, the default, or the operator.'),
    'a sum of shares': doc('It has 24 inputs (11 base, 13 more).'),
    'a table whose column is called otherwise': doc(`It makes four checks. They run at boot.\n\n${table(3)}`),
    'a column of that name with as many rows': doc(`It uses four names. They are short.\n\n${table(4)}`),
    'the names were counted before': doc(`These four names are short.\n\n${table(3)}`),
    'two tables below': doc(`It uses four names. They are short.\n\n${table(3)}\n${table(3)}`),
    'a cell for several': doc(
      'It uses four names. They are short.\n\n| Name | Use |\n|---|---|\n| a | x |\n| b, c | y |\n| d | z |\n',
    ),
    'a sentence with its items': doc('It has three roles: server, client and operator.'),
  },
  bad: {
    'a list': {
      files: doc(`⟦Four⟧ reasons speak for it:\n\n${three}`),
      message: 'The text says "Four reasons"; the list below it has 3 items.',
      suggestion: 'Three reasons',
      related: ['g/a.md:5 the list'],
    },
    'a number that stands for the things': {
      files: doc(`These ⟦four⟧ are no inputs and SHALL stay:\n\n${three}`),
      message: 'The text says "four"; the list below it has 3 items.',
      suggestion: 'three',
      related: ['g/a.md:5 the list'],
    },
    'digits above a table': {
      files: doc(`It reads the following ⟦4⟧ files:\n\n${table(5)}`),
      message: 'The text says "4 files"; the table below it has 5 rows.',
      suggestion: '5 files',
      related: ['g/a.md:5 the table'],
    },
    'entries of data': {
      files: doc('The block has ⟦four⟧ entries:\n\n```ini\n# first\na = 1\nb = 2\n\nc = 3\n```'),
      message: 'The text says "four entries"; the code below it has 3 entries.',
      suggestion: 'three entries',
      related: ['g/a.md:5 the code'],
    },
    'all rows of the only table': {
      files: doc('## B\n\nAll ⟦five⟧ are gauges.\n\n| M |\n|---|\n| a |\n| b |\n| c |\n| d |'),
      message: 'The text says "five"; the table below it has 4 rows.',
      suggestion: 'four',
      related: ['g/a.md:7 the table'],
    },
    'lines of code': {
      files: doc('It logs ⟦three⟧ lines:\n\n```text\na\nb\n```'),
      message: 'The text says "three lines"; the code below it has 2 lines.',
      suggestion: 'two lines',
      related: ['g/a.md:5 the code'],
    },
    'one of several': {
      files: doc(`It is provided in one of ⟦two⟧ ways:\n\n1. A.\n2. B.\n3. C.`),
      message: 'The text says "two ways"; the list below it has 3 items.',
      suggestion: 'three ways',
      related: ['g/a.md:5 the list'],
    },
    'items in brackets': {
      files: doc('It knows ⟦six⟧ strategies (FedAvg, FedProx, FedAdam, Krum and Bulyan).'),
      message: 'The text says "six strategies"; the sentence lists 5 items.',
      suggestion: 'five strategies',
    },
    'items that are joined twice': {
      files: doc('It comes in ⟦five⟧ flavors: Argon2d, Argon2i and Argon2id and uses memory.'),
      message: 'The text says "five flavors"; the sentence lists 4 items.',
      suggestion: 'four flavors',
    },
    'items behind a colon': {
      files: doc('It stands on ⟦three⟧ layers: host, VM, container, application.'),
      message: 'The text says "three layers"; the sentence lists 4 items.',
      suggestion: 'four layers',
    },
    'a table further below with a column of that name': {
      files: doc(`It uses ⟦four⟧ names. They are short, see Section 2.\n\n${table(3)}`),
      message: 'The text says "four names"; the table below it has 3 rows.',
      suggestion: 'three names',
      related: ['g/a.md:5 the table'],
    },
    'another list with its own introduction': {
      files: doc(
        `⟦Four⟧ reasons speak for it:\n\n${three}\nTwo speak against it:\n\n${list('Old.', 'Slow.')}`,
      ),
      message: 'The text says "Four reasons"; the list below it has 3 items.',
      suggestion: 'Three reasons',
      related: ['g/a.md:5 the list'],
    },
  },
});
