/** Drawn cards between builds: kept, linked, forgotten; and what a drawing costs when nothing changed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { metadataOf } from '../../../../scripts/leaks/image-metadata.ts';
import { drawAll, type OrderedImage } from '../../../../src/integrations/share-images/draw-all.ts';
import { drawStamp } from '../../../../src/integrations/share-images/draw-stamp.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dealshelf-share-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const order = (title: string): OrderedImage => ({
  path: `/share/${title.toLowerCase()}.png`,
  image: {
    title,
    type: 'Case study',
    facts: ['Champion'],
    brand: 'Halyard',
    host: 'halyard.example',
    ground: '#0b5d57',
    ink: '#ffffff',
    language: 'en',
  },
});

const places = (build: string, stamp = 'one') => ({
  out: path.join(folder, build),
  cache: path.join(folder, 'cache'),
  stamp,
});
const fileOf = (build: string, name: string): string => path.join(folder, build, 'share', name);

test('only what is new is drawn; the rest is the same file', async () => {
  expect(await drawAll([order('First'), order('Second')], places('a'))).toBe(2);
  expect(await drawAll([order('Second'), order('Third')], places('b'))).toBe(1);
  expect(readdirSync(path.join(folder, 'b/share')).sort()).toEqual(['second.png', 'third.png']);
  expect(statSync(fileOf('b', 'second.png')).ino).toBe(statSync(fileOf('a', 'second.png')).ino);
});

test('what no page names any more is forgotten, and so is what other code has drawn', async () => {
  await drawAll([order('First'), order('Second')], places('a'));
  await drawAll([order('Second')], places('b'));
  expect(readdirSync(path.join(folder, 'cache/one'))).toEqual(['second.png']);
  expect(await drawAll([order('Second')], places('c', 'two'))).toBe(1);
  expect(readdirSync(path.join(folder, 'cache'))).toEqual(['two']);
});

test('a finished build loses nothing when its cache is gone', async () => {
  await drawAll([order('First')], places('a'));
  rmSync(path.join(folder, 'cache'), { recursive: true });
  expect((await sharp(fileOf('a', 'first.png')).metadata()).height).toBe(630);
});

test('a card says in its metadata what it shows, so that the leak check can read it', async () => {
  await drawAll([order('Überblick')], places('a'));
  const png = readFileSync(fileOf('a', 'überblick.png'));
  const [text] = metadataOf(png, (packed) => packed).map(String);
  expect(text).toContain('Überblick\nCase study\nChampion\nHalyard\nhalyard.example');
});

test('a logo that is missing is named with the card', async () => {
  const { path: address, image } = order('First');
  await expect(drawAll([{ path: address, image: { ...image, logo: '/media/none.svg' } }], places('a'))).rejects.toThrow(
    /\/share\/first\.png \(First\)/,
  );
});

test('the stamp is the same as long as the code is', () => {
  expect(drawStamp('.')).toMatch(/^[0-9a-f]{16}$/);
  expect(drawStamp('.')).toBe(drawStamp('.'));
});
