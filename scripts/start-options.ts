// What `npm start` can be asked for.
import { Misused, portOf } from '../foundation/commands/command.ts';
import { dialectNames } from './generate/dialects.ts';

const ports = { mock: 4010, docs: 4000, sandbox: 4020 } as const;
type Face = keyof typeof ports;

/** What was asked for. */
export interface Wanted {
  ports: Record<Face, number>;
  /** Whether the sandbox keeps nothing after its end. */
  memory: boolean;
  /** How the sandbox speaks, where the documentation leaves that open. */
  dialects: string[];
}

export const usage = `Usage: npm start -- ${Object.entries(ports)
  .map(([face, port]) => `[--${face}-port ${port}]`)
  .join(' ')} [--memory] [--dialect NAME …]`;

const portOption = (face: Face) => ({ type: 'string', default: String(ports[face]) }) as const;

export const options = {
  'mock-port': portOption('mock'),
  'docs-port': portOption('docs'),
  'sandbox-port': portOption('sandbox'),
  memory: { type: 'boolean', default: false },
  dialect: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** @throws Misused */
export function wantedBy(
  values: Record<`${Face}-port`, string> & { memory: boolean; dialect: string[] },
): Wanted {
  // By their files, so that a dialect that has just been written is known before anything is generated.
  const known = dialectNames();
  const unknown = values.dialect.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Misused(`There is no dialect "${unknown}". There are ${known.join(', ')}.`);
  }
  const read = (face: Face) => portOf(`--${face}-port`, values[`${face}-port`]);
  return {
    ports: { mock: read('mock'), docs: read('docs'), sandbox: read('sandbox') },
    memory: values.memory,
    dialects: values.dialect,
  };
}
