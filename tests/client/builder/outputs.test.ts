import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { exportVariables } from '#specgraph';
import { parseUserInput } from '#profiles/opennebula/user-input';
import { userInputsBlock, type VariableWithInput } from '#profiles/opennebula/user-inputs-block';
import {
  chosenInputs,
  commandOfValues,
  contextBlock,
  encodeForTemplate,
} from '../../../src/client/builder/outputs.ts';
import { withValue } from '../../../src/client/builder/state.ts';
import type { BuilderData } from '../../../src/payloads/builder/data.ts';
import { realBuilder, stateWith } from '../../helpers/builder-data.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

test('encodes the UTF-8 bytes of any text as base64', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const decoded = Buffer.from(encodeForTemplate({ kind: 'text64' }, text), 'base64').toString('utf8');
      expect(decoded).toBe(text);
    }),
  );
});
test('does not encode a PEM text again that is base64 already', () => {
  const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  const once = Buffer.from(pem).toString('base64');
  expect(encodeForTemplate({ kind: 'text64' }, pem)).toBe(once);
  expect(encodeForTemplate({ kind: 'text64' }, `${once.slice(0, 20)}\n${once.slice(20)}\n`)).toBe(once);
});

describe('the outputs', () => {
  let data: BuilderData;
  let commandLine: string;
  beforeAll(async () => {
    const { graph } = await realSpecification();
    ({ data } = realBuilder(graph));
    commandLine = userInputsBlock(
      (exportVariables(graph) as unknown as (VariableWithInput & { appliances: string[] })[]).filter((v) =>
        v.appliances.includes('SuperNode'),
      ),
      `SuperNode: ${data.title}`,
      new Map(data.phases),
    );
  });
  const inputs = (values: Record<string, string>): string =>
    userInputsBlock(
      chosenInputs(data, stateWith(data, 'SuperNode', values)),
      `SuperNode: ${data.title}`,
      new Map(data.phases),
    );

  it('CONTEXT contains what the template sets and the changed values', () => {
    expect(
      contextBlock(
        data,
        stateWith(data, 'SuperNode', { FL_SUPERLINK_ADDRESS: '10.0.0.5:9092', FL_NODE_CONFIG: 'name="a b"' }),
        false,
      ),
    ).toBe(
      [
        'CONTEXT = [',
        '  TOKEN = "YES",',
        '  NETWORK = "YES",',
        '  REPORT_READY = "YES",',
        '  READY_SCRIPT_PATH = "/opt/flower/scripts/health-check.sh",',
        '  SSH_PUBLIC_KEY = "$USER[SSH_PUBLIC_KEY]",',
        '  FL_SUPERLINK_ADDRESS = "10.0.0.5:9092",',
        String.raw`  FL_NODE_CONFIG = "name=\"a b\""`,
        ']',
        '',
      ].join('\n'),
    );
  });
  it('CONTEXT with defaults contains every variable of the component that has a default', () => {
    const names = contextBlock(data, stateWith(data, 'SuperNode', {}), true)
      .match(/^ {2}\w+(?= =)/gm)!
      .map((name) => name.trim());
    const expected = data.fields
      .filter((field) => field.components.includes('SuperNode') && field.default !== '')
      .map(({ name }) => name);
    expect(names.toSorted()).toEqual(expected.toSorted());
  });
  it('a value of the type text64 is written as base64', () => {
    const block = contextBlock(data, stateWith(data, 'SuperNode', { FL_SSL_CA_CERTFILE: 'ü\n' }), false);
    expect(block).toContain(`FL_SSL_CA_CERTFILE = "${Buffer.from('ü\n').toString('base64')}"`);
  });
  it('USER_INPUTS equals the output of the command line, except for changed defaults', () => {
    expect(inputs({})).toBe(commandLine);
    const changed = inputs({ FL_EDGE_MAX_BACKOFF: '600', FL_SSL_CA_CERTFILE: 'x' });
    expect(changed.split('\n').filter((line, i) => line !== commandLine.split('\n')[i])).toHaveLength(1);
    const line = /FL_EDGE_MAX_BACKOFF\s*= "(.*)"/.exec(changed)![1];
    expect(parseUserInput(line)).toMatchObject({ default: '600', faults: [] });
  });
  it('the command writes the values into a file without shell expansion', () => {
    expect(commandOfValues(data, stateWith(data, 'SuperNode', { FL_NODE_CONFIG: 'a=$(id)' }))).toBe(
      'cat >supernode-inputs.txt <<\'INPUTS\'\nFL_NODE_CONFIG = "a=$(id)"\nINPUTS\nonetemplate instantiate "$TEMPLATE" supernode-inputs.txt\n',
    );
    expect(commandOfValues(data, stateWith(data, 'SuperNode', {}))).not.toContain('cat');
  });
  it('a value that is set back to its default is no longer changed', () => {
    const field = data.fields.find(({ name }) => name === 'FL_NUM_ROUNDS')!;
    const state = withValue(stateWith(data, 'SuperLink', {}), field, '7');
    expect(state.values).toEqual({ FL_NUM_ROUNDS: '7' });
    expect(withValue(state, field, '3').values).toEqual({});
  });
});
