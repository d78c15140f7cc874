import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formConfig } from '../../../../cms/form/config.ts';
import { decap } from '../../../fixtures/decap.ts';

describe('the configuration of the form', () => {
  it('is one that Decap accepts', () => {
    expect(() => decap.validateConfig(formConfig())).not.toThrow();
  });
  it('is the generated one', async () => {
    expect(JSON.parse(await readFile('cms/generated/decap.json', 'utf8'))).toEqual(formConfig());
  });
});
