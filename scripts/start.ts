// `npm start`: generates everything from the contract, and brings up its faces.
import { generate } from './generate/index.ts';
import { readArguments, usage } from './start-options.ts';

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
