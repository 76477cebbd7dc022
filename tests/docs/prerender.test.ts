// What is taken from the output of `redocly build-docs`, and that a change of that output is noticed.
import { expect, it } from 'vitest';
import { takeApart } from '../../scripts/docs/redoc/prerender.ts';

const output = `<link rel="modulepreload" href="https://cdn.redocly.com/redoc.js" />
<style>a{}</style><style data-styled="true">b{}</style>
<!-- redoc-head-ends -->
<div id="redoc"><script>dark()</script><a href="/payments">Payments</a><i style="top:0"></i></div>
<script type="module">import { hydrate } from "https://cdn.redocly.com/redoc.js";</script>`;

it('keeps the content and its rules, and leaves out what would load Redoc from elsewhere', () => {
  const { html, css } = takeApart(output);
  expect(css).toBe('a{}\nb{}');
  expect(html).toContain('Payments');
  expect(html + css).not.toContain('https://');
});

it('lets links lead where the router of the page finds them', () => {
  expect(takeApart(output).html).toContain('<a href="#/payments">');
});

it('names the inline code that the policy must allow', () => {
  expect(takeApart(output).inline).toEqual({ scripts: ['dark()'], styles: ['top:0'] });
});

it.each([
  ['element', output.replace('id="redoc"', 'id="root"')],
  ['script after it', output.replace('type="module"', 'defer')],
])('fails clearly when Redoc has no %s', (_, changed) => {
  expect(() => takeApart(changed)).toThrow(
    /Its output has changed: mend scripts\/docs\/redoc\/prerender\.ts/,
  );
});
