// The field for a day or a month, with what is wrong with the one that was typed.
import { type Html, html } from '../../html/template.ts';
import type { Period } from './period.ts';

/** @param placeholder stands in the empty field. */
export function periodField(name: string, label: string, period: Period, placeholder?: string): Html {
  const mistaken = 'mistake' in period;
  return html`<div class="field"><label>${label}<input name="${name}" value="${period.typed}" dir="ltr" autocomplete="off"${
    placeholder === undefined ? null : html` placeholder="${placeholder}"`
  }${mistaken ? html` aria-invalid="true" aria-describedby="${name}-mistake"` : null}></label>
${mistaken ? html`<span class="field-mistake" id="${name}-mistake">${period.mistake}</span>` : null}</div>`;
}
