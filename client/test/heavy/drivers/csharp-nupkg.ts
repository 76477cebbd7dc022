// Packs the C# package as NuGet takes it: a zip with a manifest, where the .NET SDK that would do so is not at hand.
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { root } from '../../../../foundation/reader/paths.ts';
import { must } from './must.ts';

const home = join(root, 'client/csharp');

/** mcs compiles against .NET Framework; with the SDK `dotnet pack` makes netstandard2.0 of the same sources. */
const framework = 'net461';

const xml = (text: string) => `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`;

/** The manifest, from what the project file says. */
function nuspec(project: string): string {
  const said = (name: string) => new RegExp(`<${name}>([^<]+)</${name}>`).exec(project)?.[1] ?? '';
  return xml(`<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>${said('PackageId')}</id>
    <version>${said('Version')}</version>
    <authors>${said('Authors')}</authors>
    <license type="expression">${said('PackageLicenseExpression')}</license>
    <licenseUrl>https://licenses.nuget.org/${said('PackageLicenseExpression')}</licenseUrl>
    <readme>${said('PackageReadmeFile')}</readme>
    <description>${said('Description')}</description>
    <dependencies>
      <group targetFramework=".NETFramework4.6.1" />
    </dependencies>
    <frameworkAssemblies>
      <frameworkAssembly assemblyName="System.Net.Http" targetFramework=".NETFramework4.6.1" />
    </frameworkAssemblies>
  </metadata>
</package>`);
}

const contentTypes = xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />
  <Default Extension="nuspec" ContentType="application/octet" />
  <Default Extension="dll" ContentType="application/octet" />
  <Default Extension="xml" ContentType="application/octet" />
  <Default Extension="md" ContentType="application/octet" />
  <Override PartName="/LICENSE" ContentType="application/octet" />
</Types>`);

const relationships =
  xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
  <Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/IranDargah.Client.nuspec" Id="manifest" />
</Relationships>`);

/**
 * Compiles the package and packs it.
 * @param folder where it is put.
 * @returns the path of the .nupkg.
 */
export async function packCsharp(folder: string): Promise<string> {
  const library = join(folder, 'IranDargah.Client.dll');
  const documentation = join(folder, 'IranDargah.Client.xml');
  await must(
    [
      'mcs',
      '-langversion:7.2',
      '-warnaserror',
      '-nowarn:1591,1573',
      '-optimize',
      '-target:library',
      `-out:${library}`,
      `-doc:${documentation}`,
      '-r:System.Net.Http.dll',
      '-r:System.Data.dll',
      ...globSync(['src/*.cs', 'generated/*.cs'], { cwd: home }),
    ],
    home,
  );
  const project = await readFile(join(home, 'IranDargah.Client.csproj'), 'utf8');
  const manifest = nuspec(project);
  const version = /<version>([^<]+)</.exec(manifest)?.[1];
  const file = join(folder, `IranDargah.Client.${version}.nupkg`);
  const archive = zipSync({
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(relationships),
    'IranDargah.Client.nuspec': strToU8(manifest),
    'README.md': await readFile(join(home, 'README.md')),
    LICENSE: await readFile(join(root, 'LICENSE')),
    [`lib/${framework}/IranDargah.Client.dll`]: await readFile(library),
    [`lib/${framework}/IranDargah.Client.xml`]: await readFile(documentation),
  });
  await writeFile(file, archive);
  return file;
}

/**
 * Unpacks a package as NuGet would, below `packages/`.
 * @returns the path of its library.
 */
export async function installNupkg(file: string, project: string): Promise<string> {
  const entries = Object.entries(unzipSync(await readFile(file)));
  for (const [name, bytes] of entries) {
    const place = join(project, 'packages/IranDargah.Client', name);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  return join(project, `packages/IranDargah.Client/lib/${framework}/IranDargah.Client.dll`);
}
