/** The script of /admin/: Decap, told what this site's content is. */
import { readPage } from './page-data.ts';
import { startEditor } from './start.ts';

Object.assign(window, { CMS_MANUAL_INIT: true });
void startEditor(readPage());
