// Turns the scripts for browsers, which are written in TypeScript, into the modules that the site serves.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { siteFolder } from './places.ts';

const folder = join(siteFolder, 'browser');

/** The modules by file name. Types are checked by `npm run check`; here they are only taken away. */
export async function browserScripts(): Promise<[string, Buffer][]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => {
      const { outputText } = ts.transpileModule(await readFile(join(folder, name), 'utf8'), {
        fileName: name,
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          rewriteRelativeImportExtensions: true,
          removeComments: true,
        },
      });
      return [name.replace(/\.ts$/, '.js'), Buffer.from(outputText)];
    }),
  );
}
