import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

type Row = readonly [name: string, rule: string, message: string];
const table = (...rows: readonly Row[]): Record<string, string> => ({
  'g/a.md': `# A\n\n| Name | Rule | Message |\n|---|---|---|\n${rows
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')}\n`,
});
const positive = (name: string, message = `${name} must be a positive integer.`): Row => [
  name,
  'positive integer',
  message,
];
/** Two more phrases, each in two rows. */
const OTHERS: readonly Row[] = [
  ['E_EEE', 'any float, or none', 'E_EEE must be a float.'],
  ['F_FFF', 'any float, or none', 'F_FFF must be a float.'],
  ['G_GGG', 'host and port', 'G_GGG must have a port.'],
  ['H_HHH', 'host and port', 'H_HHH must have a port.'],
];
const THREE = [positive('A_AAA'), positive('B_BBB'), positive('C_CCC')] as const;

ruleTest(ruleById('conflicting-row')!, {
  good: {
    'the same in all rows': table(...THREE, positive('D_DDD'), ...OTHERS),
    'two odd rows': table(
      ...THREE,
      positive('D_DDD', 'D_DDD must be a positive number.'),
      positive('I_III', 'I_III must be a positive number.'),
      ...OTHERS,
    ),
    'a difference that follows from another cell': {
      'g/a.md':
        '# A\n\n| Name | Arguments | Instruction | Result |\n|---|---|---|---|\n' +
        [
          ['a', 'a in Vn.4S and b in Vm.4S', 'UMUL Vd.4S', 'Vd.4S to result'],
          ['b', 'a in Vn.4S and b in Vm.4S', 'UADD Vd.4S', 'Vd.4S to result'],
          ['c', 'a in Vn.4S and b in Vm.4S', 'USUB Vd.4S', 'Vd.4S to result'],
          ['d', 'a in Vn.4S and b in Vm.4S', 'UMULL2 Vd.2D', 'Vd.2D to result'],
          ['e', 'a in Vn.8H and b in Vm.8H', 'UMUL Vd.8H', 'Vd.8H to result'],
          ['f', 'a in Vn.8H and b in Vm.8H', 'UADD Vd.8H', 'Vd.8H to result'],
          ['g', 'a in Vn.2S and b in Vm.2S', 'UMUL Vd.2S', 'Vd.2S to result'],
          ['h', 'a in Vn.2S and b in Vm.2S', 'UADD Vd.2S', 'Vd.2S to result'],
        ]
          .map((cells) => `| ${cells.join(' | ')} |\n`)
          .join(''),
    },
    'only two rows agree': table(
      ...THREE.slice(1),
      positive('D_DDD', 'D_DDD must be a positive number.'),
      ...OTHERS,
    ),
    'only two phrases': table(
      ...THREE,
      positive('D_DDD', 'D_DDD must be a positive number.'),
      ...OTHERS.slice(2),
    ),
    'another phrase breaks it as well': table(
      ...THREE,
      positive('D_DDD', 'D_DDD must be a positive number.'),
      ...OTHERS.slice(1),
      ['E_EEE', 'any float, or none', 'E_EEE must be a real.'],
    ),
    'a cell that says something else': table(...THREE, positive('D_DDD', 'See below.'), ...OTHERS),
    'short cells': table(
      ...([...THREE, positive('D_DDD'), ...OTHERS] as const).map(([name, rule], i): Row => [
        name,
        rule,
        i === 3 ? 'yes' : 'no',
      ]),
    ),
  },
  bad: {
    'another message': {
      files: table(...THREE, positive('D_DDD', '⟦D_DDD must be a positive number.⟧'), ...OTHERS),
      message:
        '"Message" is "D_DDD must be a positive number." here and "A_AAA must be a positive integer." in the 3 other rows whose "Rule" is the same.',
      related: ['g/a.md:5 A_AAA must be a positive integer.'],
    },
  },
});
