// Express itself, with pages and orders that are only reported: what the handlers in Node.js are put into.
require('./record.cjs');
const { createRequire } = require('node:module');
const express = createRequire(process.env.CLIENT)('express');

const app = express();
app.use('/callback', express.urlencoded({ extended: false }), (_request, response, next) => {
  response.render = (name, data) => {
    report({ page: { name, ...data } });
    response.send(name);
  };
  next();
});

globalThis.app = app;
globalThis.express = express;
globalThis.Order = { update: async (values, { where }) => report({ order: { ...where, ...values } }) };

require(process.env.SAMPLE);
// A handler that throws is a fault of the shop.
app.use((error, _request, response, _next) => {
  report({ throws: String(error.code ?? error.name) });
  response.sendStatus(500);
});
app.listen(Number(process.env.PORT), '127.0.0.1');
