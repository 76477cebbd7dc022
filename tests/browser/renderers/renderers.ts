// The renderers of others, each with the smallest page that its own documentation shows, and where it shows an operation.
import type { Package } from './packages.ts';

export interface Renderer {
  label: string;
  package: Package;
  /** What stands on the page, for a document at an address; `files` is where the package is served. */
  page: (files: string, document: string) => string;
  /** Where a page that does not show everything at once shows one operation: the part behind `#`. */
  hash?: (operation: { id: string; tag: string }) => string;
  /** Complaints that are the renderer's own, whatever document it shows. */
  own?: RegExp;
}

export const renderers: Renderer[] = [
  {
    label: 'Swagger UI',
    package: {
      name: 'swagger-ui-dist',
      version: '5.35.0',
      integrity:
        'sha512-U06rpMtW9V3XPGOBeamTUSr0Z09jMX4IJuANpE/EZbAhw0G8CgwrzU4YmXkn/h0wCDNsXdGarTNNHC3sU8yVUQ==',
    },
    page: (files, document) => `<link rel="stylesheet" href="${files}/swagger-ui.css"><div id="app"></div>
<script src="${files}/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '${document}', dom_id: '#app', deepLinking: true });</script>`,
    hash: ({ id, tag }) => `/${tag}/${id}`,
  },
  {
    label: 'Scalar',
    package: {
      name: '@scalar/api-reference',
      version: '1.76.0',
      integrity:
        'sha512-pjqwnzmA9YK3ZX+IZSICMsywm4qI6HLSngR2py9H6TvFApHHuJjkTAd+gFJfnqJDzJuro8k7ji6JCtJ2U+Byng==',
    },
    page: (
      files,
      document,
    ) => `<div id="app"></div><script src="${files}/dist/browser/standalone.js"></script>
<script>Scalar.createApiReference('#app', { url: '${document}', withDefaultFonts: false, telemetry: false });</script>`,
  },
  {
    label: 'Stoplight Elements',
    package: {
      name: '@stoplight/elements',
      version: '9.0.25',
      integrity:
        'sha512-rDbNsgSCNo74lyV57cBzym+8F68/R2j7UPq4r3w5qK608vX8APNJhTq+2MkbTjsM3bUhFIoRdI225tlI85KpCA==',
    },
    page: (files, document) => `<link rel="stylesheet" href="${files}/styles.min.css">
<script src="${files}/web-components.min.js"></script>
<elements-api apiDescriptionUrl="${document}" router="hash"></elements-api>`,
    hash: ({ id }) => `/operations/${id}`,
    own: /^⚠️ React Router Future Flag Warning/,
  },
  {
    label: 'RapiDoc',
    package: {
      name: 'rapidoc',
      version: '9.3.8',
      integrity:
        'sha512-eCYEbr1Xr8OJZvVCw8SXl9zBCRoLJbhNGuG5IZTHq/RWAOq/O4MafUCuFEyZHsrhLrlUcGZMa64pyhpib8fQKQ==',
    },
    page: (files, document) => `<script type="module" src="${files}/dist/rapidoc-min.js"></script>
<rapi-doc spec-url="${document}" render-style="read" load-fonts="false"></rapi-doc>`,
  },
];
