// `npm start`: generates everything from the contract, and brings up its faces.
import { parseArgs } from 'node:util';
import { readPort } from '../foundation/commands/serving.ts';
import { dialectNames } from './generate/dialects.ts';
import { generate } from './generate/index.ts';

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

const usage = `Usage: npm start -- ${Object.entries(ports)
  .map(([face, port]) => `[--${face}-port ${port}]`)
  .join(' ')} [--memory] [--dialect NAME …]`;

/** @returns undefined when only the usage was asked for. */
function readArguments(): Wanted | undefined {
  const portOption = (face: Face) => ({ type: 'string', default: String(ports[face]) }) as const;
  const { values } = parseArgs({
    options: {
      'mock-port': portOption('mock'),
      'docs-port': portOption('docs'),
      'sandbox-port': portOption('sandbox'),
      memory: { type: 'boolean', default: false },
      dialect: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  // By their files, so that a dialect that has just been written is known before anything is generated.
  const known = dialectNames();
  const unknown = values.dialect.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new TypeError(`There is no dialect "${unknown}". There are ${known.join(', ')}.`);
  }
  const read = (face: Face) => {
    const port = readPort(values[`${face}-port`]);
    if (port === undefined) throw new TypeError(`--${face}-port takes a number up to 65535.`);
    return port;
  };
  return {
    ports: { mock: read('mock'), docs: read('docs'), sandbox: read('sandbox') },
    memory: values.memory,
    dialects: values.dialect,
  };
}

async function main(): Promise<number> {
  const wanted = readArguments();
  if (!wanted) {
    console.log(usage);
    return 0;
  }
  console.log('Generating from openapi/:');
  const code = await generate({ check: false });
  if (code !== 0) return code;
  const { bringUpFaces } = await import('./faces.ts');
  try {
    await bringUpFaces(wanted);
    return 0;
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    return 1;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = 2;
}
