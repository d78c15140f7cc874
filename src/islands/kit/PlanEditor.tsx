/** The mutual action plan: what each side does towards the decision, and by when. */
import { useEffect, useRef } from 'react';
import { changeKit } from '../../browser/kit/store.ts';
import { insertStep, moveStep, removeStep, withStep } from '../../domain/kit/arrange.ts';
import { MOST, STEP_OWNERS, type KitStep } from '../../domain/kit/kit.ts';
import { Field } from './Field.tsx';
import { OrderButtons } from './OrderButtons.tsx';
import type { Words } from './props.ts';
import { sayIn, type SayDone } from './words.ts';

interface PlanProps {
  words: Words;
  plan: readonly KitStep[];
  say: SayDone;
}

const NEW_STEP: KitStep = { step: '', owner: 'us', due: '' };

export const PlanEditor = ({ words, plan, say }: PlanProps) => {
  const text = sayIn(words);
  const listRef = useRef<HTMLOListElement>(null);
  const isAdding = useRef(false);

  // A new step is there to be written.
  useEffect(() => {
    if (isAdding.current) listRef.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus();
    isAdding.current = false;
  }, [plan.length]);

  const add = (): void => {
    if (plan.length >= MOST.steps) return say(text('steps_full', { count: MOST.steps }));
    isAdding.current = true;
    changeKit((kit) => insertStep(kit, NEW_STEP));
  };

  return (
    <section aria-labelledby="page:kit-plan">
      <h2 id="page:kit-plan">{text('plan')}</h2>
      <p className="muted">{text('plan_lead')}</p>
      <ol className="kit-list" ref={listRef}>
        {plan.map((step, index) => (
          // A step is its place: it has no name of its own.
          <Step key={index} {...{ words, step, index, say }} count={plan.length} />
        ))}
      </ol>
      <p>
        <button type="button" className="button-quiet" onClick={add}>
          {text('add_step')}
        </button>
      </p>
    </section>
  );
};

interface StepProps {
  words: Words;
  step: KitStep;
  index: number;
  count: number;
  say: SayDone;
}

const Step = ({ words, step, index, count, say }: StepProps) => {
  const text = sayIn(words);
  const number = index + 1;
  const name = text('step_number', { number });
  const change = (changed: Partial<KitStep>): void => changeKit((kit) => withStep(kit, index, changed));

  const orderRef = useRef<HTMLLIElement>(null);
  const move = (by: number): void => {
    const to = index + by;
    if (to < 0 || to >= count) return say(text('at_the_end', { title: name }));
    changeKit((kit) => moveStep(kit, index, by));
    say(text('step_moved', { place: to + 1, count }));
    // The keyboard goes with the step.
    const moved = orderRef.current?.parentElement?.children[to];
    moved?.querySelectorAll<HTMLElement>('.kit-order button')[by < 0 ? 0 : 1]?.focus();
  };
  const remove = (): void => {
    changeKit((kit) => removeStep(kit, index));
    say(text('step_removed', { number }), () => changeKit((kit) => insertStep(kit, step, index)));
  };

  return (
    <li className="kit-item" ref={orderRef}>
      <fieldset className="kit-step">
        <legend className="visually-hidden">{name}</legend>
        <Field label={text('step')} className="kit-step-text">
          {(id) => (
            <textarea
              id={id}
              rows={1}
              value={step.step}
              maxLength={MOST.step}
              onChange={(event) => change({ step: event.target.value })}
            />
          )}
        </Field>
        <Field label={text('owner')}>
          {(id) => (
            <select
              id={id}
              value={step.owner}
              onChange={(event) => change({ owner: STEP_OWNERS.find((owner) => owner === event.target.value) ?? 'us' })}
            >
              {STEP_OWNERS.map((owner) => (
                <option key={owner} value={owner}>
                  {text(owner)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text('due')}>
          {(id) => (
            <input
              id={id}
              value={step.due}
              maxLength={MOST.due}
              placeholder={text('due_hint')}
              autoComplete="off"
              onChange={(event) => change({ due: event.target.value })}
            />
          )}
        </Field>
        <OrderButtons
          onUp={() => move(-1)}
          onDown={() => move(1)}
          onRemove={remove}
          up={text('step_up', { number })}
          down={text('step_down', { number })}
          remove={text('step_remove', { number })}
        />
      </fieldset>
    </li>
  );
};
