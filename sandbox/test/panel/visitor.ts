// A visitor of the panel without a browser: opens pages, and sends their forms as a browser would.
import { endpoint } from '../support/endpoint.ts';
import { type TestSandbox, testSandbox } from '../support/sandbox.ts';

export const here = 'http://127.0.0.1:4020';

interface PanelPage {
  status: number;
  text: string;
  headers: Record<string, string | undefined>;
  /** Where a change leads. */
  location: string;
}

/** Values of a form's fields; a list for a field that is sent several times. */
export type Fields = Record<string, string | readonly string[]>;

export interface Visitor {
  open: (path: string, headers?: Record<string, string | undefined>) => Promise<PanelPage>;
  /** Sends a form with the token of the page that it stands on. */
  send: (page: string, action: string, fields?: Fields) => Promise<PanelPage>;
  /** As send, and follows the redirect. */
  change: (page: string, action: string, fields?: Fields) => Promise<PanelPage>;
}

/** The settings of a sandbox that only this machine reaches. */
export const privateSettings = { publicUrl: here, ratePerSecond: 0, onLoopback: true };

/** A shop in a private sandbox, a visitor at one of its pages in the panel, and somewhere for its webhooks to go. */
export async function visitedShop(section: string) {
  const sandbox = await testSandbox({ settings: privateSettings });
  const shop = await sandbox.terminal();
  const hook = await endpoint();
  return {
    sandbox,
    shop,
    hook,
    panel: visitor(sandbox),
    page: `/dashboard/en/terminals/${shop.id}/${section}`,
    close: async () => {
      await hook.close();
      await sandbox.close();
    },
  };
}

/** @param host what the browser's address bar says. */
export function visitor(sandbox: TestSandbox, host = '127.0.0.1:4020'): Visitor {
  let cookie: string | undefined;
  let token = '';
  const request = async (
    method: string,
    path: string,
    headers: Record<string, string | undefined>,
    body?: string,
  ): Promise<PanelPage> => {
    const answer = await sandbox.request(method, path, { host, cookie, ...headers }, body);
    const set = answer.headers['set-cookie'];
    if (set) cookie = String(set).split(';')[0];
    return { ...answer, location: answer.headers.location ?? '' };
  };
  const open: Visitor['open'] = (path, headers = {}) => request('GET', path, headers);
  const send: Visitor['send'] = async (page, action, fields = {}) => {
    // A page without a form, as after a payment is over: the token of an older page that stayed open.
    token = /name="form_token" value="([^"]+)"/.exec((await open(page)).text)?.[1] ?? token;
    return request(
      'POST',
      action,
      {
        'content-type': 'application/x-www-form-urlencoded',
        origin: `http://${host}`,
        'sec-fetch-site': 'same-origin',
      },
      new URLSearchParams(
        Object.entries({ form_token: token, ...fields }).flatMap(([name, values]) =>
          [values].flat().map((value): [string, string] => [name, value]),
        ),
      ).toString(),
    );
  };
  return {
    open,
    send,
    change: async (page, action, fields) => {
      const { status, location, text } = await send(page, action, fields);
      if (status !== 303) throw new Error(`${action} answered ${status}: ${text}`);
      return open(location);
    },
  };
}
