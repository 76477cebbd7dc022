// Tells whether a gateway of this contract stands behind an address at all, however wrong its answers may be.
import type { ReceivedAnswer } from '../judge/exchange.ts';
import { shown } from '../judge/finding.ts';

/** The names at the top of the contract's answers; those of the health check stand for themselves. */
const envelope = /"(success|data|message|status_code|timestamp|error|version)"\s*:/g;

/** As many names as no other API has by chance. */
const enough = 2;

/** The text of a body in whatever encoding of Unicode, so that a wrong one is found by the judge. */
const textOf = (body: Uint8Array) => Buffer.from(body).toString('latin1').replaceAll('\0', '');

/** Whether an answer has the envelope of the contract, or at least its remains: that the form is wrong is the judge's to say. */
export function isLikeGateway({ body }: ReceivedAnswer): boolean {
  const text = textOf(body);
  // A page for people may carry JSON in a script.
  if (!/^[^<]*[{[]/.test(text)) return false;
  return new Set([...text.matchAll(envelope)].map(([, name]) => name)).size >= enough;
}

/** The seconds that an answer says to wait; undefined when it does not say it. @param now in Unix seconds */
export function secondsToWait({ headers }: ReceivedAnswer, now = Date.now() / 1000): number | undefined {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return undefined;
  if (/^[0-9]+$/.test(text)) return Number(text);
  const moment = Date.parse(text);
  return Number.isNaN(moment) ? undefined : Math.max(0, Math.ceil(moment / 1000 - now));
}

const units = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** A time for people: `2 hours`. @param seconds at least 1 */
export function inWords(seconds: number): string {
  const [size, name] = units.find(([one]) => seconds >= one) ?? [1, 'second'];
  const count = Math.ceil(seconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

const isRedirect = ({ status }: ReceivedAnswer) => status >= 300 && status < 400;
const isProxy = ({ status }: ReceivedAnswer) => status === 502 || status === 503 || status === 504;
const isOf = (type: string) => (answer: ReceivedAnswer) =>
  (answer.headers['content-type'] ?? '').toLowerCase().includes(type);

/** What stands there instead of a gateway, judged by answers of which none is like one of it; with what to do about it. */
export function whatItIs(answers: readonly ReceivedAnswer[], url: string): string {
  const all = (is: (answer: ReceivedAnswer) => boolean) => answers.every(is);
  const [first] = answers;
  if (!first) return `${url} has not answered.`;
  const begins = Buffer.from(first.body).toString('utf8').trim().slice(0, 60);
  const type = first.headers['content-type'] ?? 'no content type';
  const seen = `HTTP ${first.status}, ${type}, ${begins === '' ? 'no body' : shown(begins)}`;
  if (all(isRedirect)) {
    const location = first.headers.location;
    return `${url} answers with redirects (HTTP ${first.status}${location ? `) to ${location}` : ', without saying where to)'}. Give the address to which it leads.`;
  }
  if (all(isProxy)) {
    return `${url} answers HTTP ${first.status} everywhere, as a proxy does whose server is down: ${seen}. Start the gateway behind it.`;
  }
  if (all(({ status }) => status === 429)) {
    return `${url} answers nothing but HTTP 429 (${seen}), and not in the words of the gateway: something before it refuses this machine.`;
  }
  const told = `Check the address and the port.`;
  if (all(({ body }) => body.length === 0))
    return `${url} is not the gateway: its answers are empty (${seen}). ${told}`;
  if (all(({ status }) => status === 404))
    return `${url} is not the gateway: it knows none of its paths (${seen}). ${told}`;
  if (all(isOf('html')))
    return `${url} is not the gateway: it answers with a page for people (${seen}). ${told}`;
  return `${url} is not the gateway: its answers have nothing of the contract's form (${seen}). ${told}`;
}
