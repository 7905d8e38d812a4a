/** The boot of the SuperLink, as spec/01 and spec/04 describe it. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { makeCertificates } from './certificates.ts';
import { boot, MISSING } from './scenario.ts';

const certificates = MISSING.length === 0 ? makeCertificates() : undefined!;
const operatorContext = (changes: Record<string, string> = {}): Record<string, string> => ({
  FL_TLS_ENABLED: 'YES',
  FL_SSL_CA_CERTFILE: certificates.ca,
  FL_SSL_CERTFILE: certificates.server,
  FL_SSL_KEYFILE: certificates.key,
  ...changes,
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe.skipIf(MISSING.length > 0)('the boot of the SuperLink', () => {
  test('without any input publishes its address and runs without TLS', async () => {
    const { status, log, execStart, gate, vm } = await boot('superlink');
    expect(log).not.toMatch(/WARN|ERROR|FATAL/);
    expect(status).toBe(0);
    expect(gate.published).toEqual([
      {
        FL_READY: 'YES',
        FL_ENDPOINT: '192.168.1.100:9092',
        FL_VERSION: '1.25.0',
        FL_ROLE: 'superlink',
        FL_TLS: 'NO',
      },
    ]);
    expect(execStart).toBe(
      '/usr/bin/docker run --name flower-superlink --rm --env-file /opt/flower/config/superlink.env ' +
        '-p 9091:9091 -p 9092:9092 -p 9093:9093 -v /opt/flower/state:/app/state ' +
        'flwr/superlink:1.25.0-py3.13-ubuntu24.04 --insecure --isolation subprocess ' +
        '--fleet-api-address 0.0.0.0:9092 --control-api-address 0.0.0.0:9093 --database state/state.db',
    );
    expect(await vm.read('/opt/flower/config/superlink.env')).toBe(
      'FLWR_LOG_LEVEL=INFO\nFLOWER_GRPC_KEEPALIVE_TIME_MS=60000\nFLOWER_GRPC_KEEPALIVE_TIMEOUT_MS=20000\nFL_LOG_FORMAT=text\n',
    );
  });

  test('writes only the keys of the chosen strategy into the run configuration', async () => {
    const { status, vm, execStart } = await boot('superlink', {
      context: {
        FL_STRATEGY: 'FedProx',
        FL_PROXIMAL_MU: '.5',
        FL_NUM_ROUNDS: '50',
        FL_CHECKPOINT_ENABLED: 'yes',
        FL_METRICS_ENABLED: 'YES',
        FL_METRICS_PORT: '9400',
      },
    });
    expect(status).toBe(0);
    expect((await vm.read('/opt/flower/config/run-config.toml')).trim().split('\n')).toEqual([
      'strategy="FedProx"',
      'num-server-rounds=50',
      'min-fit-clients=2',
      'min-evaluate-clients=2',
      'min-available-clients=2',
      'proximal-mu=0.5',
      'checkpoint-enabled=true',
      'checkpoint-interval=5',
      'checkpoint-path="/app/checkpoints"',
      'metrics-enabled=true',
      'metrics-port=9400',
    ]);
    expect(execStart).toContain('-v /opt/flower/checkpoints:/app/checkpoints:rw');
    expect(execStart).toContain('-p 9400:9400');
  });

  test('with TLS makes a chain that verifies, keeps it at the next boot, and publishes the CA only', async () => {
    const context = { FL_TLS_ENABLED: 'yes', FL_CERT_EXTRA_SAN: 'IP:10.10.9.0, DNS:flower.example.com' };
    const first = await boot('superlink', { context });
    expect(first.log).toContain('Certificates generated, SAN covers 192.168.1.100.');
    expect(first.status).toBe(0);
    expect(first.execStart).toContain('-v /opt/flower/certs:/app/certificates:ro');
    expect(first.execStart).toContain(
      '--ssl-ca-certfile certificates/ca.crt --ssl-certfile certificates/server.pem --ssl-keyfile certificates/server.key',
    );
    expect(first.execStart).not.toContain('--insecure');

    const ca = await first.vm.read('/opt/flower/certs/ca.crt');
    const [published] = first.gate.published;
    expect(published).toMatchObject({ FL_READY: 'YES', FL_TLS: 'YES', FL_CA_CERT: base64(ca) });
    const server = await first.vm.read('/opt/flower/certs/server.pem');
    const san = execFileSync('openssl', ['x509', '-noout', '-ext', 'subjectAltName'], {
      input: server,
    }).toString();
    for (const name of [
      'DNS:localhost',
      'IP Address:192.168.1.100',
      'IP Address:10.10.9.0',
      'DNS:flower.example.com',
    ])
      expect(san).toContain(name);

    const second = await first.again();
    expect(second.log).toContain('Existing certificates kept, SAN covers 192.168.1.100.');
    expect(await second.vm.read('/opt/flower/certs/ca.crt')).toBe(ca);
  });

  test('takes the certificates of the operator', async () => {
    const { status, log, gate } = await boot('superlink', { context: operatorContext() });
    expect(log).toContain('Operator certificates accepted.');
    expect(status).toBe(0);
    expect(gate.published[0]).toMatchObject({ FL_TLS: 'YES', FL_CA_CERT: certificates.ca });
  });

  test.each([
    [
      'a server certificate that is not base64',
      { FL_SSL_CERTFILE: '%%%' },
      'FL_SSL_CERTFILE is not valid base64',
    ],
    [
      'a server certificate that is not PEM',
      { FL_SSL_CERTFILE: base64('text') },
      'FL_SSL_CERTFILE holds no valid PEM certificate.',
    ],
    [
      'a key that is not PEM',
      { FL_SSL_KEYFILE: base64('text') },
      'FL_SSL_KEYFILE holds no valid PEM private key.',
    ],
    [
      'a certificate of another CA',
      () => ({ FL_SSL_CA_CERTFILE: makeCertificates().ca }),
      'FL_SSL_CERTFILE is not signed by the CA in FL_SSL_CA_CERTFILE.',
    ],
    [
      'a key of another certificate',
      () => ({ FL_SSL_KEYFILE: certificates.otherKey }),
      'FL_SSL_KEYFILE does not match FL_SSL_CERTFILE.',
    ],
  ])('refuses %s at Step 7a', async (_, changes, message) => {
    const context = operatorContext(typeof changes === 'function' ? changes() : changes);
    const { status, log, gate, execStart } = await boot('superlink', { context });
    expect(log).toContain(`[ERROR] [flower-configure] ${message}`);
    expect(log).toContain('[FATAL] [flower-configure] Boot aborted at Step 7a (TLS Certificate Setup).');
    expect(status).not.toBe(0);
    expect(gate.published).toEqual([{ FL_READY: 'NO', FL_ERROR: 'tls_setup_failed' }]);
    expect(execStart).toBe('');
  });

  test('refuses TLS on a VM without an address', async () => {
    const { status, log } = await boot('superlink', {
      context: { FL_TLS_ENABLED: 'YES' },
      hardware: { noAddress: true },
    });
    expect(log).toContain('Cannot detect the VM IP for the SAN. Check NETWORK=YES in CONTEXT.');
    expect(status).not.toBe(0);
  });

  test('publishes config_validation_failed after all errors were logged', async () => {
    const { status, log, gate } = await boot('superlink', {
      context: { FL_NUM_ROUNDS: '0', FL_STRATEGY: 'fedavg', FL_METRICS_PORT: '9092' },
    });
    expect(log.match(/\[ERROR\]/g)).toHaveLength(3);
    expect(log).toContain(
      '[FATAL] [flower-configure] Configuration validation failed: 3 error(s). Boot aborted.',
    );
    expect(status).toBe(1);
    expect(gate.published).toEqual([{ FL_READY: 'NO', FL_ERROR: 'config_validation_failed' }]);
  });

  test.each([
    ['Docker is down', { dockerIsDown: true }, 'docker_start_failed', 'Docker daemon not available.'],
    [
      'the port stays closed',
      { portIsClosed: true },
      'health_check_timeout',
      'Fleet API not listening after 120 s.',
    ],
  ])('publishes the error when %s', async (_, hardware, error, message) => {
    const { status, log, gate } = await boot('superlink', { hardware });
    expect(log).toContain(message);
    expect(status).toBe(1);
    expect(gate.published).toEqual([{ FL_READY: 'NO', FL_ERROR: error }]);
  });

  const OTHER = 'flwr/superlink:1.26.0-py3.13-ubuntu24.04';

  test('pulls another version once, and uses the cached image at a boot without network', async () => {
    const context = { FLOWER_VERSION: '1.26.0' };
    const first = await boot('superlink', { context, hardware: { registry: [OTHER] } });
    expect(first.execStart).toContain(OTHER);
    expect(first.gate.published[0].FL_VERSION).toBe('1.26.0');
    const second = await first.again();
    expect(second.calls.filter((call) => call === `docker pull ${OTHER}`)).toHaveLength(1);
    expect(second.gate.published[1].FL_VERSION).toBe('1.26.0');
    expect(second.execStart).toContain(OTHER);
  });

  test('falls back to the pre-baked version when the pull fails, and says so everywhere', async () => {
    const { status, log, execStart, gate } = await boot('superlink', {
      context: { FLOWER_VERSION: '1.26.0' },
    });
    expect(log).toContain('[WARN] [flower-bootstrap] Pull of 1.26.0 failed, using pre-baked 1.25.0.');
    expect(status).toBe(0);
    expect(execStart).toContain('flwr/superlink:1.25.0-py3.13-ubuntu24.04 ');
    expect(gate.published[0].FL_VERSION).toBe('1.25.0');
  });

  test.each([
    ['OneGate does not answer', { oneGate: false as const }],
    ['OneGate answers with an error', { oneGate: { status: { 'PUT /vm': 500 } } }],
    ['there is no token', { hardware: { noToken: true } }],
  ])('goes on with a warning when %s', async (_, scenario) => {
    const { status, log } = await boot('superlink', scenario);
    expect(log).toContain(
      '[WARN] [flower-bootstrap] OneGate publication failed. SuperNodes need a static FL_SUPERLINK_ADDRESS.',
    );
    expect(status).toBe(0);
  });
});
