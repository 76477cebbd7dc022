// `npm start`: generates everything from the contract, and brings up its faces.
import { runCommand } from '../foundation/commands/command.ts';
import { generate } from './generate/index.ts';
import { options, usage, wantedBy } from './start-options.ts';

await runCommand({ usage, options }, async (values) => {
  const wanted = wantedBy(values);
  console.log('Generating from openapi/:');
  const code = await generate({ check: false });
  if (code !== 0) return code;
  const { bringUpFaces } = await import('./faces.ts');
  try {
    await bringUpFaces(wanted);
    return 0;
  } catch (error) {
    throw new Error(`\n${error instanceof Error ? error.message : error}`);
  }
});
