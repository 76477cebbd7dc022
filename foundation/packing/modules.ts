// The modules of a package as plain JavaScript: what is generated is inside, other packages stay outside.
import { join, relative, sep } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';
import { entriesOf, type Manifest } from './manifest.ts';

/** Where the files that modules read stand in the package, laid out as in the repository. */
export const filesFolder = 'files';

/** Lets a module find its files although it has become part of another one at the package's top. */
function filesBeside(root: string): Plugin {
  return {
    name: 'files-beside',
    transform: (code, id) => {
      if (!code.includes('import.meta.url')) return null;
      const place = relative(root, id).split(sep).join('/');
      return code.replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(`./${filesFolder}/${place}`)}, import.meta.url).href`,
      );
    },
  };
}

const packageOf = (specifier: string) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;

export interface Modules {
  root: string;
  /** The package in the repository. */
  folder: string;
  manifest: Manifest;
  /** The packages that stay outside, where the modules import them. */
  known: readonly string[];
}

/**
 * Writes the modules of a package into a folder, as ES modules or as CommonJS.
 * @returns the packages outside that they import.
 */
export async function writeModules(
  { root, folder, manifest, known }: Modules,
  format: 'esm' | 'cjs',
  target: string,
  plugins: Plugin[] = [],
): Promise<string[]> {
  const inside = Object.entries(entriesOf(manifest)).map(([name, file]) => [name, join(folder, file)]);
  const bundle = await rolldown({
    input: Object.fromEntries(inside) as Record<string, string>,
    external: (id) => id.startsWith('node:') || known.includes(packageOf(id)),
    plugins: [filesBeside(root), ...plugins],
  });
  const { output } = await bundle.write({ dir: target, format, chunkFileNames: '[name].js' });
  const files = new Set(output.map(({ fileName }) => fileName));
  const imported = output.flatMap((chunk) =>
    chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : [],
  );
  const outside = imported.filter((name) => !files.has(name) && !name.startsWith('node:')).map(packageOf);
  return [...new Set(outside)].sort();
}
