/** The measure of all things: a plain Astro project with one simple page for each of the same Markdown files. */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Program } from './measure.ts';

const CONFIG = `import { defineConfig } from 'astro/config';

export default defineConfig({ cacheDir: './cache', outDir: './out', devToolbar: { enabled: false } });
`;

const contentConfig = (assets: string): string => `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const loader = glob({ pattern: '**/*.md', base: ${JSON.stringify(assets)} });
export const collections = { assets: defineCollection({ loader, schema: z.looseObject({ title: z.string() }) }) };
`;

const PAGE = `---
import { getCollection, render } from 'astro:content';

export const getStaticPaths = async () =>
  (await getCollection('assets')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));

const { entry } = Astro.props;
const { title, summary, owner, reviewed_on, stages, personas } = entry.data;
const { Content } = await render(entry);
---

<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <meta name="description" content={summary} />
  </head>
  <body>
    <main>
      <h1>{title}</h1>
      <p>{summary}</p>
      <p>{owner}, {reviewed_on}</p>
      <ul>{[...stages, ...personas].map((tag) => <li>{tag}</li>)}</ul>
      <Content />
    </main>
  </body>
</html>
`;

export interface PlainSite {
  program: Program;
  /** Where its pages are written. */
  out: string;
}

/** @param folder an empty folder; @param content the generated content folder */
export const writePlainSite = async (folder: string, content: string): Promise<PlainSite> => {
  const files: Record<string, string> = {
    'package.json': '{ "name": "plain", "private": true, "type": "module" }\n',
    'tsconfig.json': '{ "extends": "astro/tsconfigs/base" }\n',
    'astro.config.mjs': CONFIG,
    'src/content.config.ts': contentConfig(path.join(content, 'assets')),
    'src/pages/[...id].astro': PAGE,
  };
  await mkdir(path.join(folder, 'src/pages'), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'dir');
  const args = ['build', '--silent'];
  const file = path.resolve('node_modules/astro/bin/astro.mjs');
  return {
    program: { name: 'plain Astro', file, args, env: { NODE_ENV: 'production' }, cwd: folder },
    out: path.join(folder, 'out'),
  };
};
