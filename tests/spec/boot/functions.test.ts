/** The shell functions of the documents: each is defined once, and whatever is called exists. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { missingPrograms } from './virtual-machine.ts';
import { functionsOf, functionsOfAppliance, scriptsOf, type Appliance } from './scripts-of-documents.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();
const APPLIANCES: Appliance[] = ['superlink', 'supernode', 'edge'];

/** Functions that both appliances have in a form of their own. */
const ONE_PER_APPLIANCE = [
  'load_context',
  'set_defaults',
  'create_directories',
  'write_env_file',
  'write_unit',
  'exec_start',
  'wait_for_docker',
];

/** Commands that the scripts may call. Words of the language are not calls. */
const COMMANDS =
  '. [ [[ awk base64 bc break cat cd chmod chown cmp continue curl date docker echo exec exit export false grep hostname install jq kill local log lsmod mkdir mktemp mv nc nvidia-smi openssl paste printf read readonly return rm sed set shift sleep source systemctl tail tee timeout trap true umask until wait';

test('each function is defined in one document', () => {
  const all = graph.documents.flatMap(({ number }) => functionsOf(graph, number!));
  const repeated = [...Map.groupBy(all, ({ name }) => name)]
    .filter(
      ([name, own]) => own.length > 1 && !ONE_PER_APPLIANCE.includes(name) && name !== 'discover_superlink',
    )
    .map(([name, own]) => `${name}: ${own.map(({ place }) => place).join(', ')}`);
  expect(repeated).toEqual([]);
});

test('only discover.sh differs between the standard and the edge image', () => {
  const [standard, edge] = [scriptsOf(graph, 'supernode'), scriptsOf(graph, 'edge')];
  const discovery = (appliance: Appliance): string | undefined =>
    functionsOfAppliance(graph, appliance).get('discover_superlink')?.text;
  expect(edge['discover.sh']).not.toBe(standard['discover.sh']);
  for (const name of ['configure.sh', 'bootstrap.sh', 'health-check.sh'])
    expect(edge[name]).toBe(standard[name]);
  expect(edge['common.sh'].replace(discovery('edge')!, '')).toBe(
    standard['common.sh'].replace(discovery('supernode')!, ''),
  );
});

describe.skipIf(missingPrograms().includes('bash'))('scripts', () => {
  test.each(APPLIANCES)('of the %s are valid bash and call nothing that is undefined', (appliance) => {
    const scripts = scriptsOf(graph, appliance);
    for (const [name, text] of Object.entries(scripts))
      expect(
        () => execFileSync('bash', ['-n'], { input: text, stdio: ['pipe', 'ignore', 'pipe'] }),
        name,
      ).not.toThrow();
    const known = new Set([...functionsOfAppliance(graph, appliance).keys(), ...COMMANDS.split(' ')]);
    const called = ['configure.sh', 'bootstrap.sh', 'common.sh'].flatMap((name) => callsIn(scripts[name]));
    expect(called.filter((word) => !known.has(word))).toEqual([]);
  });
});

/** Names with an underscore at the beginning of a command: in this set all functions of more than one word. */
function callsIn(script: string): string[] {
  const text = script.replaceAll(/<<UNIT\n[\s\S]*?\nUNIT\n/g, '\n').replaceAll(/^\s*#.*$/gm, '');
  return [
    ...text.matchAll(
      /(?:^\s*|[;|&({!] +|\$\(|then |do |else )([a-z]+(?:_[a-z0-9]+)+)(?=[ ;)\n]|$)(?!\(\))/gm,
    ),
  ].map((match) => match[1]);
}
