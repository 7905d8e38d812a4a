/** The folders of the editor, and the sets of documents in them. */
import path from 'node:path';
import { DISK, type Disk } from '#specgraph/disk';
import { fileOfUri, type OpenDocuments } from './open-documents.ts';
import { isWithin, placeOfDocument, type SetPlace } from './set-place.ts';
import { SpecSet } from './spec-set.ts';

export class Workspace {
  private folders: string[] = [];
  private readonly open: OpenDocuments;
  private readonly disk: Disk;
  private readonly sets = new Map<string, SpecSet>();
  /** By the folder of the document. */
  private readonly places = new Map<string, SetPlace>();

  private readonly signal: AbortSignal;

  /** @param signal ends the reading of its sets */
  constructor(open: OpenDocuments, signal: AbortSignal, disk: Disk = DISK) {
    this.open = open;
    this.signal = signal;
    this.disk = disk;
  }

  addFolders(uris: readonly string[]): void {
    this.setFolders([...this.folders, ...uris.flatMap((uri) => fileOfUri(uri) ?? [])]);
  }

  removeFolders(uris: readonly string[]): void {
    const removed = new Set(uris.map(fileOfUri));
    this.setFolders(this.folders.filter((folder) => !removed.has(folder)));
  }

  private setFolders(folders: string[]): void {
    this.folders = [...new Set(folders)];
    this.placesChanged();
  }

  /** A configuration was added or removed, or a folder of the workspace: documents may belong to other sets. */
  placesChanged(): void {
    this.places.clear();
  }

  /** The set that a document belongs to. */
  setOf(file: string): SpecSet {
    return this.setAt(this.placeOf(file));
  }

  /** Whether a set is the one that a file belongs to; files other than documents belong to the set that names them. */
  owns(set: SpecSet, file: string): boolean {
    return this.placeOf(file).root === set.place.root;
  }

  /** All sets that were asked for so far. */
  known(): SpecSet[] {
    return [...this.sets.values()];
  }

  /** Removes sets that no document belongs to any more. Returns them. */
  removeUnused(): SpecSet[] {
    const used = new Set(this.open.all().map(({ file }) => this.placeOf(file).root));
    const unused = this.known().filter(
      ({ place }) => !used.has(place.root) && !this.folders.some((folder) => isWithin(folder, place.root)),
    );
    for (const { place } of unused) this.sets.delete(place.root);
    return unused;
  }

  /** The sets of all documents in the folders of the workspace. */
  async setsOfFolders(): Promise<SpecSet[]> {
    const found = new Map<string, SpecSet>();
    for (const folder of this.folders) {
      const whole = this.setAt(this.placeOf(path.join(folder, 'any')));
      const read = await whole.current();
      found.set(whole.place.root, whole);
      for (const { path: name } of read?.project.corpus.files ?? []) {
        const set = this.setOf(whole.absolute(name));
        found.set(set.place.root, set);
      }
    }
    return [...found.values()];
  }

  private placeOf(file: string): SetPlace {
    const folder = path.dirname(file);
    const known = this.places.get(folder);
    if (known) return known;
    const place = placeOfDocument(file, this.folders, this.disk);
    // A document that stands alone shares its place with no other one.
    if (place.root !== file) this.places.set(folder, place);
    return place;
  }

  private setAt(place: SetPlace): SpecSet {
    const known = this.sets.get(place.root);
    if (known && known.place.cwd === place.cwd) return known;
    const set = new SpecSet(place, this.open, this.signal, this.disk);
    this.sets.set(place.root, set);
    return set;
  }
}
