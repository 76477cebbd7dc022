// openapi-generator for Kotlin: its default library, OkHttp with Moshi; our own pom.xml stands in for Gradle.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'kotlin',
  language: 'Kotlin',
  needs: [],
  compile: async ({ folder, must }) => {
    await must(['cp', 'Program.kt', 'out/src/main/kotlin/Program.kt']);
    await must([
      'mvn',
      '-q',
      '-B',
      'dependency:build-classpath',
      '-Dmdep.outputFile=libraries.txt',
      'compile',
    ]);
    const libraries = await readFile(join(folder, 'libraries.txt'), 'utf8');
    await writeFile(join(folder, 'classpath.txt'), `-cp target/classes:${libraries}`);
  },
  program: () => ['java', '@classpath.txt', 'ProgramKt'],
});
