import { openGateway } from './gateway.ts';
import { registeredTools } from './registry.ts';
import { tryTool } from './trial.ts';
const only = process.argv.slice(2);
const gateway = await openGateway();
for (const { id, folder, tool } of await registeredTools()) {
  if (only.length && !only.includes(id)) continue;
  try {
    const f = await tryTool(tool, folder, gateway);
    console.log(id, JSON.stringify(f.outcomes), JSON.stringify(f.took));
    for (const [c, t] of Object.entries(f.failures)) console.log('  --', c, t.slice(-1500));
  } catch (e) { console.log(id, 'ERR', String(e).slice(-1500)); }
}
await gateway.close();
