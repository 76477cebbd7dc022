// The Persian labels of Redoc: complete where Redoc hard-codes English, and Persian throughout.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteTexts } from '../../scripts/docs/languages.ts';
import { siteFolder } from '../../scripts/docs/places.ts';
import { hardCodedLabels } from '../../scripts/docs/redoc/hard-coded-labels.ts';

const labels = JSON.parse(readFileSync(join(siteFolder, 'labels.fa.json'), 'utf8')) as Record<string, string>;

it.each(hardCodedLabels)('"$text" has a Persian label', ({ text }) => {
  expect(labels[text]).toMatch(/[آ-ی]/);
});

it('is Persian but for names', () => {
  const names = /\b(OpenAPI|HTTP|Authorization|YAML|callback|query)\b/g;
  for (const [key, label] of Object.entries(labels)) {
    expect(label.replace(names, ''), key).not.toMatch(/[A-Za-z]/);
  }
});

it('uses the Persian forms of ی and ک', () => {
  const texts = [...Object.entries(labels), ...Object.entries(siteTexts.fa)];
  for (const [key, text] of texts) expect(text, key).not.toMatch(/[يكى]/);
});
