// The payer's browser: keeps cookies as browsers do, sends forms, and follows the shop's redirects.
import { fetch } from 'undici';

export interface Page {
  /** The last address, after redirects. */
  url: string;
  /** 0 when no answer came. */
  status: number;
  text: string;
  /** Where it was sent on to, when that is outside the shop: the gateway, for example. */
  leadsTo: string | undefined;
}

interface Cookie {
  value: string;
  /** Whether a form on another site may send it along. */
  crossSite: boolean;
}

interface Sending {
  method: 'GET' | 'POST';
  url: string;
  /** A form, or JSON as text. */
  body?: URLSearchParams | { json: string };
  /** The origin of the page that sends it; the shop itself when it is not given. */
  from?: string;
}

const redirects = [301, 302, 303, 307, 308];
const seconds = 15;

export interface Browser {
  send: (sending: Sending) => Promise<Page>;
}

/** A browser without a history, as one payer has it. */
export function openBrowser(): Browser {
  const cookies = new Map<string, Cookie>();

  const remember = (lines: string[]) => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      if (at <= 0) continue;
      const crossSite = attributes.some((attribute) => /^\s*samesite\s*=\s*none\s*$/i.test(attribute));
      cookies.set(pair.slice(0, at).trim(), { value: pair.slice(at + 1).trim(), crossSite });
    }
  };

  return {
    send: async (first) => {
      let sending = first;
      for (let hops = 0; ; hops += 1) {
        const { method, url, body, from } = sending;
        const origin = from ?? new URL(url).origin;
        const strange = origin !== new URL(url).origin;
        // A form on the gateway's page brings no cookies but those marked for it (docs/decisions/0046).
        const sent = [...cookies].filter(([, { crossSite }]) => !strange || method === 'GET' || crossSite);
        let response: Awaited<ReturnType<typeof fetch>>;
        let text: string;
        try {
          response = await fetch(url, {
            method,
            redirect: 'manual',
            signal: AbortSignal.timeout(seconds * 1000),
            headers: {
              Accept: 'text/html,application/json;q=0.9,*/*;q=0.8',
              'Sec-Fetch-Site': strange ? 'cross-site' : 'same-origin',
              'Sec-Fetch-Mode': 'navigate',
              ...(method === 'POST' ? { Origin: origin } : {}),
              ...(sent.length > 0
                ? { Cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; ') }
                : {}),
              ...(body === undefined
                ? {}
                : {
                    'Content-Type': 'json' in body ? 'application/json' : 'application/x-www-form-urlencoded',
                  }),
            },
            ...(body === undefined ? {} : { body: 'json' in body ? body.json : body.toString() }),
          });
          text = await response.text();
        } catch {
          return { url, status: 0, text: '', leadsTo: undefined };
        }
        remember(response.headers.getSetCookie());
        const location = response.headers.get('location');
        const target = location && redirects.includes(response.status) ? URL.parse(location, url) : null;
        if (!target || hops === 10) return { url, status: response.status, text, leadsTo: undefined };
        if (target.origin !== new URL(first.url).origin) {
          return { url, status: response.status, text, leadsTo: target.href };
        }
        const again = response.status === 307 || response.status === 308;
        sending = again ? { ...sending, url: target.href } : { method: 'GET', url: target.href };
      }
    },
  };
}
