// The Java package as Maven Central would have it, and a fresh project that depends on it.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { root } from '../../../../foundation/reader/paths.ts';
import { run } from '../../../../tests/heavy/run.ts';

async function must(command: [string, ...string[]], cwd: string): Promise<void> {
  const { code, output } = await run(command, { cwd });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
}

const repository = (kind: string, url: string) =>
  `<${kind}><id>known-${kind}</id><url>${url}</url><releases><checksumPolicy>ignore</checksumPolicy></releases></${kind}>`;

/** Lets a fresh local repository take what this machine has already, so that it need not be fetched again. */
function settings(): string {
  const known = `file://${join(homedir(), '.m2/repository')}`;
  return `<settings><profiles><profile><id>known</id>
<repositories>${repository('repository', known)}</repositories>
<pluginRepositories>${repository('pluginRepository', known)}</pluginRepositories>
</profile></profiles><activeProfiles><activeProfile>known</activeProfile></activeProfiles></settings>`;
}

const dependency = (name: string, version: string) => {
  const [group, artifact] = name.split(':');
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
};

const project = (libraries: [name: string, version: string][], release: number) => `<project>
<modelVersion>4.0.0</modelVersion>
<groupId>shop</groupId><artifactId>shop</artifactId><version>1</version>
<properties><maven.compiler.release>${release}</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
<dependencies>${libraries.map(([name, version]) => dependency(name, version)).join('')}</dependencies>
<build><sourceDirectory>.</sourceDirectory><plugins><plugin><artifactId>maven-compiler-plugin</artifactId><version>3.14.0</version></plugin></plugins></build>
</project>`;

/**
 * Builds the package with its sources and its documentation, installs it in a fresh local repository, and compiles the
 * sources of a fresh project with it.
 * @param folder empty.
 * @param sources files of Java by their names.
 * @param release of Java, for which the sources are compiled.
 * @returns the folder of the project; `java @classpath.txt Name` runs a program of it.
 */
export async function javaProject(
  folder: string,
  sources: Record<string, string>,
  libraries: [name: string, version: string][] = [],
  release = 11,
): Promise<string> {
  // Where the project has it, two folders below the licence.
  const library = join(folder, 'package/client/java');
  const shop = join(folder, 'shop');
  const isSource = (path: string) => !path.endsWith('/target');
  await cp(join(root, 'client/java'), library, { recursive: true, filter: isSource });
  await cp(join(root, 'LICENSE'), join(folder, 'package/LICENSE'));
  await mkdir(shop);
  await writeFile(join(folder, 'settings.xml'), settings());
  const fresh = [
    '-q',
    '-B',
    '-s',
    join(folder, 'settings.xml'),
    `-Dmaven.repo.local=${join(folder, 'repository')}`,
  ];
  await must(['mvn', ...fresh, '-DskipTests', 'install'], library);
  for (const jar of ['irandargah-client-3.0.0.jar', 'irandargah-client-3.0.0-sources.jar']) {
    const files = unzipSync(await readFile(join(library, 'target', jar)));
    if (!files['META-INF/LICENSE']) throw new Error(`${jar} has no licence.`);
  }
  const own: [string, string] = ['com.irandargah:irandargah-client', '3.0.0'];
  await writeFile(join(shop, 'pom.xml'), project([own, ...libraries], release));
  for (const [name, text] of Object.entries(sources)) await writeFile(join(shop, name), text);
  const classpath = ['dependency:build-classpath', '-Dmdep.outputFile=libraries.txt'];
  await must(['mvn', ...fresh, ...classpath, 'compile'], shop);
  await must(['sh', '-c', 'echo "-cp target/classes:$(cat libraries.txt)" > classpath.txt'], shop);
  return shop;
}

export const java = {
  label: 'Java',
  install: async (folder: string): Promise<{ command: [string, ...string[]]; cwd: string }> => {
    const driver = await readFile(join(root, 'client/java/scenarios/ShopDriver.java'), 'utf8');
    const libraries: [string, string][] = [['com.fasterxml.jackson.core:jackson-databind', '2.19.0']];
    const cwd = await javaProject(folder, { 'ShopDriver.java': driver }, libraries);
    return { command: ['java', '@classpath.txt', 'ShopDriver'], cwd };
  },
};
