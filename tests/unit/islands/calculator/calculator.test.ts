/** The parts of a calculator's page that are no markup, and the markup as the build makes it. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { calculate, compile } from '../../../../src/domain/calculators/calculate.ts';
import type { Choices } from '../../../../src/domain/calculators/definition.ts';
import { fieldGroups } from '../../../../src/islands/calculator/fields.ts';
import { figureRows } from '../../../../src/islands/calculator/figures.ts';
import { renderCalculator } from '../../../../src/islands/calculator/render.tsx';
import { startMonth } from '../../../../src/islands/calculator/start-month.ts';
import { labelsSchema } from '../../../../src/schemas/labels.ts';
import { definition, SPEND } from '../../../fixtures/calculators.ts';

const model = compile(definition(SPEND));
const words = labelsSchema.parse(load(readFileSync('content/labels/en.yml', 'utf8')));
const fields = fieldGroups(model, words).flatMap((group) => group.fields);
const fieldOf = (key: string) => {
  const field = fields.find((candidate) => candidate.key === key);
  if (!field) throw new Error(`no field ${key}`);
  return field;
};

test('every input, every year of an editable series and the discount rate has a field of its own', () => {
  expect(fields.map(({ key }) => key)).toEqual([
    'i.employees',
    'i.hours_per_request',
    'i.hourly_cost',
    'i.share_saved',
    'i.seat_price',
    's.adoption.0',
    's.adoption.1',
    's.adoption.2',
    'rate',
  ]);
});

test('a model without benefits and costs asks for no discount rate', () => {
  const metrics = compile(definition({ inputs: [{ id: 'a', label: 'A', default: 1 }] }));
  expect(fieldGroups(metrics, words).flatMap((group) => group.fields.map(({ key }) => key))).toEqual(['i.a']);
});

test.each(fields.map(({ key }) => key))(
  '%s: what is put in is what is read back, and nothing else has changed',
  (key) => {
    const field = fieldOf(key);
    const value = field.default + (field.integer === true ? 1 : 0.01);
    const choices = field.put({}, value);
    expect(field.valueIn({})).toBe(field.default);
    expect(field.valueIn(choices)).toBe(value);
    for (const other of fields) if (other.key !== key) expect(other.valueIn(choices)).toBe(other.default);
  },
);

const rows = (choices: Choices) => {
  const result = calculate(model, choices);
  const formatting = { locale: 'en-GB', currency: 'EUR', labels: words };
  return figureRows({ model, choices, result, formatting, words });
};

test('the headlines stand first, each figure once, in all scenarios', () => {
  const names = rows({}).map(({ name }) => name);
  expect(names.slice(0, 3)).toEqual(['net_present_value', 'roi', 'payback_months']);
  expect(new Set(names).size).toBe(names.length);
  expect(rows({})[0]?.values.map(({ scenario }) => scenario)).toEqual(['conservative', 'expected', 'optimistic']);
});

test('a figure is the same whichever scenario the page shows in detail', () => {
  expect(rows({ scenario: 'optimistic' })).toEqual(rows({}));
});

test('a start that is put off falls in the right month, at the end of a month too', () => {
  expect(startMonth(0, 'en-GB', '2026-11-22')).toBe('November 2026');
  expect(startMonth(3, 'en-GB', '2026-11-30')).toBe('February 2027');
  expect(startMonth(1, 'en-GB', '2027-01-31')).toBe('February 2027');
});

const props = {
  ...{ definition: definition(SPEND), words, locale: 'en-GB', siteName: 'Acme', claims: {}, today: '2026-11-22' },
  address: 'https://acme.example/calculators/spend/',
  isEmbedded: false,
};

test('the build draws everything, without a script or a style inside', async () => {
  const html = await renderCalculator(props);
  expect(html).toContain('Net present value');
  expect(html).toContain('name="i.employees"');
  expect(html).toContain('class="calc-case"');
  expect(html).toContain('<svg');
  expect(html).not.toMatch(/<script|<template|\sstyle=/);
});

test('a text of the definition never becomes markup', async () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const html = await renderCalculator({
    ...props,
    definition: definition({ ...SPEND, title: hostile, disclosure: hostile }),
  });
  expect(html).not.toContain(hostile);
  expect(html).toContain('&lt;img');
});

test('in a frame there is no case on paper', async () => {
  const html = await renderCalculator({ ...props, isEmbedded: true });
  expect(html).not.toContain('calc-case');
  expect(html).not.toContain(words.calculator_page.print);
});
