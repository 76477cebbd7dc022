// Everything that is generated from the contract, in memory: file name to content.
import { stringify } from 'yaml';
import { UnsupportedFlow } from '../../foundation/reader/arazzo.ts';
import { bundle } from '../../foundation/reader/bundle.ts';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { type Language, languages, notice } from '../../foundation/reader/paths.ts';
import { lint } from '../../foundation/reader/redocly.ts';
import { basisFile } from './basis-file.ts';
import { clientFactsModule } from './client-facts.ts';
import { clientFiles } from './clients/index.ts';
import { collectionFiles } from './collections/index.ts';
import { controlFiles } from './control.ts';
import { decisionNumbers, decisionsNamed, dialectSources, readDialects } from './dialects.ts';
import { factsModule } from './facts-module.ts';
import { placesOf } from './places.ts';
import { openContract, publishedContract } from './publish/index.ts';
import { addCodeSamples, samplesOf } from './samples/index.ts';
import { typesModule } from './types.ts';

/** Files by their path below generated/. */
export type Artifacts = Map<string, string>;

/** The file of what every rule rests on, below generated/. */
export const basisName = 'basis.json';

/** Runs a named step; the caller decides how to show its progress. */
export type RunStep = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Says that openapi/ is broken, with one line for each finding. */
export class BrokenContract extends Error {
  readonly findings: string[];
  constructor(findings: string[]) {
    super(`The contract is broken in ${findings.length} place(s).`);
    this.findings = findings;
  }
}

const asJson = (document: ContractDocument) => `${JSON.stringify(document, null, 2)}\n`;

/** YAML that loaders of version 1.1 read to the same values: what they would take for a date or a number is quoted. */
const asYaml = (document: ContractDocument) =>
  `# ${notice}\n${stringify(document, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false })}`;

/** @throws BrokenContract for a flow that no collection can say. */
function collectionsOf(document: ContractDocument, language: Language): Map<string, string> {
  try {
    return collectionFiles(document, language);
  } catch (error) {
    if (error instanceof UnsupportedFlow) throw new BrokenContract([error.message]);
    throw error;
  }
}

/**
 * Makes every generated file from openapi/.
 * @throws BrokenContract when the linter finds anything; nothing is generated then.
 */
export async function makeArtifacts(step: RunStep): Promise<Artifacts> {
  await step('lint the contract', async () => {
    const findings = await lint('en', 'control');
    if (findings.length > 0) throw new BrokenContract(findings);
  });
  const [en, fa] = await step('bundle it in English and Persian', () =>
    Promise.all(languages.map((language) => bundle(language))),
  );
  if (!en || !fa) throw new Error('A language is missing.');
  const artifacts: Artifacts = new Map();
  await step('code samples', async () => {
    const samples = samplesOf(en);
    for (const { file, source } of samples) artifacts.set(file, source);
    addCodeSamples(en, 'en', samples);
    addCodeSamples(fa, 'fa', samples);
  });
  const published = await step('open what is received', async () => ({
    en: publishedContract(en, 'en'),
    fa: publishedContract(fa, 'fa'),
  }));
  await step('write JSON and YAML', async () => {
    for (const [language, strict] of Object.entries({ en, fa })) {
      const document = published[language as Language];
      artifacts.set(`strict.${language}.json`, asJson(strict));
      artifacts.set(`openapi.${language}.json`, asJson(document));
      artifacts.set(`openapi.${language}.yaml`, asYaml(document));
    }
  });
  artifacts.set('types.ts', await step('TypeScript types', () => typesModule(openContract(en, 'en'))));
  artifacts.set('facts.ts', await step('facts for programs', async () => factsModule({ en, fa })));
  artifacts.set(
    'places.json',
    await step('places of the rules', async () => `${JSON.stringify(placesOf(en), null, 1)}\n`),
  );
  artifacts.set(
    basisName,
    await step('what the rules rest on', async () => `${JSON.stringify(basisFile(en), null, 1)}\n`),
  );
  artifacts.set('client-facts.ts', await step('facts for clients', async () => clientFactsModule(en)));
  const dialects = await step('dialects', async () => {
    const read = readDialects(dialectSources(), { contract: en, decisions: decisionNumbers() });
    if (read.findings.length > 0) throw new BrokenContract(read.findings);
    return read.dialects;
  });
  artifacts.set('dialects.json', `${JSON.stringify(dialects, null, 1)}\n`);
  artifacts.set('dialect-decisions.json', `${JSON.stringify(decisionsNamed(dialects), null, 1)}\n`);
  for (const [file, text] of await step('control API of the sandbox', () => controlFiles(en, dialects))) {
    artifacts.set(file, text);
  }
  await step('collections of the flows', async () => {
    for (const language of languages) {
      for (const [file, text] of collectionsOf(published[language], language)) {
        artifacts.set(`collections/${file}`, text);
      }
    }
  });
  const clients = await step('clients in five languages', async () => clientFiles(published.en, en));
  for (const [file, text] of clients) artifacts.set(file, text);
  return artifacts;
}
