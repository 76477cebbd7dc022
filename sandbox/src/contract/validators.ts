// Compiles the validators of each operation from a contract, when it is first asked for, with Ajv 2020-12.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { type OperationId, operations } from '../../../generated/facts.ts';
import { type ContractParameter, type Document, parametersOf } from './document.ts';

/** Compiles schemas in the place where they stand in a document. */
type Compile = (schema: Record<string, unknown>) => ValidateFunction;

function compilerOf(document: Document): Compile {
  // No coercion and no removal of unknown fields: "100000" is not an amount, and a typing slip is not ignored.
  // The contract is checked when it is generated; doing so again would take longer than all the compiling.
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'contract');
  return (schema) =>
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"contract#/')) as object);
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

function compileParameter(compile: Compile, parameter: ContractParameter): CompiledParameter {
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

function compileOperation(document: Document, compile: Compile, id: OperationId): OperationValidators {
  const { method, path, requestSchema } = operations[id];
  const parameters = parametersOf(document, path, method);
  const of = (place: ContractParameter['in']) =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => compileParameter(compile, parameter));
  return {
    body: requestSchema ? compile({ $ref: `#/components/schemas/${requestSchema}` }) : undefined,
    path: of('path'),
    query: of('query'),
    header: of('header'),
  };
}

export type Validators = Record<OperationId, OperationValidators>;

/** The validators of every operation; compiling all of them at once would be a good part of the start. */
export function lazyValidators(document: Document): Validators {
  const validators = {} as Validators;
  let compile: Compile | undefined;
  for (const id of Object.keys(operations) as OperationId[]) {
    Object.defineProperty(validators, id, {
      configurable: true,
      enumerable: true,
      get: () => {
        compile ??= compilerOf(document);
        const value = compileOperation(document, compile, id);
        Object.defineProperty(validators, id, { value });
        return value;
      },
    });
  }
  return validators;
}
