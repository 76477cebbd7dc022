// openapi-generator for Python: pydantic models over urllib3.
import { openapiGenerator } from '../../openapi-generator.ts';
import { importAll, installRequirements, pythonProgram } from '../../python.ts';

export default openapiGenerator({
  target: 'python',
  language: 'Python',
  needed: ['--global-property', 'apis,models,supportingFiles'],
  note: {
    en: 'What it makes of webhooks is no Python (`user_agent: ,`). Its option leaves them out; the models of the events stay.',
    fa: 'آنچه از وب‌هوک‌ها می‌سازد Python نیست (`user_agent: ,`). این گزینه آن‌ها را کنار می‌گذارد و مدل رویدادها می‌ماند.',
    issue: 'none found',
  },
  needs: ['python3'],
  install: installRequirements,
  compile: (bench) => importAll(bench, 'out/openapi_client'),
  program: pythonProgram,
});
