// Before each sample in Node.js: reports every answer that the program gets.
const { appendFileSync } = require('node:fs');

globalThis.report = (what) => appendFileSync(process.env.REPORT, `${JSON.stringify(what)}\n`);

const { fetch } = globalThis;
globalThis.fetch = async (...args) => {
  const response = await fetch(...args);
  report({ answer: { status: response.status, body: await response.clone().text() } });
  return response;
};
