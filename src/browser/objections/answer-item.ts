/** An objection in the list: what to say, what to ask first, what proves it. */
import { answerText, type Answer, type HeardObjection, type Proof } from '../../domain/objections/objection-file.ts';
import { copyPlain } from '../clipboard.ts';
import { button, element } from '../element.ts';
import { audienceMark } from '../facets/card-parts.ts';
import { makeKitButton } from '../kit/make-kit-button.ts';
import { tell } from '../parts.ts';
import type { Say } from '../words.ts';

export interface ShownObjection {
  heard: HeardObjection;
  answer: Answer;
  /** The sentence that was heard before and is most like what was typed. */
  said: string | undefined;
  /** With its questions and proof open. */
  isOpen: boolean;
}

const lines = (heading: string, tone: string, items: readonly (string | Node)[]): HTMLElement[] =>
  items.length === 0
    ? []
    : [
        element(
          'div',
          `lines ${tone}`,
          element('h4', '', heading),
          element('ul', '', ...items.map((item) => element('li', '', item))),
        ),
      ];

const proofLine = ({ statement, source, path }: Proof): HTMLElement => {
  const claim = element('a', '', statement);
  claim.href = path;
  return element('span', '', claim, element('span', 'muted', source ? ` ${source}` : ''));
};

const copyButton = (heard: HeardObjection, answer: Answer, say: Say): HTMLButtonElement => {
  const words = { questions: say('questions'), proof: say('proof') };
  const copy = button('button-quiet', say('copy'), () => {
    copyPlain(answerText(heard.title, answer, words)).then(
      () => tell(say('copied')),
      () => tell(say('copy_failed')),
    );
  });
  copy.setAttribute('aria-label', say('copy_named', { title: heard.title }));
  return copy;
};

export const answerItem = ({ heard, answer, said, isOpen }: ShownObjection, say: Say): HTMLLIElement => {
  const title = element('a', '', heard.title);
  title.href = heard.path;
  const kinds = [say(`category_${heard.category}`), say(`force_${heard.force}`)].filter(Boolean).join(' · ');
  const details = element('details', 'answer-more', element('summary', '', say('more_of_it')));
  details.open = isOpen;
  details.append(
    ...lines(say('questions'), 'tone-ask', answer.questions),
    ...lines(say('proof'), 'tone-good', answer.proof.map(proofLine)),
  );
  return element(
    'li',
    'answer',
    element('p', 'card-top', element('span', 'eyebrow', kinds), ...audienceMark(heard, say)),
    element('h3', '', title),
    element('blockquote', '', said ?? heard.said[0] ?? heard.title),
    element('p', 'answer-short', answer.short),
    ...(details.childElementCount > 1 ? [details] : []),
    element('p', 'answer-tools', copyButton(heard, answer, say), ...makeKitButton(heard)),
  );
};
