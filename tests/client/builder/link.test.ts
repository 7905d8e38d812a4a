import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { secretsLeftOut, describesState, readLink, writeLink } from '../../../src/client/builder/link.ts';
import { isChanged, initialState } from '../../../src/client/builder/state.ts';
import type { BuilderData, Field } from '../../../src/payloads/builder/data.ts';
import { realBuilder, stateWith } from '../../helpers/builder-data.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

let data: BuilderData;
beforeAll(async () => {
  ({ data } = realBuilder((await realSpecification()).graph));
});

function valuesOf(field: Field): fc.Arbitrary<string> {
  if (field.kind === 'boolean') return fc.constantFrom('YES', 'NO');
  if (field.kind === 'list') return fc.constantFrom(...field.options);
  const text = fc.string({ unit: 'grapheme' });
  return field.kind === 'text64' ? text : text.map((value) => value.replaceAll(/[\r\n]/g, ' '));
}

test('reading a link returns the state it was written from, without the secrets', () => {
  const open = data.fields.filter(({ kind }) => kind !== 'fixed');
  const values = fc.record(Object.fromEntries(open.map((field) => [field.name, valuesOf(field)])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...data.components),
      fc.constantFrom('framework', 'base', 'edge'),
      values,
      (component, image, all) => {
        const state = stateWith(data, component, all as Record<string, string>, { image });
        const { state: read, rejected } = readLink(data, writeLink(data, state));
        const withoutSecrets = Object.fromEntries(
          open
            .filter((field) => isChanged(state, field) && !field.secret)
            .map(({ name }) => [name, state.values[name]]),
        );
        expect(rejected).toEqual([]);
        expect(read).toEqual({ ...state, values: withoutSecrets });
      },
    ),
    { numRuns: 60 },
  );
});
test('the initial state has no fragment', () => expect(writeLink(data, initialState(data))).toBe(''));
test('a link contains only values that differ from the defaults, in readable form', () =>
  expect(
    writeLink(
      data,
      stateWith(data, 'SuperLink', { FL_FLEET_API_ADDRESS: '10.0.0.1:9092', FL_NUM_ROUNDS: '3' }),
    ),
  ).toBe('#FL_FLEET_API_ADDRESS=10.0.0.1:9092'));
test('a link does not contain a private key, and the key is reported as left out', () => {
  const state = stateWith(data, 'SuperLink', { FL_SSL_KEYFILE: 'secret', FL_SSL_CERTFILE: 'public' });
  expect(writeLink(data, state)).toBe('#FL_SSL_CERTFILE=public');
  expect(secretsLeftOut(data, state)).toEqual(['FL_SSL_KEYFILE']);
  expect(readLink(data, '#FL_SSL_KEYFILE=planted').state.values).toEqual({});
});
test('unknown names and values are rejected', () => {
  const { state, rejected } = readLink(
    data,
    '#component=Toaster&FL_STRATEGY=Evil&FL_TLS_ENABLED=maybe&NOPE=1&TOKEN=NO&__proto__=x&FL_NUM_ROUNDS=5',
  );
  expect(state).toEqual(stateWith(data, 'SuperLink', { FL_NUM_ROUNDS: '5' }));
  expect(rejected).toEqual(['component', 'FL_STRATEGY', 'FL_TLS_ENABLED', 'NOPE', 'TOKEN', '__proto__']);
});
test('any fragment can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readLink(data, `#${text}`).state.component).toMatch(/^Super/);
    }),
  );
});
test('a link to one field chooses a component that has it', () => {
  expect(readLink(data, '#field-FL_EDGE_BACKOFF')).toMatchObject({
    linkedField: 'FL_EDGE_BACKOFF',
    state: { component: 'SuperNode' },
  });
  expect(readLink(data, '#field-FLOWER_VERSION')).toMatchObject({
    linkedField: 'FLOWER_VERSION',
    state: { component: 'SuperLink' },
  });
});
test.each([
  ['', true],
  ['#FL_X=1', true],
  ['#main', false],
])('%j describes a state: %s', (fragment, expected) => expect(describesState(fragment)).toBe(expected));
