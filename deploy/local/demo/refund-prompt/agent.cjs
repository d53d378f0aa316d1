// A model of a support agent, so that the evidence can be made again by anyone, without a network and without a bill.
// It knows nothing of variants: everything follows from the text of the prompt that it is given. README.md says how.
const { uniform, normal } = require('./random.cjs');
const { decide, RESOLUTIONS } = require('./policy.cjs');

const CHARACTERS_PER_TOKEN = 4;
const CONTEXT_TOKENS = 1400; // what the order look-up and the tool definitions add to each call
const USD_PER_INPUT_TOKEN = 3e-6;
const USD_PER_OUTPUT_TOKEN = 15e-6;

const SKILL = 2.3;
const DILUTION_PER_1000_TOKENS = 1.0; // the longer the instructions, the less each one counts
const RULE_STATED = 0.4;
const RULE_MISSING = -1.0; // without its rule in the prompt the agent falls back to what shops usually do
const DIFFICULTY = { late: 0.3, damaged: 0.2, changed_mind: 0.6, wrong_article: 0, charged_twice: 0, subscription: 0.5 };
const LANGUAGE = { en: 0, de: -0.15, fr: -0.25, es: -0.2 };
const TENANT = { acme: 0.1, globex: 0, initech: -0.2, umbrella: -0.1 };
const SAME_DRAW = 0.6; // how often two prompts meet the same luck on the same case
const UPSTREAM_ERROR = 0.004;

class RefundAgent {
  constructor(options) {
    this.name = options.id || 'refund-agent';
  }

  id() {
    return this.name;
  }

  async callApi(prompt, context) {
    const { tenant, language, channel } = context.vars;
    const order = JSON.parse(context.vars.order);
    const id = context.test.description;
    const conversation = context.test.metadata.conversation;
    const instructions = prompt.slice(0, prompt.indexOf('Shop: ')).length / CHARACTERS_PER_TOKEN;
    const call = `${id}|${Math.round(instructions)}`;
    if (uniform(call, 'upstream') < UPSTREAM_ERROR) return { error: 'upstream timeout after 30000 ms' };

    const right = decide(order);
    const stated = prompt.includes(`[${right.rule}]`);
    const odds = SKILL - (DILUTION_PER_1000_TOKENS * instructions) / 1000 + (stated ? RULE_STATED : RULE_MISSING)
      - DIFFICULTY[order.reason] + LANGUAGE[language] + TENANT[tenant] + 0.5 * normal(conversation, 'tone') + 0.5 * normal(id, 'wording');
    const luck = uniform(id, 'shared') < SAME_DRAW ? uniform(id, 'luck') : uniform(call, 'luck');
    const solved = luck < 1 / (1 + Math.exp(-odds));
    const resolution = solved ? right.resolution : wrong(right.resolution, call);

    const facts = statements(order, call, instructions);
    const output = JSON.stringify({ resolution, amount: solved ? Math.round(100 * order.priceUsd * right.share) / 100 : order.priceUsd, facts });
    return { output, ...usage(call, channel, prompt, instructions), finishReason: 'stop' };
  }
}

function wrong(resolution, call) {
  const others = RESOLUTIONS.filter((other) => other !== resolution);
  return others[Math.floor(uniform(call, 'wrong') * others.length)];
}

// Each answer states three to five facts. Now and then one is not in the order; a little more often after short instructions.
function statements(order, call, instructions) {
  const invented = 0.055 + 0.01 * Math.exp(-instructions / 400);
  const names = ['id', 'reason', 'priceUsd', 'daysSinceDelivery', 'arrived'].slice(0, 3 + Math.floor(uniform(call, 'facts') * 3));
  return names.map((name) => (uniform(call, name) < invented ? `${name}=unknown` : `${name}=${order[name]}`));
}

// A second look-up, more often when much is asked of the agent, sends the whole prompt again.
function usage(call, channel, prompt, instructions) {
  const calls = uniform(call, 'second') < 0.12 + instructions / 10000 ? 2 : 1;
  const input = Math.round(calls * (CONTEXT_TOKENS + prompt.length / CHARACTERS_PER_TOKEN));
  const completion = Math.round((channel === 'email' ? 150 : 95) * Math.exp(0.25 * normal(call, 'length')));
  const latencyMs = Math.round((380 * calls + 0.06 * input + 5.5 * completion) * Math.exp(0.22 * normal(call, 'latency')));
  return {
    cost: Number((input * USD_PER_INPUT_TOKEN + completion * USD_PER_OUTPUT_TOKEN).toFixed(7)),
    tokenUsage: { prompt: input, completion, total: input + completion, numRequests: calls },
    latencyMs,
  };
}

module.exports = RefundAgent;
