// Other people's judges for our contract, to be called on any gateway: what they find, each kind of failure once.
export type { Judge, JudgeFailure, Judgement, JudgeOptions, Target } from './judge.ts';
export { judgeBySchemathesis, type SchemathesisOptions } from './schemathesis.ts';
export { judgeBySpecmatic, type SpecmaticOptions } from './specmatic.ts';
export { type World, worldOfSandbox } from './stage.ts';
