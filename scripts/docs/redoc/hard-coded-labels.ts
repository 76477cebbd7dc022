// The English words that Redoc writes without asking its translation function, and where its built code has them.

/** One such word: `before` and `after` are patterns of the code around it, as narrow as needed to find it once. */
export interface HardCodedLabel {
  text: string;
  before: string;
  after?: string;
}

/** Around the pages. */
const ofPages: HardCodedLabel[] = [
  { text: 'API docs by', before: 'children:' },
  { text: 'Switch color mode', before: 'tip:' },
  { text: 'Search docs...', before: 'placeholder:' },
  { text: 'Search endpoints, schemas, and more...', before: 'children:' },
  { text: 'Searching...', before: 'children:' },
  { text: 'No results', before: 'children:' },
  { text: 'to navigate', before: 'text:' },
  { text: 'to select', before: 'text:' },
  { text: 'to exit', before: 'text:' },
  { text: 'Cancel', before: 'onClick:\\w+,children:' },
  { text: 'Search trigger button', before: '"aria-label":' },
  { text: 'Copy', before: '"aria-label":' },
  { text: 'Response status', before: '"aria-label":' },
  { text: 'Open in new tab', before: '"aria-label":' },
  { text: 'Payload', before: 'key:[`"]payload[`"],label:' },
];

/** In the line that tells the type and the limits of a field. */
const ofSchemas: HardCodedLabel[] = [
  { text: 'characters', before: '\\(', after: ',\\w+\\.minLength' },
  { text: 'items', before: '\\(', after: ',\\w+\\.minItems' },
  { text: 'non-empty', before: '===1\\?' },
  { text: 'unique', before: '\\.push\\(', after: '\\)' },
  { text: 'Array of items', before: '=' },
  { text: 'Array of ', before: '=', after: '\\}else' },
  { text: 'Array of ', before: '=', after: '\\)' },
  { text: 'Value:', before: '===1\\?' },
  { text: 'Enum:', before: '(?<!label):' },
  { text: 'One of:', before: 'ONE_OF:' },
  { text: 'One of:', before: '=' },
  { text: 'Any of:', before: 'ANY_OF:' },
  { text: 'Any of:', before: '=' },
];

export const hardCodedLabels = [...ofPages, ...ofSchemas];
