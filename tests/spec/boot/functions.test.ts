/** The shell functions of the documents: each is defined once, and whatever is called exists. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { missingPrograms } from './virtual-machine.ts';
import {
  functionsDefinedTwice,
  netcatRowsAgainstScripts,
  quotedCallsThatNoScriptMakes,
  requestsWithoutLimit,
  scriptsThatDiffer,
} from './function-checks.ts';
import { functionsOfAppliance, scriptsOf, type Appliance } from './scripts-of-documents.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const { graph } = await realSpecification();
const APPLIANCES: Appliance[] = ['superlink', 'supernode', 'edge'];

/** Commands that the scripts may call. Words of the language are not calls. */
const COMMANDS =
  '. [ [[ awk base64 bc break cat cd chmod chown cmp continue curl date docker echo exec exit export false grep hostname install jq kill local log lsmod mkdir mktemp mv nc nvidia-smi openssl paste printf read readonly return rm sed set shift sleep source systemctl tail tee timeout trap true umask until wait';

test('each function is defined in one document', () => {
  expect(functionsDefinedTwice(graph)).toEqual([]);
});

test('only discover.sh differs between the standard and the edge image', () => {
  expect(scriptsThatDiffer(graph)).toEqual([]);
  expect(scriptsOf(graph, 'edge')['discover.sh']).not.toBe(scriptsOf(graph, 'supernode')['discover.sh']);
});

test('calls that the text quotes are calls that a script makes', () => {
  expect(quotedCallsThatNoScriptMakes(graph)).toEqual([]);
});

test('each request to OneGate has a limit', () => {
  expect(requestsWithoutLimit(graph)).toEqual([]);
});

test('the tables of components say of netcat what the scripts do', () => {
  expect(netcatRowsAgainstScripts(graph)).toEqual([]);
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
