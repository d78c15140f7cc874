/** What a reader does with a case when it is worked out: keep it, send it. Loaded when it is asked for. */
import type { Choices } from '../../domain/calculators/definition.ts';
import type { Model } from '../../domain/calculators/model.ts';
import { writeLink } from '../../domain/calculators/share-link.ts';

export { readLink } from '../../domain/calculators/share-link.ts';

/** The address of the page with the reader's numbers in its fragment, which no server ever sees. */
export const caseAddress = (address: string, model: Model, choices: Choices): string => {
  const fragment = writeLink(model, choices);
  return fragment === '' ? address : `${address}#${fragment}`;
};

export const keepInAddress = (model: Model, choices: Choices): void => {
  history.replaceState(history.state, '', caseAddress(location.pathname + location.search, model, choices));
};
