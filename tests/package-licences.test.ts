// Each package that is built from a folder of its own brings the licence along, which its terms demand of every copy.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../foundation/reader/paths.ts';

const read = (...path: string[]) => readFileSync(join(root, ...path, 'LICENSE'), 'utf8');

test.each(['client/php', 'client/php/laravel', 'client/php/woocommerce', 'client/python'])(
  'the package %s has the licence of the project',
  (folder) => {
    expect(read(folder)).toBe(read());
  },
);
