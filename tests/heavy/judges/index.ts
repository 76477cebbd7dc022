// Other people's judges for our contract, to be called on any gateway: what they find, each kind of failure once.
export type { JudgeFailure, Target } from './judge.ts';
export { judgeBySchemathesis } from './schemathesis.ts';
export { judgeBySpecmatic } from './specmatic.ts';
export { worldOfSandbox } from './stage.ts';
