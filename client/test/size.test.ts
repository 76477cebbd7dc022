// The size of the client as a bundler brings it to a shop, minified and compressed.
import { expect, it } from 'vitest';
import { clientSizes } from '../../scripts/bench/client-size.ts';

it.each(await clientSizes())('$what is less than $limit bytes', ({ bytes, limit }) => {
  expect(bytes).toBeLessThan(limit);
});
