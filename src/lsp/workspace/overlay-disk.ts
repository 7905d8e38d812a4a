/** The disk as it would be if all open documents were saved. */
import path from 'node:path';
import { DISK, type Disk } from '#specgraph/disk';
import type { OpenDocuments } from './open-documents.ts';

export function overlayDisk(open: OpenDocuments, disk: Disk = DISK): Disk {
  return {
    ...disk,
    kind: (file) => (open.get(file) ? 'file' : disk.kind(file)),
    list(folder) {
      const entries = disk.list(folder);
      const names = new Set(entries.map(({ name }) => name));
      const unsaved = open
        .all()
        .filter(({ file }) => path.dirname(file) === folder && !names.has(path.basename(file)));
      return [
        ...entries,
        ...unsaved.map(({ file }) => ({ name: path.basename(file), kind: 'file' as const })),
      ];
    },
    async measure(file) {
      const document = open.get(file);
      if (!document) return disk.measure(file);
      return { size: Buffer.byteLength(document.text), state: `open ${document.serial}` };
    },
    async read(file) {
      const document = open.get(file);
      return document ? new TextEncoder().encode(document.text) : disk.read(file);
    },
    readText: (file) => open.get(file)?.text ?? disk.readText(file),
  };
}
