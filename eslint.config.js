import eslint from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom. A room may import what stands beside it, and itself; nothing imports pages.
 * docs/architecture.md says why.
 */
const ROOMS = {
  schemas: [],
  domain: ['schemas'],
  markdown: [],
  library: ['domain', 'schemas', 'site'],
  components: ['domain', 'schemas', 'markdown', 'islands'],
  islands: ['domain', 'schemas', 'browser'],
  cms: ['domain', 'schemas', 'library', 'components', 'islands', 'markdown', 'styles'],
  layouts: ['components', 'domain', 'schemas', 'browser', 'styles'],
  browser: ['domain'],
  integrations: ['domain'],
  pages: ['library', 'components', 'layouts', 'domain', 'schemas', 'browser', 'site'],
};

/** Rooms that must run anywhere: in a build, a browser, a test. */
const PURE = ['schemas', 'domain'];
const PLATFORM = [
  { group: ['node:*', 'astro', 'astro:*', 'astro/*', 'react', 'react-dom'], message: 'This room is pure.' },
];

/** The editor stands beside `src`: nothing that readers get imports it. */
const folderOf = (room) => (room === 'cms' ? 'cms' : `src/${room}`);

const directionOf = ([room, allowed]) => {
  const others = [...Object.keys(ROOMS), 'site', 'styles'].filter(
    (other) => other !== room && !allowed.includes(other),
  );
  const patterns = others.map((other) => ({
    regex: other === 'site' ? '/site(\\.ts)?$' : `^(\\.\\./)+(src/)?${other}/`,
    message: `${room} may not import ${other}: see docs/architecture.md.`,
  }));
  return {
    files: [`${folderOf(room)}/**/*.{ts,tsx,astro}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: PURE.includes(room) ? [...patterns, ...PLATFORM] : patterns }],
    },
  };
};

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.dealshelf/', 'node_modules/', 'public/', 'tests/fixtures/*/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, varsIgnorePattern: '^_' }],
    },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  ...astro.configs['flat/recommended'],
  ...astro.configs['flat/jsx-a11y-recommended'],
  {
    files: ['**/*.astro'],
    rules: {
      'no-undef': 'off',
      // The TypeScript check sees these better, types included.
      'no-unused-vars': 'off',
      // A table that scrolls must be reachable by keyboard.
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { roles: [], tags: ['section'] }],
    },
  },
  ...Object.entries(ROOMS).map(directionOf),
);
