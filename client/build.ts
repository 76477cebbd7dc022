// `npm run build -w client`: makes the package that is published, in client/dist: plain JavaScript, types, one manifest.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import ts from 'typescript';

const here = import.meta.dirname;
const root = join(here, '..');
const entries = ['index', 'jalali'];

interface Manifest {
  name: string;
  exports: Record<string, string>;
  dependencies: Record<string, string>;
  [field: string]: unknown;
}

/** Writes the modules: everything generated is inside them, what is in `dependencies` stays outside. */
async function writeModules(folder: string, manifest: Manifest): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, join(here, 'src', `${entry}.ts`)])),
    external: Object.keys(manifest.dependencies),
  });
  await bundle.write({ dir: folder, format: 'esm', chunkFileNames: '[name].js' });
}

/** Writes the declarations, those of generated/ included; their imports name the files that exist there. */
function writeTypes(folder: string): void {
  const program = ts.createProgram(
    entries.map((entry) => join(here, 'src', `${entry}.ts`)),
    {
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      allowImportingTsExtensions: true,
      rootDir: root,
      outDir: join(folder, 'types'),
    },
  );
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.writeFile(file, text.replaceAll(/(from|import\()( ?['"]\.[^'"]+)\.ts(['"])/g, '$1$2.js$3'));
  });
  const found = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (found.length > 0) throw new Error(ts.flattenDiagnosticMessageText(found[0]?.messageText, '\n'));
}

/**
 * Builds the package.
 * @param folder where to; emptied first.
 */
export async function build(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8')) as Manifest;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeModules(folder, manifest);
  writeTypes(folder);
  const { devDependencies: _, scripts: __, private: ___, ...published } = manifest;
  const exports = Object.fromEntries(
    Object.entries(manifest.exports).map(([name, source]) => {
      const module = source.replace('./src/', './').replace('.ts', '.js');
      const types = source.replace('./src/', './types/client/src/').replace('.ts', '.d.ts');
      return [name, { types, default: module }];
    }),
  );
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...published, exports }, null, 2)}\n`);
  await copyFile(join(here, 'README.md'), join(folder, 'README.md'));
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}

if (import.meta.main) {
  const folder = join(here, 'dist');
  await build(folder);
  console.log('client/dist is ready: `npm publish ./client/dist` publishes it.');
}
