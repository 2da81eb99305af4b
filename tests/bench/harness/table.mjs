// The printed table.

const short = (value, unit) => (unit === "ms" || unit === "KB" ? value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) : Number(value.toFixed(3)).toString());
const spread = (found, unit) => `${short(found.median, unit)} (${short(found.low, unit)}–${short(found.high, unit)})`;

/** Three digits, so that what is printed does not look met where it is missed by little. */
const times = (value) => value.toPrecision(3);

function line(row) {
  const { unit } = row;
  const shown = row.absolute ? spread(row.value, unit) : `×${times(row.value.median)} (${times(row.value.low)}–${times(row.value.high)})`;
  const goal = row.most !== undefined ? `≤ ${row.absolute ? "" : "×"}${row.most}` : row.least !== undefined ? `≥ ${row.least}` : "";
  const verdict = row.met === undefined ? "" : row.met ? "met" : "MISSED";
  return [row.name, row.ours ? `${spread(row.ours, unit)} ${unit}` : "", row.theirs ? spread(row.theirs, unit) : "", row.whose ?? "", shown, goal, verdict, String(row.value.repeats)];
}

/** Rows as a table of text: median, and the quartiles in brackets. */
export function table(rows) {
  const head = ["row", "Sổ Khối", "other", "whose", "result", "goal", "", "n"];
  const lines = [head, ...rows.map(line)];
  const widths = head.map((_, at) => Math.max(...lines.map((cells) => cells[at].length)));
  return lines.map((cells) => cells.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd()).join("\n");
}
