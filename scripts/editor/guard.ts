/**
 * Stands between the editor and Decap's server: one request at a time, only inside the content folder, and
 * never over a change that the person at the form has not seen.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Refused, type Clone } from './clone.ts';
import type { DecapServer } from './decap-server.ts';
import { mergeEntry } from './three-way.ts';

/** As Decap's local backend sends it. */
const requestSchema = z.looseObject({
  action: z.string(),
  params: z.looseObject({}).default({}),
});
export type EditorRequest = z.output<typeof requestSchema>;

export interface EditorAnswer {
  status: number;
  body: unknown;
}

const dataFileSchema = z.looseObject({ path: z.string(), raw: z.string(), slug: z.string().default('') });
const persistSchema = z.looseObject({
  dataFiles: z.array(dataFileSchema),
  assets: z.array(z.looseObject({ path: z.string() })).default([]),
  options: z.looseObject({ useWorkflow: z.boolean().default(false), collectionName: z.string().default('') }),
});
const draftSchema = z.looseObject({ collection: z.string(), slug: z.string() });
const namedFileSchema = z.looseObject({ path: z.string() });
const loadedSchema = z.looseObject({ data: z.string().nullish() });

/** Actions after which something may be published. */
const PUBLISHING = new Set(['persistEntry', 'publishUnpublishedEntry', 'persistMedia', 'deleteFile', 'deleteFiles']);
/** Actions that only tell of this moment; the rest first learns what was committed meanwhile. */
const UNHURRIED = new Set(['info', 'getMediaFile', 'unpublishedEntryMediaFile', 'getDeployPreview']);

export interface GuardOptions {
  decap: DecapServer;
  /** Undefined where there is no git: then files are written as they are saved. */
  clone: Clone | undefined;
  /** The folder that Decap's server works in. */
  folder: string;
  /** The content folder inside it; empty where it is the whole folder. */
  content: string;
  /** Told of what was published, by files where git knows them. */
  onPublished: (files: readonly string[]) => void;
  log: (line: string) => void;
}

