// Seeded numbers: the same name always gives the same draw, so a run can be repeated to the bit.
const { createHash } = require('node:crypto');

/** A number in (0, 1) that belongs to the given names. */
function uniform(...names) {
  const bytes = createHash('sha256').update(names.join('|')).digest();
  return (bytes.readUIntBE(0, 6) + 0.5) / 2 ** 48;
}

/** A standard normal number that belongs to the given names (Box and Muller 1958). */
function normal(...names) {
  return Math.sqrt(-2 * Math.log(uniform(...names, 'radius'))) * Math.cos(2 * Math.PI * uniform(...names, 'angle'));
}

/** One of the keys of `weights`, drawn by weight. */
function pick(weights, ...names) {
  const entries = Object.entries(weights);
  let rest = uniform(...names) * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    rest -= weight;
    if (rest < 0) return key;
  }
  return entries[entries.length - 1][0];
}

module.exports = { uniform, normal, pick };
