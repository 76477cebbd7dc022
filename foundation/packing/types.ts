// The declarations of a package, those of generated/ included; their imports name the files that exist there.
import { relative } from 'node:path';
import ts from 'typescript';

/**
 * Writes the declarations of some modules and of all that they import.
 * @param environment the packages whose global types the modules know, such as `node`.
 * @throws Error with the first finding when a module has no sound types.
 */
export function writeTypes(root: string, modules: string[], environment: string[], target: string): void {
  const program = ts.createProgram(modules, {
    target: ts.ScriptTarget.ES2024,
    lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: environment,
    strict: true,
    skipLibCheck: true,
    declaration: true,
    emitDeclarationOnly: true,
    allowImportingTsExtensions: true,
    rootDir: root,
    outDir: target,
  });
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.writeFile(file, text.replaceAll(/(from|import\()( ?['"]\.[^'"]+)\.ts(['"])/g, '$1$2.js$3'));
  });
  const [found] = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (!found) return;
  const where = found.file ? `${relative(root, found.file.fileName)}: ` : '';
  throw new Error(where + ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}
