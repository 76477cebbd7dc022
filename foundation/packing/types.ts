// The declarations of a package, those of generated/ included; their imports name the files that exist there.
import { relative } from 'node:path';
import ts from 'typescript';

const named = (name: string) => new RegExp(`^import (?:type )?\\{([^}]*)\\} from '${name}';`, 'gm');

/** Says of imports of a package that its types are those of its ES modules, also for a program of CommonJS. */
function takenFromModules(text: string, name: string): string {
  const attributed = text.replaceAll(named(name), (_, names: string) => {
    const types = names.replaceAll(/\btype /g, '');
    return `import type {${types}} from '${name}' with { 'resolution-mode': 'import' };`;
  });
  if (new RegExp(`'${name}'(?! with)`).test(attributed)) {
    throw new Error(
      `Import types of ${name} by their names: nothing else can say which of its forms is meant.`,
    );
  }
  return attributed;
}

export interface Types {
  /** The packages whose global types the modules know, such as `node`. */
  environment?: string[];
  /** The packages whose types are taken from their ES modules, whoever asks. */
  fromModules?: string[];
}

/**
 * Writes the declarations of some modules and of all that they import.
 * @throws Error with the first finding when a module has no sound types.
 */
export function writeTypes(
  root: string,
  modules: string[],
  target: string,
  { environment = [], fromModules = [] }: Types,
): void {
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
    const ours = text.replaceAll(/(from|import\()( ?['"]\.[^'"]+)\.ts(['"])/g, '$1$2.js$3');
    ts.sys.writeFile(file, fromModules.reduce(takenFromModules, ours));
  });
  const [found] = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (!found) return;
  const where = found.file ? `${relative(root, found.file.fileName)}: ` : '';
  throw new Error(where + ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}
