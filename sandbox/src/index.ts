// What the package offers to programs: a sandbox that a test suite starts and stops.
export { UnknownDialect } from '../../foundation/dialects/catalogue.ts';
export type { LogLevel } from './logging.ts';
export { type RunningSandbox, type SandboxOptions, startSandbox } from './start.ts';
export { NewerDatabase } from './storage/migrate.ts';
