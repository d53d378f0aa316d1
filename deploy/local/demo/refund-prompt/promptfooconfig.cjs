const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// `raw` and not `file://`: otherwise promptfoo repeats the whole text in the label of every row.
const instructions = (label, file) => ({ label, raw: readFileSync(join(__dirname, 'prompts', file), 'utf8') });
const agent = (label) => ({ id: 'file://agent.cjs', label, prompts: [label] });

module.exports = {
  description: 'Refund agent: long against short instructions',
  prompts: [instructions('long-instructions', 'long.txt'), instructions('short-instructions', 'short.txt')],
  providers: [agent('long-instructions'), agent('short-instructions')],
  defaultTest: {
    assert: [
      { type: 'javascript', value: 'file://checks.cjs:resolved', metric: 'task_success' },
      { type: 'javascript', value: 'file://checks.cjs:grounded', metric: 'groundedness', threshold: 0 },
    ],
  },
  tests: 'file://cases.cjs',
};
