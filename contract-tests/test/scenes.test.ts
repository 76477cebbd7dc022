// Every example of every answer has a way to be brought about on a server with a state.
import { describe, expect, it } from 'vitest';
import { nodeAt } from '../../foundation/reader/pointers.ts';
import { operations } from '../src/contract/document.ts';
import { answerExamples } from '../src/plan/replay.ts';
import { sceneCases } from '../src/plan/scenarios/index.ts';
import { requestExampleCases } from '../src/plan/scenarios/requests.ts';

describe('the scenes', () => {
  it('leave out no example of an answer', () => {
    expect(
      sceneCases()
        .filter(({ scene }) => scene === undefined)
        .map(({ id }) => id),
    ).toEqual([]);
    expect(sceneCases().map(({ id }) => id)).toEqual(answerExamples().map(({ id }) => id));
  });

  it('compare only what the example has', () => {
    for (const { id, scene, example } of sceneCases()) {
      for (const one of scene?.like ?? []) {
        const pointer = typeof one === 'string' ? one : one.at;
        const absent =
          pointer.startsWith('/data/meta/') && nodeAt(example.value, '/data/meta/environment') === undefined;
        expect(nodeAt(example.value, pointer) !== undefined || absent, `${id} ${pointer}`).toBe(true);
      }
    }
  });

  it('leave out no example of a request', () => {
    const count = operations.reduce((sum, { requestBody }) => sum + (requestBody?.examples.length ?? 0), 0);
    expect(requestExampleCases()).toHaveLength(count);
  });
});
