// Every tool that is tried: the folders of tools/, in the order of the table.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { idOf, type Tool } from './tool.ts';

const toolsFolder = join(import.meta.dirname, 'tools');

export interface Registered {
  /** The name of its folder. */
  id: string;
  folder: string;
  tool: Tool;
}

/** Loads all tools, each from the `tool.mts` of its folder. */
export async function registeredTools(): Promise<Registered[]> {
  const loaded = await Promise.all(
    readdirSync(toolsFolder).map(async (id) => {
      const folder = join(toolsFolder, id);
      const { default: tool } = (await import(join(folder, 'tool.mts'))) as { default: Tool };
      if (idOf(tool) !== id) throw new Error(`The folder tools/${id} holds the tool ${idOf(tool)}.`);
      return { id, folder, tool };
    }),
  );
  return loaded.sort((one, other) => one.id.localeCompare(other.id));
}
