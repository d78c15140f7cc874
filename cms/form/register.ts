/** Makes Decap able to show and to store our forms: once, before `CMS.init`. */
import type { AssetType } from '../../src/domain/entries.ts';
import { assetControl, type LookupComponent } from './asset-control.tsx';
import { contentFormat, type ContentFormat } from './content-format.ts';
import { endingOf, formatName, formNames } from './forms.ts';
import { HeadingControl } from './heading-control.tsx';
import type { ReviewRules } from './own-data.ts';
import { ASSET_WIDGET, HEADING_WIDGET } from './widgets.ts';

/** What we use of Decap. */
export interface CmsRegistry {
  getWidget(name: string): { control: unknown } | undefined;
  registerWidget(name: string, control: unknown): void;
  registerCustomFormat(name: string, extension: string, format: ContentFormat): void;
}

export interface FormSetup {
  /** How the state of reviews is found, for the lists. */
  review: ReviewRules;
  /** What one asset of a type is called: it tells apart what has the same title. */
  nameOf: (type: AssetType) => string;
}

/** Under it Decap remembers how Markdown is edited. */
const MARKDOWN_MODE = 'cms.md-mode';

/** @throws Error where Decap has no widget for relations */
export const registerForm = (cms: CmsRegistry, { review, nameOf }: FormSetup): void => {
  const relation = cms.getWidget('relation')?.control;
  if (!isComponent(relation)) throw new Error('Decap has no widget "relation".');
  cms.registerWidget(ASSET_WIDGET, assetControl(relation, nameOf));
  cms.registerWidget(HEADING_WIDGET, HeadingControl);
  // Until somebody chooses otherwise: the other editor knows no tables, and would lose them at the first change.
  if (localStorage.getItem(MARKDOWN_MODE) === null) localStorage.setItem(MARKDOWN_MODE, 'raw');
  for (const name of formNames())
    cms.registerCustomFormat(formatName(name), endingOf(name), contentFormat(name, review));
};

const isComponent = (value: unknown): value is LookupComponent => typeof value === 'function';
