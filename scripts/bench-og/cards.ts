/** Made-up cards: most with Latin titles, every eighth in another script; the same in every run. */
import type { OrderedImage } from '../../src/integrations/share-images/draw-all.ts';
import { createRandom } from '../bench/random.ts';
import { phrase, times } from '../bench/texts.ts';

const OTHER_SCRIPTS = [
  'Контроль расходов до того, как они возникли',
  'Έλεγχος δαπανών πριν πραγματοποιηθούν',
  'كيف تتحكم في إنفاق شركتك قبل أن يحدث',
  'איך לשלוט בהוצאות לפני שהן קורות',
  'ख़र्च होने से पहले उसे नियंत्रित करें',
  '在账单到来之前了解承诺',
  'Live in 🇩🇪 and 🇯🇵 🚀',
];
const TYPES = ['Battlecard', 'Case study', 'Objection', 'Security answer'];
const FACTS = ['Economic buyer', 'Champion', 'Healthcare', 'Manufacturing'];

export const cards = (count: number): OrderedImage[] =>
  times(count, (i) => {
    const random = createRandom(i);
    const title = i % 8 === 7 ? random.pick(OTHER_SCRIPTS) : phrase(random);
    return {
      path: `/share/${i}.png`,
      image: {
        title: `${title} ${i}`,
        type: random.pick(TYPES),
        facts: random.sample(FACTS, 2),
        brand: 'Halyard',
        host: 'halyard.example',
        ground: '#0b5d57',
        ink: '#ffffff',
        language: 'en-GB',
      },
    };
  });
