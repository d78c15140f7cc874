/** A deck is imported as a file; its title and the words of its slides are there for the mapping. */
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import type { ReadFile } from './read-rows.ts';
import { Unreadable } from './unreadable.ts';

const MEGABYTE = 1_048_576;
/** A deck unpacked; what grows far beyond it was made to. */
const LARGEST_UNPACKED = 500 * MEGABYTE;
const LARGEST_PART = 8 * MEGABYTE;
const MOST_SLIDES = 500;

const PART = /^(?:docProps\/core\.xml|ppt\/presentation\.xml|ppt\/slides\/slide(\d+)\.xml)$/;

export const readDeck = (bytes: Buffer): ReadFile => {
  const parts = unpack(bytes);
  if (!parts.has('ppt/presentation.xml')) throw new Unreadable('is no PowerPoint file, whatever its name says');
  const slides = [...parts.keys()]
    .filter((name) => name.startsWith('ppt/slides/'))
    .sort((a, b) => numberOf(a) - numberOf(b))
    .slice(0, MOST_SLIDES)
    .map((name) => readSlide(parts.get(name) ?? ''));
  const { title, author } = readProperties(parts.get('docProps/core.xml') ?? '');
  const data = {
    title,
    author,
    first_slide: slides[0]?.title,
    slides: slides.length,
    text: slides
      .map(({ lines }) => lines.join('\n'))
      .join('\n')
      .trim(),
  };
  return { rows: [{ data, isAttachment: true }] };
};

const numberOf = (name: string): number => Number(PART.exec(name)?.[1] ?? 0);

const unpack = (bytes: Buffer): Map<string, string> => {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return PART.test(name) && originalSize <= LARGEST_PART;
      },
    });
    if (unpacked > LARGEST_UNPACKED)
      throw new Unreadable(`would be ${Math.round(unpacked / MEGABYTE)} MB when it is unpacked, which no deck is`);
    return new Map(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)]));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('is a deck that cannot be opened: it is cut short, or no zip file');
  }
};

interface Slide {
  title: string | undefined;
  lines: string[];
}

const readSlide = (xml: string): Slide => {
  const slide: Slide = { title: undefined, lines: [] };
  let line = '';
  let isText = false;
  let isTitle = false;
  const parser = new Parser(
    {
      onopentag: (name, { type }) => {
        if (name === 'a:t') isText = true;
        else if (name === 'p:sp') isTitle = false;
        else if (name === 'p:ph') isTitle = type === 'title' || type === 'ctrTitle';
      },
      ontext: (text) => {
        if (isText) line += text;
      },
      onclosetag: (name) => {
        if (name === 'a:t') isText = false;
        if (name !== 'a:p') return;
        if (line.trim() !== '') slide.lines.push(line.trim());
        if (isTitle && line.trim() !== '') slide.title ??= line.trim();
        line = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return slide;
};

const readProperties = (xml: string): { title: string | undefined; author: string | undefined } => {
  const said = new Map<string, string>();
  let open = '';
  const parser = new Parser(
    {
      onopentag: (name) => (open = name),
      ontext: (text) => said.set(open, `${said.get(open) ?? ''}${text}`),
      onclosetag: () => (open = ''),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { title: said.get('dc:title')?.trim(), author: said.get('dc:creator')?.trim() };
};
