// Makes the control API's document and types; where it names values of the contract, they are filled in from there.
import type { Dialects } from '../../foundation/dialects/catalogue.ts';
import { bundle } from '../../foundation/reader/bundle.ts';
import { type ContractDocument, operationsOf } from '../../foundation/reader/document.ts';
import { typesModule } from './types.ts';

/** What `x-values-of` may name: the control API holds no fact of the contract itself. */
function valuesOf(
  contract: ContractDocument,
  dialects: Dialects,
): Record<string, readonly (string | number)[]> {
  const errors = Object.entries(contract.components.schemas).flatMap(([name, schema]) => {
    const code = schema['x-status-code'] ? codeOf(schema) : undefined;
    return code === undefined ? [] : [{ name, code }];
  });
  return {
    operations: operationsOf(contract).map(({ operation }) => operation.operationId),
    events: Object.keys(contract.webhooks),
    errors: errors.map(({ name }) => name),
    'error-codes': [...new Set(errors.map(({ code }) => code))],
    cards: [...Object.keys(contract['x-test-cards'] as object), 'cancel'],
    dialects: Object.keys(dialects),
  };
}

/** The constant that an error's schema has for `status_code`. */
function codeOf(schema: ContractDocument['components']['schemas'][string]): number | undefined {
  const own = (schema.allOf ?? [schema]).map(({ properties }) => properties?.status_code?.const);
  return own.find((value): value is number => typeof value === 'number');
}

/** @throws Error when the document names values that the contract does not have. */
function fillIn(node: unknown, values: ReturnType<typeof valuesOf>): void {
  if (typeof node !== 'object' || node === null) return;
  const { 'x-values-of': source, ...rest } = node as Record<string, unknown>;
  if (source !== undefined) {
    const found = values[String(source)];
    if (!found) throw new Error(`x-values-of: ${source} is none of ${Object.keys(values).join(', ')}.`);
    delete (node as Record<string, unknown>)['x-values-of'];
    (node as Record<string, unknown>).enum = found;
  }
  for (const child of Object.values(rest)) fillIn(child, values);
}

/** @returns the files of the control API by their names below generated/. */
export async function controlFiles(
  contract: ContractDocument,
  dialects: Dialects,
): Promise<[file: string, text: string][]> {
  const document = await bundle('control');
  fillIn(document, valuesOf(contract, dialects));
  return [
    ['sandbox-control.json', `${JSON.stringify(document, null, 2)}\n`],
    ['sandbox-control.ts', await typesModule(document)],
  ];
}
