// Compiles the validators of each operation from the contract, when it is first asked for, with Ajv 2020-12.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsPlugin, { type FormatsPlugin } from 'ajv-formats';
import { type OperationId, operations } from '../../../generated/facts.ts';
import { type ContractParameter, document, parametersOf } from './document.ts';

// The package is CommonJS: depending on who loads it, the function is the module or its `default`.
const addFormats = ((formatsPlugin as { default?: unknown }).default ?? formatsPlugin) as FormatsPlugin;

// No coercion and no removal of unknown fields: "100000" is not an amount, and a typing slip is not ignored.
// The contract is checked when it is generated; doing so again would take longer than all the compiling.
const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, validateSchema: false });
addFormats(ajv);
ajv.addSchema(document, 'contract');

/** A validator of a schema in the contract's own document. */
function compile(schema: Record<string, unknown>): ValidateFunction {
  const absolute = JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object;
  return ajv.compile(absolute);
}

export interface CompiledParameter extends Pick<ContractParameter, 'name' | 'required' | 'x-date-rule'> {
  /** Takes the value after its text was read as `numeric` says. */
  validate: ValidateFunction;
  numeric: boolean;
  default: unknown;
  schemaName: string | undefined;
}

export interface OperationValidators {
  body: ValidateFunction | undefined;
  path: CompiledParameter[];
  query: CompiledParameter[];
  header: CompiledParameter[];
}

function compileParameter(parameter: ContractParameter): CompiledParameter {
  const {
    $ref,
    type,
    default: byDefault,
  } = parameter.schema as { $ref?: string; type?: string; default?: unknown };
  return {
    name: parameter.name,
    required: parameter.required,
    'x-date-rule': parameter['x-date-rule'],
    validate: compile(parameter.schema),
    numeric: type === 'integer',
    default: byDefault,
    schemaName: $ref?.split('/').at(-1),
  };
}

function compileOperation(id: OperationId): OperationValidators {
  const { method, path, requestSchema } = operations[id];
  const parameters = parametersOf(path, method);
  const of = (place: ContractParameter['in']) =>
    parameters.filter((parameter) => parameter.in === place).map(compileParameter);
  return {
    body: requestSchema ? compile({ $ref: `#/components/schemas/${requestSchema}` }) : undefined,
    path: of('path'),
    query: of('query'),
    header: of('header'),
  };
}

/** The validators of every operation; compiling all of them would be a good part of the start. */
export const validators = {} as Record<OperationId, OperationValidators>;
for (const id of Object.keys(operations) as OperationId[]) {
  Object.defineProperty(validators, id, {
    configurable: true,
    enumerable: true,
    get: () => {
      const value = compileOperation(id);
      Object.defineProperty(validators, id, { value });
      return value;
    },
  });
}
