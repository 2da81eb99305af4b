// A measured row: what was measured, what it is held against, whether that is met. Goals are those of DESIGN.md and stand in one place
// each; a row without one is printed for information.
import { ratio, summary } from "./stats.mjs";

/** Ours against somebody's, at most `most` times as much; without `most` it is for information. */
export function against(name, ours, theirs, whose, most, unit) {
  const found = ratio(ours, theirs);
  return { name, ours: summary(ours), theirs: summary(theirs), whose, value: found, most, unit, met: most === undefined ? undefined : found.median <= most };
}

/** An absolute budget. `theirs` is printed beside it. */
export function atMost(name, ours, most, unit, theirs) {
  const found = summary(ours);
  return { name, ours: found, theirs: theirs && summary(theirs), value: found, absolute: true, most, unit, met: found.median <= most };
}

/** A figure that is to be reached. */
export function atLeast(name, ours, least, unit) {
  const found = summary(ours);
  return { name, ours: found, value: found, absolute: true, least, unit, met: found.median >= least };
}
