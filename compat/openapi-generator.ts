// openapi-generator: one Java program with a generator for each of many languages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Tool } from './tool.ts';

/** Every target is made by this version. */
const version = '7.25.0';

const artifact = `org.openapitools:openapi-generator-cli:${version}`;
const jarName = `openapi-generator-cli-${version}.jar`;

async function jarOf({ cache }: Bench): Promise<string> {
  return join(await cache('openapi-generator', version), jarName);
}

/** Fetches the program as a Maven artifact, unless it is there. */
async function install(bench: Bench): Promise<void> {
  const jar = await jarOf(bench);
  if (existsSync(jar)) return;
  const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
  await bench.must([
    'mvn',
    '-q',
    '-B',
    plugin,
    `-Dartifact=${artifact}`,
    `-DoutputDirectory=${join(jar, '..')}`,
  ]);
}

/** What differs from one target to the other. */
interface Target extends Pick<Tool, 'language' | 'note' | 'needs' | 'compile' | 'program'> {
  target: string;
  /** What is asked of it besides, by choice. */
  chosen?: string[];
  /** What has to be asked of it, because of a fault of its own. */
  needed?: string[];
  install?: Tool['install'];
}

/** A target as a tool; what it generates is in the folder `out`. */
export function openapiGenerator({ target, chosen = [], needed, needs, ...rest }: Target): Tool {
  const generate = (options: string[]) => async (bench: Bench) => {
    const input = ['-i', bench.document, '-g', target];
    await bench.must(['java', '-jar', await jarOf(bench), 'generate', ...input, ...options, '-o', 'out']);
  };
  const options = [...chosen, ...(needed ?? [])];
  const said = options.map((option) => ` ${option}`).join('');
  return {
    ...rest,
    name: 'openapi-generator',
    target,
    version,
    needs: ['java', 'mvn', ...needs],
    command: `openapi-generator-cli generate -i openapi.en.yaml -g ${target}${said} -o out`,
    install: async (bench) => {
      await install(bench);
      await rest.install?.(bench);
    },
    generate: generate(options),
    bare: needed && generate(chosen),
  };
}
