/** The words of the interface, which a command cannot do without. */
import type { LoadedLibrary } from '../../src/library/load-library.ts';
import type { Labels } from '../../src/schemas/labels.ts';
import { Refused } from '../refused.ts';

export const needLabels = ({ labels, name }: LoadedLibrary): Labels => {
  if (labels) return labels;
  throw new Refused(`${name}/labels/en.yml is not as it should be. Run "npm run check" for the details.`);
};
