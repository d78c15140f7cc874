import type { Settings } from '../../src/schemas/settings.ts';
export const formConfig = (_settings: Settings): { collections: Record<string, unknown>[] } => ({
  collections: [
    {
      name: 'snippets',
      label: 'Snippets',
      folder: 'content/assets/snippets',
      extension: 'md',
      format: 'frontmatter',
      create: true,
      slug: '{{slug}}',
      fields: [
        { name: 'title', label: 'Title', widget: 'string' },
        { name: 'summary', label: 'Summary', widget: 'text', required: false },
        {
          name: 'keywords',
          label: 'Keywords',
          widget: 'list',
          required: false,
          field: { name: 'keyword', label: 'Keyword', widget: 'string' },
        },
        {
          name: 'status',
          label: 'Status',
          widget: 'select',
          options: ['draft', 'in review', 'approved', 'archived'],
          required: false,
        },
        { name: 'body', label: 'Body', widget: 'markdown', modes: ['raw', 'rich_text'], required: false },
      ],
    },
  ],
});
