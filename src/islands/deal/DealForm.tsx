/** What is known of the deal. Every choice is answered at once, and is a step that the back button takes back. */
import { isEmptyContext, type Criterion } from '../../domain/deal/context.ts';
import type { DealView } from '../../domain/deal/deal-view.ts';
import type { DealLabels } from '../../domain/deal/deal-words.ts';
import type { Deal } from './use-deal.ts';

interface Props {
  deal: Deal;
  view: DealView;
  words: DealLabels;
}

/** The stage of the deal changes most often, and tells most. */
const FIRST: Criterion = 'pipeline';

const inOrder = ({ choices }: DealView): DealView['choices'] => [
  ...choices.filter(({ criterion }) => criterion === FIRST),
  ...choices.filter(({ criterion }) => criterion !== FIRST),
];

const toggled = (members: readonly string[], id: string): string[] =>
  members.includes(id) ? members.filter((other) => other !== id) : [...members, id];

export const DealForm = ({ deal, view, words }: Props) => {
  const { context, change, clear, state } = deal;
  const isWaiting = state !== 'ready';
  return (
    <form className="deal-form" aria-labelledby="page:deal-form" onSubmit={(event) => event.preventDefault()}>
      <div className="deal-form-head">
        <h2 id="page:deal-form">{words.form}</h2>
        {!isEmptyContext(context) && (
          <button type="button" className="deal-link" onClick={clear}>
            {words.clear}
          </button>
        )}
      </div>
      <fieldset className="deal-picks" disabled={isWaiting}>
        <legend className="visually-hidden">{words.form}</legend>
        {inOrder(view).map(({ criterion, values }) => (
          <label key={criterion} className="deal-pick" data-said={context[criterion] !== undefined}>
            <span>{words[criterion]}</span>
            <select
              name={criterion}
              value={context[criterion] ?? ''}
              onChange={({ target }) => change({ [criterion]: target.value || undefined })}
            >
              <option value="">{words.not_said}</option>
              {values.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      <fieldset className="deal-members" disabled={isWaiting} aria-describedby="page:deal-members-hint">
        <legend>{words.members}</legend>
        <p className="muted" id="page:deal-members-hint">
          {words.members_hint}
        </p>
        <div className="deal-chips">
          {view.members.map(({ id, label }) => (
            <label key={id} className="deal-chip">
              <input
                type="checkbox"
                name="member"
                value={id}
                checked={context.members.includes(id)}
                onChange={() => change({ members: toggled(context.members, id) })}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <a className="deal-jump" href="#page:deal-answer">
        {words.to_answer}
      </a>
    </form>
  );
};
