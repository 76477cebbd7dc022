// openapi-generator for PHP: Guzzle, which Debian packages.
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'php',
  language: 'PHP',
  needs: ['php'],
  // PHP has no compiler: every file that was generated is loaded.
  compile: ({ must }) => must(['php', 'load.php']),
  program: () => ['php', 'program.php'],
});