export class Guard {
  readonly #options: GuardOptions;
  /** Each file as the form got it last: what a change was made from. */
  readonly #loaded = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: GuardOptions) {
    this.#options = options;
  }

  /** Answers one request, after those that came before it. */
  answer(body: unknown): Promise<EditorAnswer> {
    const next = this.#last.then(() => this.#answer(body));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #answer(body: unknown): Promise<EditorAnswer> {
    const request = requestSchema.safeParse(body);
    if (!request.success) return { status: 400, body: { error: 'This is not a request of the editor.' } };
    try {
      return await this.#handle(request.data);
    } catch (error) {
      await this.#options.clone?.tidy().catch(() => undefined);
      if (error instanceof Refused) return { status: 409, body: { error: error.message } };
      const message = error instanceof Error ? error.message : String(error);
      this.#options.log(`The editor's backend failed: ${message}`);
      return { status: 500, body: { error: message } };
    }
  }

  async #handle(request: EditorRequest): Promise<EditorAnswer> {
    const { clone } = this.#options;
    const { action } = request;
    this.#refuseOutside(request);
    if (!UNHURRIED.has(action)) await clone?.sync();
    const before = await clone?.head();
    const prepared = await this.#prepare(request);
    const answer = await this.#forward(prepared);
    if (answer.status >= 400) return answer;
    this.#remember(request, answer.body);
    if (PUBLISHING.has(action)) {
      if (!clone) this.#options.onPublished([]);
      else {
        const files = await clone.publish(before);
        if (files.length > 0) this.#options.onPublished(files);
      }
    }
    return answer;
  }

  async #forward(request: EditorRequest): Promise<EditorAnswer> {
    const { decap } = this.#options;
    const response = await fetch(decap.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.status < 500) return { status: response.status, body };
    throw new Error(decap.complaint() || 'Git could not do this step.');
  }

  /** Decap's server would write anywhere in the repository. */
  #refuseOutside({ params }: EditorRequest): void {
    const { content } = this.#options;
    const isInside = (file: string): boolean => {
      const clean = path.posix.normalize(file.replaceAll('\\', '/'));
      if (clean.startsWith('../') || clean.startsWith('/') || /(?:^|\/)\.git(?:\/|$)/i.test(clean)) return false;
      return content === '' || clean === content || clean.startsWith(`${content}/`);
    };
    const outside = pathsIn(params).filter((file) => !isInside(file));
    if (outside.length > 0) throw new Refused(`${outside.join(', ')} is not in the content folder.`);
  }

  #prepare(request: EditorRequest): EditorRequest | Promise<EditorRequest> {
    if (request.action === 'persistEntry') return this.#preparePersist(request);
    if (request.action === 'publishUnpublishedEntry') return this.#preparePublish(request);
    if (['persistMedia', 'deleteFile', 'deleteFiles'].includes(request.action)) return this.#prepareFiles(request);
    return request;
  }

  async #preparePublish(request: EditorRequest): Promise<EditorRequest> {
    const { clone } = this.#options;
    const { collection, slug } = draftSchema.parse(request.params);
    if (clone) {
      const branch = clone.draftBranch(collection, slug);
      if (!(await clone.hasDraft(branch))) throw new Refused('This draft is no longer there. Load the page again.');
      await clone.catchUp(branch);
      await clone.refuseOverUncommitted(await clone.draftFiles(branch));
    }
    return request;
  }

  async #prepareFiles(request: EditorRequest): Promise<EditorRequest> {
    await this.#options.clone?.refuseOverUncommitted(pathsIn(request.params));
    return request;
  }

  /** The form holds the whole file; what others changed in it since it was loaded is kept. */
  async #preparePersist(request: EditorRequest): Promise<EditorRequest> {
    const { clone } = this.#options;
    const params = persistSchema.parse(request.params);
    const { useWorkflow, collectionName } = params.options;
    const tree =
      clone && useWorkflow ? await this.#draftTree(clone, collectionName, params.dataFiles[0]?.slug) : undefined;
    const dataFiles = [];
    for (const file of params.dataFiles) {
      const now = await this.#textNow(file.path, tree);
      const merged = now === undefined ? file.raw : await this.#keepOthers(file.path, now, file.raw);
      dataFiles.push({ ...file, raw: merged });
    }
    if (clone && !useWorkflow) await clone.refuseOverUncommitted(dataFiles.map((file) => file.path));
    return { ...request, params: { ...params, dataFiles } };
  }

  /** Where the draft stands, with what was published since; where there is none, what is published. */
  async #draftTree(clone: Clone, collection: string, id = ''): Promise<string | undefined> {
    const branch = clone.draftBranch(collection, id);
    return (await clone.hasDraft(branch)) ? clone.catchUp(branch) : clone.head();
  }

  #textNow(file: string, tree: string | undefined): Promise<string | undefined> {
    const { clone, folder } = this.#options;
    if (clone) return clone.textIn(tree ?? 'HEAD', file);
    return readFile(path.join(folder, file), 'utf8').catch(() => undefined);
  }

  async #keepOthers(file: string, now: string, mine: string): Promise<string> {
    const base = this.#loaded.get(file);
    if (base === undefined)
      throw new Refused(
        `${file} was opened before the editor was started again. Copy what you need from the form, and open the entry again.`,
      );
    const merged = await mergeEntry(base, now, mine);
    if ('text' in merged) return merged.text;
    throw new Refused(
      `${file} was changed elsewhere while you wrote, in ${merged.conflicts.join(', ')}, which you changed as well. ` +
        'Nothing is saved, and nothing is lost: copy what you need from the form, and open the entry again.',
    );
  }

  /** What the form holds from now on. */
  #remember({ action, params }: EditorRequest, body: unknown): void {
    if (action === 'persistEntry') {
      for (const file of persistSchema.parse(params).dataFiles) this.#loaded.set(file.path, file.raw);
    } else if (action === 'getEntry' || action === 'unpublishedEntryDataFile') {
      const file = namedFileSchema.safeParse(params);
      const loaded = loadedSchema.safeParse(body);
      if (file.success && loaded.success) this.#loaded.set(file.data.path, loaded.data.data ?? '');
    }
  }
}

const PATH_KEYS = new Set(['path', 'newPath', 'paths', 'folder', 'mediaFolder']);

/** All paths that a request names. */
const pathsIn = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return PATH_KEYS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => pathsIn(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, name));
};
