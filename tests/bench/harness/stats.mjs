// Medians, spreads and exponents.

const sorted = (values) => [...values].sort((a, b) => a - b);

/** A quantile, between the two values beside it. */
function quantile(values, part) {
  const at = (values.length - 1) * part;
  const [low, high] = [values[Math.floor(at)], values[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** The median and the quartiles of what was measured. */
export function summary(values) {
  const all = sorted(values);
  return { median: quantile(all, 0.5), low: quantile(all, 0.25), high: quantile(all, 0.75), repeats: all.length, values };
}

/**
 * The ratio of two subjects that were measured in turns. Each turn gives a ratio of its own, taken a moment apart, so what else the
 * machine does weighs on both; the median of those is the ratio.
 */
export const ratio = (ours, theirs) => summary(ours.map((value, at) => value / theirs[at]));

/** The exponent k of time ~ size^k, by least squares through the logarithms. */
export function exponent(points) {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const mean = (at) => logs.reduce((sum, log) => sum + log[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
