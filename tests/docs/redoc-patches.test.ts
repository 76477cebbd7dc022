// The places of Redoc that the site changes: they are where we think, and an upgrade that moves one is noticed.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redocBundle } from '../../scripts/docs/assets.ts';
import { hardCodedLabels } from '../../scripts/docs/redoc/hard-coded-labels.ts';
import { highlightStyles } from '../../scripts/docs/redoc/highlight-styles.ts';
import { useLogicalProperties } from '../../scripts/docs/redoc/logical-css.ts';
import {
  isRedoc,
  MovedPatchTarget,
  patchBrowserBundle,
  patchPrerenderer,
} from '../../scripts/docs/redoc/patches.ts';

const bundle = readFileSync(redocBundle, 'utf8');
const patched = patchBrowserBundle(bundle, redocBundle);

/** The translation function of the patched bundle, with a table of labels in place. */
function translator(labels: Record<string, string> | undefined) {
  const [, code] = /useTranslate:(\(\)=>\(\{translate:.*?\}\)),useTranslationKeys/.exec(patched) ?? [];
  const make = new Function('globalThis', `return (${code})().translate`);
  return make({ redocLabels: labels }) as (key: string, fallback?: unknown) => string;
}

describe('Redoc for browsers', () => {
  it('shows the label of the table, an empty one too, and its own English without one', () => {
    const translate = translator({ request: 'درخواست', array: '' });
    expect(translate('request', 'Request')).toBe('درخواست');
    expect(translate('array', 'array')).toBe('');
    expect(translate('response', 'Response')).toBe('Response');
    expect(translate('response', { defaultValue: 'Response' })).toBe('Response');
    expect(translator(undefined)('request', 'Request')).toBe('Request');
  });

  it('fetches no logo and no font from anywhere', () => {
    expect(bundle).toContain('https://cdn.redoc.ly/redoc/logo-mini');
    expect(patched).not.toContain('https://cdn.redoc.ly');
    expect(bundle).toContain('data:application/font-woff');
    expect(patched).not.toContain('data:application/font-woff');
  });

  it('knows every colour that its highlighter writes', () => {
    expect(highlightStyles(bundle)).toContain('color: var(--code-block-tokens-string-color)');
    expect(() => highlightStyles(bundle.replace(' style="color:', ' style="background:'))).toThrow(
      /highlighter/,
    );
  });

  // Each label is sought alike, and all are found above: the first and the last stand for them.
  it.each([hardCodedLabels.at(0), hardCodedLabels.at(-1)])(
    'fails clearly when "$text" is no longer where it was',
    (label) => {
      const text = label?.text ?? '';
      const moved = bundle.replaceAll(`\`${text}\``, '`elsewhere`');
      expect(() => patchBrowserBundle(moved, 'redoc.js')).toThrow(
        new MovedPatchTarget(`label "${text}"`, 'redoc.js', 0),
      );
    },
  );

  it('fails clearly when the translation function stands there twice', () => {
    expect(() => patchBrowserBundle(bundle + bundle, 'redoc.js')).toThrow(
      /"default of useTranslate" occurs 2 times in redoc\.js, not once/,
    );
  });
});

describe('Redoc in the CLI, which pre-renders', () => {
  const folder = dirname(redocBundle);
  const chunks = readdirSync(folder)
    .filter((name) => name !== 'redoc.standalone.js')
    .map((name) => ({ name, code: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ code }) => isRedoc(code));

  it('is one file and has the same places', () => {
    expect(chunks).toHaveLength(1);
    for (const { name, code } of chunks) {
      expect(patchPrerenderer(code, name)).toContain('globalThis.redocLabels?.');
    }
  });
});

describe('logical properties', () => {
  // Enough declarations to look like Redoc, which has hundreds.
  const filler = '\n  margin-left: 1px;'.repeat(60);
  const rewrite = (code: string) =>
    useLogicalProperties(`${filler}${code}`, 'redoc.js').slice(-code.length * 3);

  it.each([
    ['\n  margin-left: 4px;', '\n  margin-inline-start: 4px;'],
    ['\n  padding-right: var(--x);', '\n  padding-inline-end: var(--x);'],
    ['\n  border-left: 1px solid;', '\n  border-inline-start: 1px solid;'],
    ['\n  border-left-color: red;', '\n  border-inline-start-color: red;'],
    ['\n  border-top-right-radius: 0;', '\n  border-start-end-radius: 0;'],
    ['\n  text-align: left;', '\n  text-align: start;'],
    ['\n  right: 0;', '\n  inset-inline-end: 0;'],
    ['\n  left: -10px;', '\n  inset-inline-start: -10px;'],
  ])('%j becomes %j', (physical, logical) => {
    expect(rewrite(physical).endsWith(logical)).toBe(true);
  });

  it.each([
    ['something centred by a transform', '\n  left: 50%;'],
    ['a place relative to an anchor', '\n  left: anchor(center);'],
    ['a minified object', '{left: 0,marginLeft:1}'],
    ['a name that only ends alike', '\n  --offset-left: 3px;'],
  ])('%s is left as it is', (_, code) => {
    expect(rewrite(code).endsWith(code)).toBe(true);
  });

  it('fails clearly when the styles are written in another way', () => {
    expect(() => useLogicalProperties('a{margin-left:1px}', 'redoc.js')).toThrow(
      /only 0 style declarations .* in redoc\.js/,
    );
  });
});
