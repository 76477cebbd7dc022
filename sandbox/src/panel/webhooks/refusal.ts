// Says on the page why the API refused an operation of webhooks: at the fields, in the contract's own words.
import { errors } from '../../../../generated/facts.ts';
import type { ApiError, FaultyFields } from '../../contract/errors.ts';
import type { Speech } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';

interface Refusal {
  error: ApiError;
  fields: FaultyFields;
  waitSeconds: number | undefined;
}

/** The contract's messages are Persian on every page, as on the wire; an English page says whose they are. */
function messages({ say }: Speech, texts: readonly string[]): Html {
  return html`${say('The gateway answers: ', '')}${texts.map((text) => html`<bdi lang="fa" dir="rtl">${text}</bdi> `)}`;
}

function messagesAbout(fields: FaultyFields, field: string): string[] {
  return Object.entries(fields)
    .filter(([name]) => name === field || name.startsWith(`${field}.`))
    .flatMap(([, found]) => found);
}

/** The messages about a field and its members, with the id by which the field refers to them; null without any. */
export function fieldMistake(speech: Speech, fields: FaultyFields, field: string): Html | null {
  const texts = messagesAbout(fields, field);
  return texts.length === 0
    ? null
    : html`<span class="field-mistake" id="${field}-mistake">${messages(speech, texts)}</span>`;
}

/** The attributes of a field that has such messages. */
export function markedFaulty(fields: FaultyFields, field: string): Html | null {
  return messagesAbout(fields, field).length === 0
    ? null
    : html` aria-invalid="true" aria-describedby="${field}-mistake"`;
}

/**
 * The sentence above the page.
 * @param atFields the fields of the form, where their messages stand; those of any other field stand here.
 */
export function refusalSentence(
  speech: Speech,
  { error, fields, waitSeconds }: Refusal,
  atFields: readonly string[] = [],
): Html {
  const { say, of, count } = speech;
  const elsewhere = Object.entries(fields)
    .filter(([name]) => !atFields.includes(name.split('.', 1)[0] ?? ''))
    .flatMap(([, found]) => found);
  if (elsewhere.length > 0) return messages(speech, elsewhere);
  if (Object.keys(fields).length > 0) {
    return html`${say(
      'The gateway refuses this; its messages stand at the fields. Nothing was changed.',
      'درگاه این را نمی‌پذیرد و پیام آن کنار هر فیلد آمده است. چیزی تغییر نکرد.',
    )}`;
  }
  const { meaning } = errors[error.catalogueName];
  const wait =
    waitSeconds === undefined
      ? ''
      : say(
          ` Try again in ${count(waitSeconds)} seconds.`,
          ` ${count(waitSeconds)} ثانیهٔ دیگر دوباره امتحان کنید.`,
        );
  return html`${of(meaning).replaceAll('`', '')}${wait}`;
}
