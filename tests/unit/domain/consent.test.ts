import { describe, expect, test } from 'vitest';
import { anonymise, consentOf, firstWords, namesCustomer, tellingWords, wordsOf } from '../../../src/domain/consent.ts';
import { TODAY } from '../../fixtures/entries.ts';

test('the day on which a consent ended is told', () => {
  const study = (consent: unknown) => ({ data: { consent, anonymised_name: 'a bank' } });
  expect(consentOf(study({ scope: 'named', expires_on: '2026-11-21' }), TODAY)).toEqual({
    scope: 'anonymised',
    lapsed_on: '2026-11-21',
  });
  expect(consentOf(study({ scope: 'anonymised', expires_on: '2026-11-21' }), TODAY)).toEqual({
    scope: 'none',
    lapsed_on: '2026-11-21',
  });
  expect(consentOf(study({ scope: 'named', expires_on: TODAY }), TODAY)).toEqual({ scope: 'named' });
  expect(consentOf(study({ scope: 'none', expires_on: '2020-01-01' }), TODAY)).toEqual({ scope: 'none' });
});

test.each([
  ['Northgate Foods', ['Northgate']],
  ['The Bank of Eirvale', ['Eirvale']],
  ['Tansy & Rowe Ltd', ['Tansy', 'Rowe']],
  ['Alderbrook-Quill GmbH', ['Alderbrook', 'Quill']],
  ['AB Foods', []],
  ['', []],
])('telling words of %j are %j', (customer, words) => {
  expect(tellingWords(customer)).toEqual(words);
});

describe('a name in a text', () => {
  test.each([
    ['Northgate saved time', 'Northgate'],
    ['northgate foods saved time', 'northgate foods'],
    ['NORTHGATE’s books', 'NORTHGATE'],
    ['see northgate_chart.png', 'northgate'],
    ['(Northgate)', 'Northgate'],
    ['Southgate saved time', undefined],
    ['Northgates are many', undefined],
    ['any foods', undefined],
  ])('%j holds %j', (text, word) => {
    expect(namesCustomer(text, 'Northgate Foods')).toBe(word);
  });

  test('is replaced everywhere', () => {
    expect(anonymise('Northgate Foods, or northgate, of Northgate’s.', 'Northgate Foods', 'a wholesaler')).toBe(
      'a wholesaler, or a wholesaler, of a wholesaler’s.',
    );
    expect(anonymise('A+ (Holding) did it', 'A+ (Holding)', 'a group')).toBe('a group did it');
    expect(anonymise('nothing', '', 'x')).toBe('nothing');
  });

  // The index that spares the check most comparisons must never hide a naming.
  test.each(['Northgate Foods', 'The Bank of Eirvale', 'Tansy & Rowe', 'AB Foods', 'Straße 7', 'İzmir Gıda'])(
    '%s is found by its first words',
    (customer) => {
      for (const text of [customer, `of ${customer}.`, customer.toUpperCase(), ...tellingWords(customer)]) {
        if (namesCustomer(text, customer) === undefined) continue;
        expect(
          wordsOf(text).some((word) => firstWords(customer).has(word)),
          text,
        ).toBe(true);
      }
    },
  );
});
