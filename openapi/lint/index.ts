// The project's own lint rules, as a plugin of Redocly; redocly.yaml switches them on.
import type { Rule } from './redocly.ts';
import { answersCarryTheirHeaders } from './rules/answers-carry-their-headers.ts';
import { enumsAreExplainedWhole } from './rules/enums-are-explained-whole.ts';
import { errorAnswersAreCatalogued } from './rules/error-answers-are-catalogued.ts';
import { errorCodesAreExemplified } from './rules/error-codes-are-exemplified.ts';
import { errorEntriesAreLiteral } from './rules/error-entries-are-literal.ts';
import { extensionsAreKnown } from './rules/extensions-are-known.ts';
import { lifecycleIsConsistent } from './rules/lifecycle-is-consistent.ts';
import { linksLeadOn } from './rules/links-lead-on.ts';
import { nothingIsUnused } from './rules/nothing-is-unused.ts';
import { objectsAreClosed } from './rules/objects-are-closed.ts';
import { parametersNameEachOther } from './rules/parameters-name-each-other.ts';
import { rateLimitsExist } from './rules/rate-limits-exist.ts';
import { requestsCanBeSigned } from './rules/requests-can-be-signed.ts';
import { validationMessagesAreComplete } from './rules/validation-messages-are-complete.ts';
import { webhookDeliveryIsConsistent } from './rules/webhook-delivery-is-consistent.ts';

const rules: Record<string, Rule> = {
  'answers-carry-their-headers': answersCarryTheirHeaders,
  'enums-are-explained-whole': enumsAreExplainedWhole,
  'error-answers-are-catalogued': errorAnswersAreCatalogued,
  'error-codes-are-exemplified': errorCodesAreExemplified,
  'error-entries-are-literal': errorEntriesAreLiteral,
  'extensions-are-known': extensionsAreKnown,
  'lifecycle-is-consistent': lifecycleIsConsistent,
  'links-lead-on': linksLeadOn,
  'nothing-is-unused': nothingIsUnused,
  'objects-are-closed': objectsAreClosed,
  'parameters-name-each-other': parametersNameEachOther,
  'rate-limits-exist': rateLimitsExist,
  'requests-can-be-signed': requestsCanBeSigned,
  'validation-messages-are-complete': validationMessagesAreComplete,
  'webhook-delivery-is-consistent': webhookDeliveryIsConsistent,
};

export default function contractPlugin() {
  return { id: 'contract', rules: { oas3: rules } };
}
