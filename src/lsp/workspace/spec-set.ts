/** A set of documents that follows the open buffers and the disk. Unchanged documents are not read again. */
import path from 'node:path';
import { PROFILES } from '#profiles';
import { createReader, loadGrammars, type GraphView, type Reader } from '#specgraph';
import { DISK, type Disk } from '#specgraph/disk';
import { createKeptFiles, limitTime, loadProject, type Project } from '#specgraph/load';
import type { Entry, ReadSet } from '../read-set.ts';
import { createSlices, inSlices } from '../slices.ts';
import { fileOfUri, type OpenDocuments } from './open-documents.ts';
import { overlayDisk } from './overlay-disk.ts';
import { isWithin, type SetPlace } from './set-place.ts';
import { troubleOf, type Trouble } from './trouble.ts';

export class SpecSet {
  readonly place: SetPlace;
  /** Why the files cannot be used as they are now. The last state that could be used stays in use. */
  trouble: Trouble | undefined;
  private readonly open: OpenDocuments;
  private readonly disk: Disk;
  private readonly kept = createKeptFiles();
  private project: Project | undefined;
  private reader: { config: string; reader: Reader } | undefined;
  private read: ReadProject | undefined;
  private drafted: ReadProject | undefined;
  private building: { project: Project; done: Promise<void> } | undefined;
  private mustLoad = true;
  private pending: Promise<unknown> = Promise.resolve();
  private generationNow = 0;

  private readonly signal: AbortSignal;

  /** @param signal ends reading */
  constructor(place: SetPlace, open: OpenDocuments, signal: AbortSignal, disk: Disk = DISK) {
    this.place = place;
    this.open = open;
    this.signal = signal;
    this.disk = overlayDisk(open, disk);
  }

  /** Grows with every change: a check of an earlier generation is out of date. */
  get generation(): number {
    return this.generationNow;
  }

  /** Number of its documents; 0 before they are found. */
  get size(): number {
    return this.project?.corpus.files.length ?? 0;
  }

  /** A file on the disk has changed, or a document has become known or unknown. */
  filesChanged(): void {
    this.mustLoad = true;
    this.generationNow++;
  }

  /** The text of an open document has changed. */
  textChanged(file: string): void {
    this.generationNow++;
    const name = this.pathOf(file);
    // A configuration, a contract, and a document that was not there are found by loading.
    if (!this.project?.corpus.files.some((one) => one.path === name)) this.mustLoad = true;
  }

  /** The path of a file as the graph writes it. */
  pathOf(file: string): string {
    return path.relative(this.place.cwd, file).split(path.sep).join('/') || '.';
  }

  absolute(name: string): string {
    return path.resolve(this.place.cwd, name);
  }

  /** Whether a change of the file can change the set: it lies in its folder, or a contract names it. */
  mayRead(file: string): boolean {
    const name = this.pathOf(file);
    return (
      isWithin(this.place.root, file) ||
      (this.project?.corpus.others.some(({ path: one }) => one === name) ?? false)
    );
  }

  /** The set as the buffers have it now; undefined where it could never be read. */
  async current(): Promise<ReadSet | undefined> {
    for (;;) {
      const project = await this.prepare();
      if (!project) return undefined;
      if (this.read?.project !== project) await this.build(project);
      if (this.read?.project === project) return this.toReadSet(this.read);
    }
  }

  /**
   * The same at once in a set of any size: references of documents that have not changed lead where they led before. For
   * answers about one document.
   */
  async draft(): Promise<ReadSet | undefined> {
    const project = await this.prepare();
    if (!project || !this.read || this.read.project === project) return this.current();
    if (this.drafted?.project !== project)
      this.drafted = { project, graph: this.readerFor(project).readDraft(project.corpus) };
    return this.toReadSet(this.drafted);
  }

  private toReadSet(read: ReadProject): ReadSet {
    return {
      ...read,
      uriOf: (name) => this.open.uriOf(this.absolute(name)),
      versionOf: (name) => this.open.get(this.absolute(name))?.version ?? null,
      readText: (name) => this.readText(this.absolute(name)),
      pathOf: (uri) => {
        const file = fileOfUri(uri);
        return file === undefined ? undefined : this.pathOf(file);
      },
      list: (folder) => this.list(this.absolute(folder)),
    };
  }

  private readText(file: string): string | undefined {
    return this.disk.kind(file) === 'file' ? this.disk.readText(file) : undefined;
  }

  private list(folder: string): Entry[] {
    if (this.disk.kind(folder) !== 'directory') return [];
    return this.disk.list(folder).map(({ name, kind }) => ({
      name,
      isLink: kind === 'link',
      isFolder: (kind === 'link' ? this.disk.kind(path.join(folder, name)) : kind) === 'directory',
    }));
  }

  /** The files as they are now, all of them read. Requests that come meanwhile wait for the same. */
  private async prepare(): Promise<Project | undefined> {
    const turn = this.pending.then(() => this.prepareInTurn());
    this.pending = turn.catch(() => undefined);
    return turn;
  }

  private async prepareInTurn(): Promise<Project | undefined> {
    if (this.mustLoad) await this.load();
    if (!this.project) return undefined;
    this.project = await this.withOpenTexts(this.project);
    await this.readerFor(this.project).prepare(this.project.corpus, createSlices(this.signal));
    return this.project;
  }

  /** Builds the graph of a project, unless the set changes meanwhile. Requests wait for the same graph. */
  private async build(project: Project): Promise<void> {
    if (this.building?.project !== project) {
      const done = this.buildAlone(project).finally(() => (this.building = undefined));
      this.building = { project, done };
    }
    await this.building.done;
  }

  private async buildAlone(project: Project): Promise<void> {
    const { generation } = this;
    const steps = this.readerFor(project).readInSteps(project.corpus);
    const graph = await inSlices(steps, this.signal, () => this.generation === generation);
    if (graph) this.read = { project, graph };
  }

  private async load(): Promise<void> {
    this.mustLoad = false;
    const options = { cwd: this.place.cwd, disk: this.disk, kept: this.kept, profiles: PROFILES };
    try {
      this.project = await loadProject(this.place.root, options);
      this.trouble = undefined;
    } catch (error) {
      this.trouble = troubleOf(error, this.place.cwd);
      if (!this.trouble) throw error;
      // Navigation works without a configuration; findings would be wrong.
      this.project ??= await loadProject(this.place.root, { ...options, config: false }).catch(
        () => undefined,
      );
    }
  }

  private async withOpenTexts(project: Project): Promise<Project> {
    const changed = new Map<string, string>();
    for (const { file, text } of this.open.all()) {
      const name = this.pathOf(file);
      const known = project.corpus.files.find((one) => one.path === name);
      if (known && known.text !== text) changed.set(name, text);
    }
    if (changed.size === 0) return project;
    const files = project.corpus.files.map((file) =>
      changed.has(file.path) ? { ...file, text: changed.get(file.path)! } : file,
    );
    // A code block of another language needs a parser that is not loaded yet.
    const known = project.corpus.grammars ?? {};
    const needed = Object.keys(await loadGrammars([...changed.values()]));
    const grammars = needed.every((language) => language in known)
      ? project.corpus.grammars
      : await loadGrammars(files.map(({ text }) => text));
    return { ...project, corpus: { ...project.corpus, files, grammars } };
  }

  private readerFor({ config }: Project): Reader {
    const key = JSON.stringify(config);
    if (this.reader?.config !== key) {
      this.reader = { config: key, reader: createReader(config, { guard: limitTime(config) }) };
    }
    return this.reader.reader;
  }
}

interface ReadProject {
  project: Project;
  graph: GraphView;
}
