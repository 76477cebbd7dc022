// How the samples of each language are run: unchanged but for the server's address, and as few processes as it takes.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ProgramRun, run } from '../run.ts';

/** A sample to run: a name that is unique and fit for a folder, and its text with the address filled in. */
export interface Runnable {
  name: string;
  source: string;
}

/** Runs samples and gives back what each printed, by its name. */
export type RunSamples = (
  samples: Runnable[],
  folder: string,
  env: NodeJS.ProcessEnv,
) => Promise<Map<string, ProgramRun>>;

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** For interpreters: a file and a process for each sample. */
const interpreted =
  (extension: string, ...interpreter: [string, ...string[]]): RunSamples =>
  async (samples, folder, env) => {
    const results = new Map<string, ProgramRun>();
    for (const { name, source } of samples) {
      await put(join(folder, `${name}.${extension}`), source);
      results.set(name, await run([...interpreter, `${name}.${extension}`], { cwd: folder, env }));
    }
    return results;
  };

/** Go: a package for each sample in one module, built at once. */
const go: RunSamples = async (samples, folder, env) => {
  await put(join(folder, 'go.mod'), 'module samples\n\ngo 1.21\n');
  for (const { name, source } of samples) await put(join(folder, name, 'main.go'), source);
  await mkdir(join(folder, 'bin'));
  const build = await run(['go', 'build', '-o', 'bin/', './...'], { cwd: folder, env });
  if (build.code !== 0) return new Map(samples.map(({ name }) => [name, build]));
  const results = new Map<string, ProgramRun>();
  for (const { name } of samples) {
    results.set(name, await run([join(folder, 'bin', name)], { cwd: folder, env }));
  }
  return results;
};

/** C#: a namespace around each sample, so that one assembly holds them all and runs the one it is asked for. */
const csharp: RunSamples = async (samples, folder, env) => {
  const names = samples.map(({ name }) => name);
  const sources = samples.map(({ source }, index) => `namespace Sample${index}\n{\n${source}}\n`);
  const calls = names.map((name, index) => `{ "${name}", Sample${index}.Program.Main },`);
  await put(
    join(folder, 'samples.cs'),
    `${sources.join('\n')}
public static class EverySample
{
    public static int Main()
    {
        var samples = new System.Collections.Generic.Dictionary<string, System.Func<System.Threading.Tasks.Task>>
        {
            ${calls.join('\n            ')}
        };
        foreach (var sample in samples)
        {
            System.Console.WriteLine("=== " + sample.Key);
            try { sample.Value().GetAwaiter().GetResult(); }
            catch (System.Exception error) { System.Console.WriteLine("FAILED " + error); }
        }
        return 0;
    }
}
`,
  );
  const flags = ['-langversion:7.2', '-r:System.Net.Http.dll', '-main:EverySample', '-out:samples.exe'];
  const build = await run(['mcs', ...flags, 'samples.cs'], { cwd: folder, env });
  const all = build.code === 0 ? await run(['mono', 'samples.exe'], { cwd: folder, env }) : build;
  const outputs = new Map(
    all.output.split(/^=== /m).map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
  );
  return new Map(
    names.map((name) => {
      const output = outputs.get(name) ?? all.output;
      return [name, { code: all.code || (output.includes('FAILED') ? 1 : 0), output }];
    }),
  );
};

/** The languages by the extension of their samples. */
export const languages: Record<string, { label: string; run: RunSamples }> = {
  sh: { label: 'curl', run: interpreted('sh', 'sh') },
  php: { label: 'PHP', run: interpreted('php', 'php') },
  mjs: { label: 'Node.js', run: interpreted('mjs', process.execPath) },
  go: { label: 'Go', run: go },
  py: { label: 'Python', run: interpreted('py', 'python3') },
  cs: { label: 'C#', run: csharp },
};
