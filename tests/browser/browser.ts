// A browser for the tests that can reach one site and nothing else, and that writes down everything it complains of.
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * The site's name in the browser. Redoc sends its telemetry, and browsers trust some features, by whether a
 * page is on this machine; under a name of its own the site behaves as it will when published.
 */
const siteHost = 'docs.example.test';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that CHROMIUM names, or Debian's. @param args more switches for it */
export const launchBrowser = (...args: string[]): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...quiet, ...args] });

export interface OpenPage {
  page: Page;
  /** Addresses outside the site that the page asked for. */
  foreign: string[];
  /** Errors and warnings on the console, uncaught errors, and violations of the Content-Security-Policy. */
  complaints: string[];
}

export interface SiteBrowser {
  /** Opens a page of the site, in a browser profile of its own. */
  open: (path: string, width?: number, options?: { scripts?: boolean }) => Promise<OpenPage>;
  close: () => Promise<void>;
}

declare global {
  interface Window {
    /** Labels that Redoc asked for and the page's table does not have. */
    missingLabels: Set<string>;
    redocLabels: Record<string, string>;
  }
}

/** Runs in the page before its own scripts: watches the table of labels from the moment it is set. */
function watchLabels() {
  window.missingLabels = new Set();
  let watched: Record<string, string>;
  Object.defineProperty(window, 'redocLabels', {
    get: () => watched,
    set(labels: Record<string, string>) {
      watched = new Proxy(labels, {
        get(table, key) {
          if (typeof key === 'string' && !(key in table)) window.missingLabels.add(key);
          return Reflect.get(table, key);
        },
      });
    },
  });
}

/**
 * Starts a browser for one site.
 * @param url where the site is served on this machine
 */
export async function startBrowser(url: string): Promise<SiteBrowser> {
  const { port } = new URL(url);
  const browser = await launchBrowser(`--host-resolver-rules=MAP ${siteHost} 127.0.0.1, MAP * ~NOTFOUND`);
  return {
    async open(path, width = 1440, { scripts = true } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        javaScriptEnabled: scripts,
      });
      const foreign: string[] = [];
      const complaints: string[] = [];
      await context.route('**/*', (route) => {
        const { hostname } = new URL(route.request().url());
        if (hostname === siteHost) return route.continue();
        foreign.push(route.request().url());
        return route.abort();
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await page.addInitScript(watchLabels);
      await page.goto(`http://${siteHost}:${port}${path}`);
      return { page, foreign, complaints };
    },
    close: () => browser.close(),
  };
}
