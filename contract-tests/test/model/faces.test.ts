// The name that the model gives to an error: of the faces of one code, the one with the type and the status of the answer.
import { expect, it } from 'vitest';
import { operationOf } from '../../src/contract/document.ts';
import { type ErrorName, errors } from '../../src/contract/facts.ts';
import { createModel } from '../../src/model/model.ts';

/** What an error of `createVerification` is called by the chapters. */
function nameOf(status: number, error: object): ErrorName | undefined {
  let name: ErrorName | undefined;
  const model = createModel('sandbox', [
    {
      judge: (seen) => {
        name = seen.error;
        return [];
      },
    },
  ]);
  const operation = operationOf('createVerification');
  const { method, path } = operation;
  const body = { success: false, error };
  const answer = { status, headers: {}, body: Buffer.from(JSON.stringify(body)) };
  model.begins(operation, { method, path, headers: {} }, 0).ends(answer, { status, body }, 0);
  return name;
}

const named: ErrorName[] = ['ErrorMalformedBody', 'ErrorValidation', 'ErrorStateForbids', 'ErrorRateLimited'];

it.each(named)('is %s by type and status', (name) => {
  const { code, type, http } = errors[name];
  expect(nameOf(http[0], { code, type })).toBe(name);
});

it('follows the type where the status is that of another face', () => {
  const { code, type } = errors.ErrorStateForbids;
  expect(nameOf(errors.ErrorValidation.http[0], { code, type })).toBe('ErrorStateForbids');
});

it('follows the status where the type is that of no face', () => {
  const { code, http } = errors.ErrorValidation;
  expect(nameOf(http[0], { code, type: 'of its own' })).toBe('ErrorValidation');
});

it('is nothing where the operation documents no such code', () => {
  expect(nameOf(400, { code: -9999, type: 'validation_error' })).toBeUndefined();
});
