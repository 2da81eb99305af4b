// Interleaving: one turn measures every subject once, in an order that changes from turn to turn, so that what else the machine does
// weighs on all of them.

/** Calls `measure(subject, turn)` for each subject in each of `repeats` turns after `warm` turns that do not count; answers the values by subject's name. */
export async function turns(subjects, repeats, measure, { warm = 1, tell = () => {} } = {}) {
  const values = Object.fromEntries(subjects.map(({ name }) => [name, []]));
  for (let turn = -warm; turn < repeats; turn += 1) {
    const order = turn % 2 ? subjects : subjects.toReversed();
    for (const subject of order) {
      const value = await measure(subject, turn + warm);
      if (turn >= 0) values[subject.name].push(value);
    }
    tell(turn + 1, repeats);
  }
  return values;
}
