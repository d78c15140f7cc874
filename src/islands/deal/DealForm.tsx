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

/** The stage of the deal changes most often, and tells most: it stands first. */
const FIRST: Criterion = 'pipeline';

const toggled = (members: readonly string[], id: string): string[] =>
  members.includes(id) ? members.filter((other) => other !== id) : [...members, id];

interface PicksProps extends Props {
  passes: (criterion: Criterion) => boolean;
}

const Picks = ({ deal: { context, change, state }, view, words, passes }: PicksProps) => (
  <div className="deal-fields">
    {view.choices
      .filter(({ criterion }) => passes(criterion))
      .map(({ criterion, values }) => (
        <label key={criterion} className="deal-pick" data-said={context[criterion] !== undefined}>
          <span>{words[criterion]}</span>
          <select
            name={criterion}
            disabled={state !== 'ready'}
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
  </div>
);

const Members = ({ deal: { context, change, state }, view, words }: Props) => (
  <fieldset className="deal-members" disabled={state !== 'ready'} aria-describedby="page:deal-members-hint">
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
);

export const DealForm = (props: Props) => {
  const { deal, words } = props;
  return (
    <form className="deal-form" aria-labelledby="page:deal-form" onSubmit={(event) => event.preventDefault()}>
      <div className="deal-form-head">
        <h2 id="page:deal-form">{words.form}</h2>
        {!isEmptyContext(deal.context) && (
          <button type="button" className="deal-link" onClick={deal.clear}>
            {words.clear}
          </button>
        )}
      </div>
      <Picks {...props} passes={(criterion) => criterion === FIRST} />
      <Members {...props} />
      <Picks {...props} passes={(criterion) => criterion !== FIRST} />
      <a className="deal-jump" href="#page:deal-answer">
        {words.to_answer}
      </a>
    </form>
  );
};
