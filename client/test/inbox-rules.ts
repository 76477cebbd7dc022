// What every inbox must keep, as tests over any of them: the three states, leases, and all orders of what may happen.
import type { WebhookEvent, WebhookStore } from '@irandargah/client';
import { handleOnce } from '@irandargah/client';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';

export interface Tested {
  store: WebhookStore;
  /** Ends all leases, as the passing of time would. */
  endLeases: () => Promise<void> | void;
}

let count = 0;

/** An event that no inbox has seen, unless it gets the fingerprint of another. */
export function newEvent(change: Partial<WebhookEvent> = {}): WebhookEvent {
  count += 1;
  const event = { id: `evt_${count}`, fingerprint: `payment.completed:${process.pid}-${count}`, data: {} };
  return { ...event, event: 'unknown', name: 'payment.completed', ...change } as WebhookEvent;
}

/** A handler that goes on when it is told to. */
interface Attempt {
  event: number;
  succeed: () => void;
  fail: () => void;
  status: Promise<number | 'failed'>;
}

/** What a delivery came to: a status at once, or a handler that runs. */
async function deliver(store: WebhookStore, event: WebhookEvent, index = 0): Promise<number | Attempt> {
  let began = (_attempt: Omit<Attempt, 'status' | 'event'>): void => {};
  const begun = new Promise<Omit<Attempt, 'status' | 'event'>>((resolve) => {
    began = resolve;
  });
  const status = handleOnce(
    event,
    store,
    () => new Promise<void>((succeed, reject) => began({ succeed, fail: () => reject(new Error('no')) })),
  );
  const settled = status.catch(() => 'failed' as const);
  const first = await Promise.race([status, begun]);
  return typeof first === 'number' ? first : { ...first, event: index, status: settled };
}

/** A step of a story: an event that is delivered, or what happens to a handler that runs. */
const step = fc.oneof(
  fc.record({
    what: fc.constant('deliver' as const),
    which: fc.nat(2),
    copies: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ what: fc.constantFrom('succeed' as const, 'fail' as const), which: fc.nat(3) }),
  fc.record({ what: fc.constant('endLeases' as const) }),
);

/**
 * Tests an inbox.
 * @param open gives the one that is tested; it is there when the tests run.
 * @param runs how many stories are tried.
 */
