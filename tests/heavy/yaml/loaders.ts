// Loaders of YAML in other languages: how each is installed in a folder, and the command that prints a file as JSON.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.ts';

export interface Loader {
  label: string;
  install: (folder: string) => Promise<void>;
  program: [string, ...string[]];
}

const put = (folder: string, file: string) => cp(join(import.meta.dirname, file), join(folder, file));

async function must(folder: string, ...command: [string, ...string[]]): Promise<void> {
  const { code, output } = await run(command, { cwd: folder });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
}

const python = (label: string, library: string, distribution: string): Loader => ({
  label,
  install: async (folder) => {
    await put(folder, 'load.py');
    await must(folder, 'python3', '-m', 'venv', '.venv');
    await must(folder, '.venv/bin/pip', 'install', '--quiet', distribution);
  },
  program: ['.venv/bin/python', 'load.py', library],
});

const ruamel = 'ruamel.yaml==0.19.1';

export const loaders: Loader[] = [
  python('PyYAML', 'pyyaml', 'PyYAML==6.0.4'),
  python('ruamel.yaml as YAML 1.1', 'ruamel-1.1', ruamel),
  python('ruamel.yaml as YAML 1.2', 'ruamel-1.2', ruamel),
  {
    label: 'yaml.v3 of Go',
    install: async (folder) => {
      await put(folder, 'load.go');
      await must(folder, 'go', 'mod', 'init', 'load');
      await must(folder, 'go', 'get', 'gopkg.in/yaml.v3@v3.0.1');
      await must(folder, 'go', 'build', '-o', 'load', '.');
    },
    program: ['./load'],
  },
  {
    label: 'SnakeYAML of Java',
    install: async (folder) => {
      await put(folder, 'Load.java');
      const artifact = '-Dartifact=org.yaml:snakeyaml:2.4';
      await must(folder, 'mvn', '-q', '-B', 'dependency:copy', artifact, '-DoutputDirectory=.');
      await must(folder, 'javac', '-cp', 'snakeyaml-2.4.jar', 'Load.java');
    },
    program: ['java', '-cp', 'snakeyaml-2.4.jar:.', 'Load'],
  },
];
