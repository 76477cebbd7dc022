// Makes the runnable collections of the flows: for Postman, for Bruno and as .http files, in each language.
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import type { Language } from '../../../foundation/reader/paths.ts';
import { workflowsIn } from '../../../foundation/reader/workflows.ts';
import { brunoCollection } from './bruno.ts';
import { flowsOf } from './flows.ts';
import { httpFiles } from './http.ts';
import { postmanCollection } from './postman.ts';
import { settingsOf } from './settings.ts';
import { texts } from './texts.ts';
import { variablesOf } from './variables.ts';

/**
 * The files of one language by their paths below generated/collections/.
 * @throws UnsupportedFlow when a flow says something that no collection can.
 */
export function collectionFiles(document: ContractDocument, language: Language): Map<string, string> {
  const workflows = workflowsIn(language);
  const flows = flowsOf(workflows, document);
  const context = {
    settings: settingsOf(document),
    variables: variablesOf(workflows, language),
    texts: texts[language],
  };
  const postman = postmanCollection(flows, document, context);
  const below = (folder: string, files: Map<string, string>) =>
    [...files].map(([path, text]): [string, string] => [`${language}/${folder}/${path}`, text]);
  return new Map([
    [`${language}/postman.json`, `${JSON.stringify(postman, null, 2)}\n`],
    ...below('bruno', brunoCollection(flows, context)),
    ...below('http', httpFiles(flows, context)),
  ]);
}