export function testInbox(open: () => Tested, runs: number): void {
  it('runs the handler once, and answers 200 to what comes again, also under another id', async () => {
    const { store } = open();
    const event = newEvent();
    const handle = vi.fn();
    for (const again of [event, event, { ...event, id: 'evt_other' }]) {
      expect(await handleOnce(again, store, handle)).toBe(200);
    }
    expect(handle).toHaveBeenCalledOnce();
  });

  it('does not believe an id, which is not signed: another event under it is handled', async () => {
    const { store } = open();
    const handle = vi.fn();
    await handleOnce(newEvent({ id: 'evt_taken' }), store, handle);
    await handleOnce(newEvent({ id: 'evt_taken' }), store, handle);
    expect(handle).toHaveBeenCalledTimes(2);
  });

  it('answers 503 while the handler runs, and 200 when it has finished', async () => {
    const { store } = open();
    const event = newEvent();
    const first = (await deliver(store, event)) as Attempt;
    expect(await deliver(store, event)).toBe(503);
    first.succeed();
    expect(await first.status).toBe(200);
    expect(await deliver(store, event)).toBe(200);
  });

  it('gives an event back at once when its handler fails, and says so', async () => {
    const { store } = open();
    const event = newEvent();
    const broken = vi.fn(async () => Promise.reject(new Error('the bank is away')));
    await expect(handleOnce(event, store, broken)).rejects.toThrow('the bank is away');
    expect(await handleOnce(event, store, () => {})).toBe(200);
  });

  it('lets another take over after the lease, and the first no longer mark or give back anything', async () => {
    const { store, endLeases } = open();
    const event = newEvent();
    const [slow, failing] = [await deliver(store, event), await deliver(store, newEvent())] as [
      Attempt,
      Attempt,
    ];
    await endLeases();
    const second = (await deliver(store, event)) as Attempt;
    slow.succeed();
    expect(await slow.status).toBe(503);
    expect(await deliver(store, event)).toBe(503);
    second.succeed();
    expect(await second.status).toBe(200);
    failing.fail();
    expect(await failing.status).toBe('failed');
    expect(await deliver(store, event)).toBe(200);
  });

  it('lets one that failed after its lease not end the lease of another', async () => {
    const { store, endLeases } = open();
    const event = newEvent();
    const slow = (await deliver(store, event)) as Attempt;
    await endLeases();
    const second = (await deliver(store, event)) as Attempt;
    slow.fail();
    expect(await slow.status).toBe('failed');
    expect(await deliver(store, event)).toBe(503);
    second.succeed();
    expect(await second.status).toBe(200);
  });

  it('lets one finish after its lease when nobody has taken over', async () => {
    const { store, endLeases } = open();
    const event = newEvent();
    const slow = (await deliver(store, event)) as Attempt;
    await endLeases();
    slow.succeed();
    expect(await slow.status).toBe(200);
    expect(await deliver(store, event)).toBe(200);
  });

  it('ends a lease by itself', async () => {
    const { store } = open();
    const { fingerprint } = newEvent();
    expect(await store.claim(fingerprint, 'a', 400)).toBe('claimed');
    expect(await store.claim(fingerprint, 'b', 400)).toBe('running');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await store.claim(fingerprint, 'c', 400)).toBe('claimed');
  });

  it('does not forget what is done, nor by whom, when its lease ends or it is given back', async () => {
    const { store } = open();
    const { fingerprint } = newEvent();
    await store.claim(fingerprint, 'a', 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.finish(fingerprint, 'a')).toBe(true);
    await store.release(fingerprint, 'a');
    expect(await store.claim(fingerprint, 'b', 60_000)).toBe('done');
    expect(await store.finish(fingerprint, 'b')).toBe(false);
    expect(await store.finish(fingerprint, 'a')).toBe(true);
  });

  it('tells events apart whose names differ in a letter, its case, a blank, or far behind', async () => {
    const { store } = open();
    const long = 'x'.repeat(10_000);
    const names = [
      'a',
      'A',
      'á',
      'a ',
      ' a',
      'ی',
      'ي',
      `${long}a`,
      `${long}b`,
      "'; drop table runs; --",
      '?',
      '$1',
    ];
    for (const name of names) {
      const event = newEvent({ fingerprint: `${name}:${process.pid}-${count}` });
      const attempt = (await deliver(store, event)) as Attempt;
      expect(attempt).toHaveProperty('succeed');
      attempt.succeed();
      expect(await attempt.status).toBe(200);
    }
  });

  it('runs one of many at the same moment', async () => {
    const { store } = open();
    const event = newEvent();
    let ran = 0;
    const statuses = await Promise.all(
      Array.from({ length: 50 }, () =>
        handleOnce(event, store, async () => {
          ran += 1;
          await new Promise((resolve) => setTimeout(resolve, 30));
        }),
      ),
    );
    expect(ran).toBe(1);
    expect(statuses).toContain(200);
    expect(await handleOnce(event, store, () => {})).toBe(200);
    expect(ran).toBe(1);
  });

  it('never runs two under valid leases, nor says 200 before one has finished, whatever happens', async () => {
    const { store, endLeases } = open();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (story) => {
        const events = [newEvent(), newEvent(), newEvent()];
        /** What is true: who has an event, whether the lease still holds, and whether it is done. */
        const truth = events.map(() => ({
          owner: undefined as Attempt | undefined,
          valid: false,
          done: false,
        }));
        const underWay: Attempt[] = [];
        for (const one of story) {
          if (one.what === 'endLeases') {
            await endLeases();
            for (const state of truth) state.valid = false;
          } else if (one.what === 'deliver') {
            const { which, copies } = one;
            const state = truth[which] as (typeof truth)[number];
            const event = events[which] as WebhookEvent;
            const outcomes = await Promise.all(
              Array.from({ length: copies }, () => deliver(store, event, which)),
            );
            const begun = outcomes.filter((outcome) => typeof outcome !== 'number');
            const mayBegin = !state.done && !state.valid;
            expect(begun).toHaveLength(mayBegin ? 1 : 0);
            for (const status of outcomes) {
              if (typeof status === 'number') expect(status).toBe(state.done ? 200 : 503);
            }
            if (mayBegin) Object.assign(state, { owner: begun[0], valid: true });
            underWay.push(...begun);
          } else if (underWay.length > 0) {
            const [attempt] = underWay.splice(one.which % underWay.length, 1) as [Attempt];
            const state = truth[attempt.event] as (typeof truth)[number];
            attempt[one.what]();
            const own = state.owner === attempt;
            const expected = one.what === 'fail' ? 'failed' : own ? 200 : 503;
            expect(await attempt.status).toBe(expected);
            if (own) Object.assign(state, { valid: false, done: state.done || one.what === 'succeed' });
          }
        }
        for (const { fail, status } of underWay) {
          fail();
          await status;
        }
      }),
      { numRuns: runs },
    );
  });
}
