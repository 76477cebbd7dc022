// Every scenario of a shop, played with the TypeScript client; the other languages play them in heavy/scenarios.test.ts.
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startSandbox, type TestingSandbox } from '../../sandbox/src/testing/index.ts';
import { play } from './scenarios/play.ts';
import { scenarios } from './scenarios/stories/index.ts';
import { typescriptDriver } from './scenarios/typescript-driver.ts';

let gateway: TestingSandbox;
beforeAll(async () => {
  gateway = await startSandbox();
});
afterAll(() => gateway.close());

describe.each(Object.entries(scenarios))('%s', (_, stories) => {
  it.concurrent.each(stories)('$name', (scenario) => play(scenario, typescriptDriver(), gateway.url));
});
