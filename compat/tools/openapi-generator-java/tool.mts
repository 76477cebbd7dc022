// openapi-generator for Java: its default library, OkHttp with Gson.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'java',
  language: 'Java',
  needed: ['--additional-properties', 'disallowAdditionalPropertiesIfNotPresent=false'],
  note: {
    en: 'Without this option it takes every object for closed, against the standard, and refuses an added field.',
    fa: 'بدون این گزینه، برخلاف استاندارد، هر شیء را بسته می‌گیرد و فیلد اضافه را رد می‌کند.',
    issue: 'OpenAPITools/openapi-generator#21169',
  },
  needs: ['javac'],
  // What is generated brings a pom.xml that pins its own libraries; the program is compiled with it.
  compile: async ({ folder, must }) => {
    await must(['cp', 'Program.java', 'out/src/main/java/Program.java']);
    const classpath = ['dependency:build-classpath', '-Dmdep.outputFile=classpath.txt'];
    await must(['mvn', '-q', '-B', '-Dmaven.test.skip=true', ...classpath, 'compile'], {
      cwd: join(folder, 'out'),
    });
    const libraries = await readFile(join(folder, 'out/classpath.txt'), 'utf8');
    await writeFile(join(folder, 'classpath.txt'), `-cp out/target/classes:${libraries}`);
  },
  program: () => ['java', '@classpath.txt', 'Program'],
});
