// How Redoc shows the contract, in either language.

/** Pixels of the site's own header, which stays in view above Redoc; docs/site/styles/frame.css draws it. */
const headerHeight = 56;

/** Tag below which Redoc lists every schema; its name is part of their addresses, the same in each language. */
export const schemasTag = 'Schemas';

/** Options of Redoc 3 (`redocly build-docs --openapi`), the same for pre-rendering and for browsers. */
export const redocOptions = {
  // The contract comes bundled, and bundling it again in the browser would only cost time.
  skipBundle: true,
  disableTelemetry: true,
  scrollYOffset: headerHeight,
  downloadUrls: [
    { title: 'OpenAPI 3.1 (JSON)', url: 'openapi.json' },
    { title: 'OpenAPI 3.1 (YAML)', url: 'openapi.yaml' },
  ],
  schemaDefinitionsTagName: schemasTag,
  sortRequiredPropsFirst: true,
  jsonSamplesExpandLevel: 4,
  schemasExpansionLevel: 1,
  maxDisplayedEnumValues: 12,
};
