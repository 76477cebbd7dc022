// An earlier request once more, with its key: the same body, another body, or from another terminal.
import fc from 'fast-check';
import type { Draft } from '../../plan/draft.ts';
import { keyed } from '../../plan/scenarios/stage.ts';
import type { Command, Family } from '../command.ts';
import { otherThan } from '../memory.ts';
import { keepsAuthority, rememberCreation } from './create.ts';
import { place } from './draw.ts';

/** Lawful as the first, but other bytes. */
function otherBody(draft: Draft): Draft {
  const json = draft.body && 'json' in draft.body ? (draft.body.json as Record<string, unknown>) : {};
  const { amount } = json;
  const changed =
    draft.operation.id === 'createRefund' ? { reason: 'another reason' } : { amount: Number(amount) + 1 };
  return { ...draft, body: { json: { ...json, ...changed } } };
}

export const repetitions: fc.Arbitrary<Command> = fc
  .record({
    which: fc.nat(20),
    how: fc.constantFrom('same' as const, 'same' as const, 'other body' as const, 'other terminal' as const),
    into: place,
  })
  .map(({ which, how, into }) => ({
    name: `repeat with the same key: ${how}`,
    isPossible: ({ keyed: all }) => all.length > 0,
    play: async (memory, world) => {
      // The newest is the first, so that leaving out the oldest changes nothing.
      const first = memory.keyed.at(-1 - (which % memory.keyed.length));
      if (!first) return;
      const shop = how === 'other terminal' ? (otherThan(memory, first.shop) ?? first.shop) : first.shop;
      const draft = keyed(how === 'other body' ? otherBody(first.draft) : first.draft, first.key);
      const isCreation = draft.operation.id === 'createPayment';
      const answer = await world.send(shop, draft, {
        says: `sends an earlier ${draft.operation.id} once more with the same key (${how})`,
        // Also the other terminal may have sent it before.
        stored: true,
        ...(isCreation && { keeps: keepsAuthority(memory) }),
      });
      if (isCreation) rememberCreation(memory, shop, draft, answer, into);
    },
  }));

export const repeat: Family = { needs: ['write'], weight: 3, commands: repetitions };
