/** Small certificates for tests, made with openssl: a CA, and a server certificate that it has signed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export interface Certificates {
  /** Each is base64 of PEM, as the context variables carry it. */
  ca: string;
  server: string;
  key: string;
  /** Private key that belongs to none of the certificates. */
  otherKey: string;
}

export function makeCertificates(): Certificates {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'flower-certs-'));
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const base64 = (file: string): string => readFileSync(path.join(folder, file)).toString('base64');
  const newKey = (file: string): void =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-out', file);
  try {
    for (const key of ['ca.key', 'server.key', 'other.key']) newKey(key);
    openssl('req', '-new', '-x509', '-key', 'ca.key', '-days', '2', '-subj', '/CN=Test CA', '-out', 'ca.crt');
    openssl('req', '-new', '-key', 'server.key', '-subj', '/CN=192.168.1.100', '-out', 'server.csr');
    writeFileSync(path.join(folder, 'san'), 'subjectAltName = IP:192.168.1.100\n');
    openssl(
      ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-days', '2', '-extfile', 'san', '-out', 'server.pem'],
    );
    return {
      ca: base64('ca.crt'),
      server: base64('server.pem'),
      key: base64('server.key'),
      otherKey: base64('other.key'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
