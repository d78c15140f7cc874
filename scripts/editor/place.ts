/** Where the local editor keeps its clones: not with the packages, which are deleted with every install. */
import path from 'node:path';

export const EDITOR_STATE = path.resolve('.dealshelf/editor');
