// openapi-generator for C#: the library for .NET Framework, since Mono is what compiles and runs it here.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { openapiGenerator } from '../../openapi-generator.ts';

/** Where Debian puts Newtonsoft.Json. */
const newtonsoft = '/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll';

const references = [
  'System.Net.Http',
  'System.Runtime.Serialization',
  'System.ComponentModel.DataAnnotations',
  'System.Web',
].map((name) => `-r:${name}.dll`);

export default openapiGenerator({
  target: 'csharp',
  language: 'C#',
  chosen: ['--library', 'httpclient', '--additional-properties', 'targetFramework=net48'],
  note: {
    en: 'Compiled and run by Mono, since .NET and NuGet were not to be had where the table is made: Debian’s Newtonsoft.Json 6 and small stand-ins for what is newer (`StandIns.cs`) are below it. Its default library, `generichost`, needs .NET and was not tried.',
    fa: 'با Mono کامپایل و اجرا شده، چون .NET و NuGet در محل ساخت جدول در دسترس نبود: زیر آن Newtonsoft.Json 6 دبیان و جایگزین‌های کوچکی برای چیزهای تازه‌تر (`StandIns.cs`) است. کتابخانهٔ پیش‌فرضش، `generichost`، به .NET نیاز دارد و امتحان نشد.',
  },
  needs: ['mcs', 'mono'],
  compile: async ({ folder, must }) => {
    const generated = globSync('out/src/Org.OpenAPITools/**/*.cs', { cwd: folder });
    await must(['cp', newtonsoft, folder]);
    await must([
      'mcs',
      '-langversion:7.2',
      '-nowarn:436,1701,672,618,612,414,219,168',
      '-out:program.exe',
      ...references,
      '-r:Newtonsoft.Json.dll',
      `-r:Older=Newtonsoft.Json.dll`,
      ...generated.map((file) => join(folder, file)),
      'StandIns.cs',
      'Program.cs',
    ]);
  },
  program: () => ['mono', 'program.exe'],
});
