// Writes the package manifest of each generated client, with the name of the package and the contract's version.
import { notice } from '../../../foundation/reader/paths.ts';

const description =
  'Typed client of the IranDargah payment gateway API, generated from its OpenAPI contract.';

/** The manifests by their path below generated/clients/. */
export function manifestFiles(version: string): Record<string, string> {
  const composer = {
    name: 'irandargah/client',
    description,
    version,
    license: 'MIT',
    require: { php: '>=8.1', 'ext-curl': '*', 'ext-json': '*' },
    // One file holds every class and the functions that they call, so a map of classes loads all of it at once.
    autoload: { classmap: ['src/'] },
  };
  return {
    'php/composer.json': `${JSON.stringify(composer, null, 4)}\n`,
    'python/pyproject.toml': `# ${notice}
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "irandargah"
version = "${version}"
description = "${description}"
license = "MIT"
requires-python = ">=3.9"
dependencies = ["httpx>=0.27,<1"]

[tool.hatch.build.targets.wheel]
packages = ["irandargah"]
`,
    'python/irandargah/__init__.py': `# ${notice}
"""${description}"""

__version__ = "${version}"
`,
    'java/pom.xml': `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${notice} -->
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.irandargah</groupId>
  <artifactId>irandargah-client</artifactId>
  <version>${version}</version>
  <description>${description}</description>
  <licenses>
    <license><name>MIT</name></license>
  </licenses>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.14.0</version>
      </plugin>
    </plugins>
  </build>
</project>
`,
    'csharp/IranDargah.Client.csproj': `<!-- ${notice} -->
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <PackageId>IranDargah.Client</PackageId>
    <Version>${version}</Version>
    <Description>${description}</Description>
    <PackageLicenseExpression>MIT</PackageLicenseExpression>
    <RootNamespace>IranDargah</RootNamespace>
  </PropertyGroup>
</Project>
`,
  };
}
