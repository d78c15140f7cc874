/** What Vite needs to read the site's own components for the preview. */
import type { Plugin } from 'vite';

export const previewPlugins = (_root: string): Plugin[] => [];
