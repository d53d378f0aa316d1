// The assertions: they read the answer and the order, and never the prompt.
const { decide } = require('./policy.cjs');

/** Whether the request was resolved as the policy of the shops says. */
function resolved(output, context) {
  return JSON.parse(output).resolution === decide(JSON.parse(context.vars.order)).resolution;
}

/** The share of stated facts that are in the order, 0 to 1. */
function grounded(output, context) {
  const order = JSON.parse(context.vars.order);
  const { facts } = JSON.parse(output);
  return facts.filter((fact) => fact.split('=')[1] === String(order[fact.split('=')[0]])).length / facts.length;
}

module.exports = { resolved, grounded };
