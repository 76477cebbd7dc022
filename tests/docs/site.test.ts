// The site as it is built and served, without a browser.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { type BuildOptions, buildDocs } from '../../scripts/docs/build.ts';
import { languages } from '../../scripts/docs/languages.ts';
import { referencePath } from '../../scripts/docs/pages/reference.ts';
import { type RunningDocs, serveDocs } from '../../scripts/docs/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'docs-'));
const site: Required<Pick<BuildOptions, 'contracts' | 'output'>> = {
  contracts: join(folder, 'generated'),
  output: join(folder, 'dist'),
};
const read = (path: string) => readFileSync(join(site.output, path), 'utf8');
const reference = (language: string) => read(`${language}/${referencePath}`);

beforeAll(async () => {
  mkdirSync(site.contracts);
  for (const language of languages) {
    for (const name of [`openapi.${language}.json`, `openapi.${language}.yaml`, `strict.${language}.json`]) {
      cpSync(join(generatedFolder, name), join(site.contracts, name));
    }
  }
  cpSync(join(generatedFolder, 'collections'), join(site.contracts, 'collections'), { recursive: true });
  await buildDocs(site);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the built site', () => {
  it('has a page for each language, marked with its direction', () => {
    expect(reference('en')).toContain('<html lang="en" dir="ltr">');
    expect(reference('fa')).toContain('<html lang="fa" dir="rtl">');
  });

  it('offers the contract byte for byte', () => {
    for (const language of languages) {
      for (const format of ['json', 'yaml']) {
        expect(read(`${language}/openapi.${format}`)).toBe(
          readFileSync(join(site.contracts, `openapi.${language}.${format}`), 'utf8'),
        );
      }
    }
  });

  it('asks for a language on its first page, without any script', () => {
    const page = read('index.html');
    expect(page).toContain('href="en/"');
    expect(page).toContain('href="fa/"');
    expect(page).not.toContain('<script');
  });

  it('loads nothing from another host', () => {
    for (const page of ['index.html', '404.html', 'en/index.html', 'fa/reference.html']) {
      const loaded = [...read(page).matchAll(/<(?:script|link|img|iframe)\b[^>]*?(?:src|href)="([^"]*)"/g)];
      expect(loaded.length, page).toBeGreaterThan(1);
      for (const [, address] of loaded) expect(address, page).not.toMatch(/^(?:[a-z]+:)?\/\//);
    }
  });

  it('pre-renders with the labels of the language, and with links that Redoc follows', () => {
    const page = read('fa/reference.html');
    expect(page).toContain('دریافت توصیف OpenAPI');
    expect(page).not.toContain('Download OpenAPI description');
    expect(page).toMatch(/ href="#\/payments"/);
    expect(page).not.toMatch(/ href="\/(?!\/)/);
  });

  it('has the licence of the font beside the font', () => {
    const [assets = ''] = readdirSync(join(site.output, 'assets'));
    const names = readdirSync(join(site.output, 'assets', assets));
    expect(names).toContain('vazirmatn.woff2');
    expect(read(`assets/${assets}/vazirmatn-OFL.txt`)).toContain('SIL OPEN FONT LICENSE');
  });

  it('leads from each translated heading to its counterpart', () => {
    const settings = (language: string) =>
      JSON.parse(/id="reference-settings">(.*?)<\/script>/.exec(reference(language))?.[1] ?? '') as {
        counterparts: Record<string, string>;
      };
    const { counterparts } = settings('en');
    expect(Object.keys(counterparts).length).toBeGreaterThan(0);
    for (const [there, back] of Object.entries(counterparts)) {
      expect(settings('fa').counterparts[back]).toBe(there);
    }
  });
});

describe('building again', () => {
  it('does nothing while the sources are the same', async () => {
    expect((await buildDocs(site)).built).toBe(false);
  });

  it('says what to run when a contract is missing, and leaves the former site whole', async () => {
    const contracts = join(folder, 'nothing');
    await expect(buildDocs({ ...site, contracts })).rejects.toThrow(/Run `npm run generate` first/);
    expect(reference('en')).toContain('<html lang="en"');
  });

  it('leaves the former site whole when the contract is broken', async () => {
    const contracts = join(folder, 'broken');
    cpSync(site.contracts, contracts, { recursive: true });
    writeFileSync(join(contracts, 'openapi.en.json'), '{"info":{"title":"x","version":"1"}}');
    await expect(buildDocs({ ...site, contracts })).rejects.toThrow(/could not render the en contract/);
    expect(reference('en')).toContain('<html lang="en"');
    expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });
});

describe('the served site', () => {
  let docs: RunningDocs;
  beforeAll(async () => {
    docs = await serveDocs({ port: 0, folder: site.output });
  });
  afterAll(() => docs.close());

  const get = (path: string, init: RequestInit = {}) =>
    fetch(`${docs.url}${path}`, { redirect: 'manual', ...init });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/fa/', 'text/html; charset=utf-8'],
    ['/en/openapi.json', 'application/json; charset=utf-8'],
    ['/en/openapi.yaml', 'text/yaml; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets browsers keep the assets, whose folder is named by their content', async () => {
    const [assets] = readdirSync(join(site.output, 'assets'));
    const answer = await get(`/assets/${assets}/redoc.js`);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('sends the policy of the page, and refuses to be framed', async () => {
    const answer = await get('/fa/reference.html');
    const [, meta = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(await answer.text()) ?? [];
    const policy = meta.replaceAll('&#39;', "'");
    expect(policy).toContain("default-src 'none'");
    expect(answer.headers.get('content-security-policy')).toBe(`${policy}; frame-ancestors 'none'`);
  });

  it.each(['br', 'gzip'])('sends %s to a browser that reads it', async (encoding) => {
    const answer = await get('/fa/redoc.json', { headers: { 'Accept-Encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.json()).toHaveProperty('openapi');
    const copy = readFileSync(join(site.output, 'fa/redoc.json.gz'));
    expect(gunzipSync(copy).toString()).toBe(read('fa/redoc.json'));
  });

  it('leads from a language without its slash to its page', async () => {
    const answer = await get('/fa?x=1');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe('/fa/?x=1');
  });

  it('shows a page of its own for a wrong address', async () => {
    const answer = await get('/payments/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('صفحه‌ای در این آدرس نیست');
  });

  it.each([
    '/../generated/openapi.en.json',
    '/%2e%2e/generated/openapi.en.json',
    '/..%2fgenerated%2fopenapi.en.json',
    '/.fingerprint',
  ])('gives nothing from outside for %s', async (path) => {
    // fetch would tidy the path before sending it.
    const status = await new Promise((resolve, reject) => {
      request({ ...new URL(docs.url), host: '127.0.0.1', port: new URL(docs.url).port, path }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .once('error', reject)
        .end();
    });
    expect([403, 404]).toContain(status);
  });

  it('answers nothing but reading', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    expect((await get('/', { method: 'HEAD' })).status).toBe(200);
  });

  it('says so when the port is in use', async () => {
    await expect(
      serveDocs({ port: Number(new URL(docs.url).port), folder: site.output }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
