// Speaks the control API of a sandbox, wherever it runs; every body and answer has the type of its document.
import type { operations } from '../../../generated/sandbox-control.ts';

type Operation = keyof operations;
type Json<Part> = Part extends { content: { 'application/json': infer Value } } ? Value : never;
type Responses<Id extends Operation> = operations[Id]['responses'];

/** The body that an operation of the control API takes. */
export type ControlBody<Id extends Operation> = Json<NonNullable<operations[Id]['requestBody']>>;
/** What an operation of the control API answers. */
/** What the caller may leave out may be undefined as well, also under exactOptionalPropertyTypes. */
export type Lenient<Options> = {
  [Name in keyof Options]: Record<never, never> extends Pick<Options, Name>
    ? Options[Name] | undefined
    : Options[Name];
};

export type ControlAnswer<Id extends Operation> = Json<
  Responses<Id>[Extract<keyof Responses<Id>, 200 | 201>]
>;

/** Says what the sandbox refused, in its own sentence. */
export class SandboxRefusal extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.name = 'SandboxRefusal';
    this.status = status;
  }
}

export interface ControlClient {
  get: <Id extends Operation>(path: string) => Promise<ControlAnswer<Id>>;
  post: <Id extends Operation>(path: string, body: ControlBody<Id>) => Promise<ControlAnswer<Id>>;
  delete: <Id extends Operation>(path: string) => Promise<ControlAnswer<Id>>;
}

/**
 * @param url where the sandbox answers.
 * @param controlToken for a sandbox that was started with one.
 */
export function controlClient(url: string, controlToken?: string): ControlClient {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(controlToken === undefined ? {} : { 'X-Control-Token': controlToken }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Error(`No sandbox answers at ${url}. Is it started, and not closed yet?`, { cause: error });
    });
    const answer = (await response.json().catch(() => null)) as { error?: unknown } | null;
    if (response.ok && answer !== null) return answer as never;
    // Another server may answer at this address, in whatever way it likes.
    const sentence = typeof answer?.error === 'string' ? answer.error : undefined;
    throw new SandboxRefusal(
      response.status,
      sentence ?? `What answers at ${url} is no sandbox (HTTP ${response.status}).`,
    );
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    delete: (path) => call('DELETE', path),
  };
}
