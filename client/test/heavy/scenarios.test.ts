// Every scenario of a shop, played with the package of each language as it is published.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { type Driver, startDriver } from '../scenarios/driver.ts';
import { play } from '../scenarios/play.ts';
import { scenarios } from '../scenarios/stories/index.ts';
import { resultLine } from '../scenarios/table.ts';
import { drivers } from './drivers/index.ts';

/** Package managers fetch what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

/** How many shops of a language are asked side by side: a scenario mostly waits. */
const shops = 3;

let gateway: TestingSandbox;
beforeAll(async () => {
  gateway = await startSandbox();
});
afterAll(() => gateway.close());

it('has a driver for each language', () => {
  expect(drivers.map(({ label }) => label)).toEqual(['PHP', 'Python', 'Go', 'Java', 'C#']);
});

describe.each(drivers)('$label', ({ label, install, without = {} }) => {
  let folder: string;
  const played = Object.values(scenarios)
    .flat()
    .filter(({ name }) => !(name in without));
  const all: Driver[] = [];
  const free: Driver[] = [];
  const passed = new Set<string>();
  const waiting: ((driver: Driver) => void)[] = [];

  const take = (): Promise<Driver> => {
    const driver = free.pop();
    return driver ? Promise.resolve(driver) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (driver: Driver) => {
    const next = waiting.shift();
    if (next) next(driver);
    else free.push(driver);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'irandargah-shop-'));
    const { command, cwd } = await install(folder);
    for (let shop = 0; shop < shops; shop++) all.push(startDriver(command, { cwd }));
    free.push(...all);
  }, installationTimeout);

  afterAll(async () => {
    await Promise.all(all.map((driver) => driver.close()));
    await rm(folder, { recursive: true, force: true });
    console.log(resultLine(label, passed));
  });

  it.concurrent.each(played)('$name', async (scenario) => {
    const driver = await take();
    try {
      await play(scenario, driver, gateway.url);
      passed.add(scenario.name);
    } finally {
      give(driver);
    }
  });
});
