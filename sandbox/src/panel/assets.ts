// The panel's style, font, icon and script, read once and served from the panel itself.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Asset {
  type: string;
  content: Buffer;
}

const own = (name: string) => readFileSync(new URL(`assets/${name}`, import.meta.url));
const font = createRequire(import.meta.url).resolve('vazirmatn/fonts/webfonts/Vazirmatn[wght].woff2');

const assets: Record<string, Asset> = {
  'panel.css': { type: 'text/css; charset=utf-8', content: own('panel.css') },
  'requests.js': { type: 'text/javascript; charset=utf-8', content: own('requests.js') },
  'icon.svg': { type: 'image/svg+xml', content: own('icon.svg') },
  'vazirmatn.woff2': { type: 'font/woff2', content: readFileSync(font) },
};

export function assetNamed(name: string): Asset | undefined {
  return Object.hasOwn(assets, name) ? assets[name] : undefined;
}
