/**
 * Several PDFs of Chromium's as one, with what makes them accessible: pdf-lib copies pages, but neither
 * their structure nor their bookmarks, so both are copied here, object by object.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFObjectCopier,
  PDFPageLeaf,
  PDFRef,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib';

export interface Part {
  pdf: Uint8Array;
  /** Its bookmark; left out, its own bookmarks stand at the top. */
  title: string | undefined;
}

export interface About {
  title: string;
  language: string;
  /** What the file says that it was made with. */
  maker: string;
}

const name = (text: string): PDFName => PDFName.of(text);

/** A bookmark, ready to be written. */
interface Bookmark {
  title: PDFObject;
  /** Page and place. */
  place: PDFObject | undefined;
  inside: Bookmark[];
}

/** What has been merged so far. */
interface Whole {
  document: PDFDocument;
  pages: PDFPageLeaf[];
  root: PDFRef;
  /** Roots of the structure of each part. */
  structure: PDFRef[];
  /** Marks on pages → their place in the structure; keys count over all parts. */
  marks: [number, PDFObject][];
  nextKey: number;
  bookmarks: Bookmark[];
  /** First page of each part. */
  starts: PDFRef[];
}

/** @returns the merged file, and where each part begins, counted from 0 */
export const mergePdfs = async (parts: readonly Part[], about: About, linkTo: LinkTo): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const whole: Whole = {
    document,
    pages: [],
    root: document.context.nextRef(),
    structure: [],
    marks: [],
    nextKey: 0,
    bookmarks: [],
    starts: [],
  };
  for (const part of parts) await append(whole, part);
  resolveLinks(whole, linkTo);
  writeStructure(whole);
  writeBookmarks(whole);
  writeAbout(whole, about);
  return document.save({ addDefaultPage: false });
};

/** Which part a link of another leads to, by its address; undefined where it leads out of the file. */
export type LinkTo = (address: string) => number | undefined;

const append = async (whole: Whole, { pdf, title }: Part): Promise<void> => {
  const { document } = whole;
  const source = await PDFDocument.load(pdf, { updateMetadata: false });
  const copier = PDFObjectCopier.for(source.context, document.context);
  const places = namedPlaces(source);
  const refs = source.getPages().map((page) => copier.copy(page.ref));
  for (const ref of refs) {
    const leaf = document.context.lookup(ref);
    if (!(leaf instanceof PDFPageLeaf)) throw new Error('A page of a PDF could not be copied.');
    leaf.setParent(document.catalog.insertLeafNode(ref, whole.pages.length));
    whole.pages.push(leaf);
    shiftKey(leaf, 'StructParents', whole.nextKey);
    for (const note of notesOn(leaf)) {
      shiftKey(note, 'StructParent', whole.nextKey);
      const target = places.get(textOf(note.lookup(name('Dest'))));
      if (target) note.set(name('Dest'), copier.copy(target));
    }
  }
  const [first] = refs;
  if (first) whole.starts.push(first);
  appendStructure(whole, source, copier);
  const own = bookmarksIn(source.catalog.lookupMaybe(name('Outlines'), PDFDict), copier);
  if (title === undefined) whole.bookmarks.push(...own);
  else whole.bookmarks.push({ title: PDFHexString.fromText(title), place: first && topOf(whole, first), inside: own });
};

const shiftKey = (dict: PDFDict, key: string, by: number): void => {
  const value = dict.lookup(name(key));
  if (value instanceof PDFNumber) dict.set(name(key), PDFNumber.of(value.asNumber() + by));
};

const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFName || value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

const dictsIn = (list: PDFArray | undefined): PDFDict[] =>
  Array.from({ length: list?.size() ?? 0 }, (_, i) => list?.lookup(i)).filter((item) => item instanceof PDFDict);

const notesOn = (page: PDFDict): PDFDict[] => dictsIn(page.lookupMaybe(name('Annots'), PDFArray));

/** Places that links inside one file lead to by name: in another file the name may be another's. */
const namedPlaces = ({ catalog }: PDFDocument): Map<string, PDFObject> =>
  new Map(
    (catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? []).map(([key, place]) => [key.decodeText(), place]),
  );

