// The C# package as NuGet would install it, and its shop compiled against that by mcs.
import { copyFile, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../../foundation/reader/paths.ts';
import { installNupkg, packCsharp } from './csharp-nupkg.ts';
import { must } from './must.ts';

export const csharp = {
  label: 'C#',
  install: async (folder: string) => {
    const library = await installNupkg(await packCsharp(folder), folder);
    // Mono looks for a library beside the program.
    await copyFile(library, join(folder, 'IranDargah.Client.dll'));
    await cp(join(root, 'client/csharp/scenarios'), join(folder, 'scenarios'), { recursive: true });
    const references = ['System.Runtime.Serialization', 'System.Xml', 'System.Xml.Linq'];
    await must(
      [
        'mcs',
        '-langversion:7.2',
        '-out:driver.exe',
        `-r:${library}`,
        ...references.map((name) => `-r:${name}.dll`),
        'scenarios/Driver.cs',
        'scenarios/Json.cs',
      ],
      folder,
    );
    const command: [string, ...string[]] = ['mono', 'driver.exe'];
    return { command, cwd: folder };
  },
};
