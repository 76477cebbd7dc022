// How the rules of the fields of a request are got wrong: what is allowed is refused, or what is not is let in.
import type { OperationId } from '../../../generated/facts.ts';
import type { SourceMutant } from '../mutant.ts';

/** Where the fields of a body are examined. */
export const body = 'sandbox/src/request/fields/body.ts';
const query = 'sandbox/src/request/fields/query.ts';
const validated = "if (!validate(examined)) add(faults, faultyFields(validate.errors ?? [], 'body'));";

/** A field of a body that is refused although the contract allows it; `value` is the field in the condition. */
export const refusing = (
  operation: OperationId,
  field: string,
  id: string,
  summary: string,
  condition: string,
  basis?: string,
): SourceMutant => ({
  kind: 'edges',
  id,
  summary,
  file: body,
  from: validated,
  to: `${validated}
  const value = (body as Record<string, never> | null)?.${field} as never;
  if (operation === '${operation}' && value !== undefined && (${condition})) add(faults, fault('${field}', 'pattern'));`,
  ...(basis && { basis }),
});

/** A rule of a field of a body that nobody checks. */
export const accepting = (
  operation: OperationId,
  field: string,
  id: string,
  summary: string,
  keyword?: string,
): SourceMutant => ({
  kind: 'bounds',
  id,
  summary,
  file: body,
  from: validated,
  to: `if (!validate(examined)) {
    const errors = validate.errors ?? [];
    const isForgotten = ({ instancePath, keyword, params }: (typeof errors)[number]) =>
      operation === '${operation}' &&
      (instancePath.startsWith('/${field}') || params.missingProperty === '${field}' || params.additionalProperty === '${field}')${
        keyword === undefined ? '' : ` &&\n      keyword === '${keyword}'`
      };
    add(faults, faultyFields(errors.filter((error) => !isForgotten(error)), 'body'));
  }`,
});

export const inQuery = (
  kind: 'edges' | 'bounds',
  id: string,
  summary: string,
  from: string,
  to: string,
  basis?: string,
): SourceMutant => ({ kind, id, summary, file: query, from, to, ...(basis && { basis }) });