const appendStructure = (whole: Whole, source: PDFDocument, copier: PDFObjectCopier): void => {
  const root = source.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const top = root?.get(name('K'));
  if (!root || !(top instanceof PDFRef))
    throw new Error('A PDF without structure cannot be merged: was it printed untagged?');
  // Cut off, so that the part's own root is not copied along.
  source.context.lookup(top, PDFDict).delete(name('P'));
  const copied = copier.copy(top);
  whole.structure.push(copied);
  for (const [key, value] of numbersIn(root.lookup(name('ParentTree'), PDFDict)))
    whole.marks.push([key + whole.nextKey, copier.copy(value)]);
  whole.nextKey += root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
};

/** Pairs of a number tree, whatever its depth. */
function* numbersIn(tree: PDFDict): Generator<[number, PDFObject]> {
  const pairs = tree.lookupMaybe(name('Nums'), PDFArray);
  for (let i = 0; i + 1 < (pairs?.size() ?? 0); i += 2) {
    const value = pairs?.get(i + 1);
    if (pairs && value) yield [pairs.lookup(i, PDFNumber).asNumber(), value];
  }
  for (const kid of dictsIn(tree.lookupMaybe(name('Kids'), PDFArray))) yield* numbersIn(kid);
}

const bookmarksIn = (parent: PDFDict | undefined, copier: PDFObjectCopier): Bookmark[] => {
  const bookmarks: Bookmark[] = [];
  for (let item = parent?.lookupMaybe(name('First'), PDFDict); item; item = item.lookupMaybe(name('Next'), PDFDict)) {
    const title = item.get(name('Title'));
    const place = item.get(name('Dest'));
    if (title)
      bookmarks.push({
        title: copier.copy(title),
        place: place && copier.copy(place),
        inside: bookmarksIn(item, copier),
      });
  }
  return bookmarks;
};

const topOf = ({ document }: Whole, page: PDFRef): PDFObject =>
  document.context.obj([page, name('XYZ'), null, null, null]);

/** Links from one part to another are printed as addresses; here they become places in the file. */
const resolveLinks = (whole: Whole, linkTo: LinkTo): void => {
  for (const page of whole.pages) {
    for (const note of notesOn(page)) {
      const address = textOf(note.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')));
      const start = whole.starts[linkTo(address) ?? -1];
      if (!start) continue;
      note.delete(name('A'));
      note.set(name('Dest'), topOf(whole, start));
    }
  }
};

const writeStructure = ({ document, root, structure, marks, nextKey }: Whole): void => {
  const { context, catalog } = document;
  const numbers = context.obj([]);
  for (const [key, value] of marks) {
    numbers.push(PDFNumber.of(key));
    numbers.push(value);
  }
  const tree = context.register(context.obj({ Type: 'ParentTree', Nums: numbers }));
  // One document with several parts: each was a document of its own.
  const top = context.register(context.obj({ Type: 'StructElem', S: 'Document', P: root, K: structure }));
  for (const part of structure) {
    const element = context.lookup(part, PDFDict);
    element.set(name('S'), name('Part'));
    element.set(name('P'), top);
  }
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: tree, ParentTreeNextKey: nextKey }));
  catalog.set(name('StructTreeRoot'), root);
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
};

const writeBookmarks = ({ document, bookmarks }: Whole): void => {
  const { context, catalog } = document;
  const write = (items: readonly Bookmark[], parent: PDFRef): PDFDict => {
    const refs = items.map(() => context.nextRef());
    const [first, last] = [refs[0], refs.at(-1)];
    for (const [i, { title, place, inside }] of items.entries()) {
      const ref = refs[i];
      if (!ref) continue;
      const dict = write(inside, ref);
      dict.set(name('Title'), title);
      dict.set(name('Parent'), parent);
      if (place) dict.set(name('Dest'), place);
      const [before, after] = [refs[i - 1], refs[i + 1]];
      if (before) dict.set(name('Prev'), before);
      if (after) dict.set(name('Next'), after);
      context.assign(ref, dict);
    }
    return context.obj(first && last ? { First: first, Last: last, Count: items.length } : {});
  };
  const root = context.nextRef();
  const outlines = write(bookmarks, root);
  outlines.set(name('Type'), name('Outlines'));
  context.assign(root, outlines);
  catalog.set(name('Outlines'), root);
};

const writeAbout = ({ document }: Whole, { title, language, maker }: About): void => {
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage(language);
  document.setCreator(maker);
};
