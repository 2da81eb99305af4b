// The open sheet as a store outside React: a row is subscribed to by itself, so an edit renders the row, the totals and the save
// line, and nothing else.
import { returnsOf, save, unitsInOrder } from "./db.js";

export const MEASURES = [
  { id: "admitted", name: "Kết nạp đảng viên" },
  { id: "transferred", name: "Chuyển đảng chính thức" },
];

export async function openSheet(period) {
  const [units, found, before] = await Promise.all([unitsInOrder(), returnsOf(period), returnsOf(monthBefore(period))]);
  return new Sheet(period, units, found, before);
}

function monthBefore(period) {
  const [year, month] = period.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}

/** The rule of the form: a figure of 20 or more is at most three times that of the month before. */
export const isJump = (value, before) => typeof value === "number" && value >= 20 && value > 3 * counted(before);

class Sheet {
  #listeners = new Map();
  #writing = 0;

  constructor(period, units, found, before) {
    this.period = period;
    this.units = units;
    this.returns = new Map(found.map((it) => [it.unit, it]));
    this.totals = MEASURES.map(({ id }) => found.reduce((sum, it) => sum + counted(it.cells[id]), 0));
    this.before = new Map(before.map((it) => [it.unit, it]));
    this.state = "idle";
  }

  handedIn = () => this.returns.values().reduce((sum, { status }) => sum + (status === "submitted" || status === "amended"), 0);

  /** Subscribes to a unit's row, to "totals" or to "state". */
  subscribe = (key, listener) => {
    const of = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, of.add(listener));
    return () => of.delete(listener);
  };

  #tell(key) {
    this.#listeners.get(key)?.forEach((listener) => listener());
  }

  row = (unit) => this.returns.get(unit);

  /** Takes a cell's text in: the screen first, then the device. What is not understood is kept as it is. */
  async set(unit, measure, text) {
    const value = text.trim() === "" ? undefined : /^\d{1,15}$/.test(text.trim()) ? Number(text) : { invalid: text };
    const before = this.returns.get(unit);
    if (same(before?.cells[measure], value)) return;
    const cells = { ...before?.cells, [measure]: value };
    const after = { id: `${this.period}/${unit}`, period: this.period, unit, status: "draft", ...before, cells };
    this.returns.set(unit, after);
    const at = MEASURES.findIndex(({ id }) => id === measure);
    this.totals = this.totals.with(at, this.totals[at] - counted(before?.cells[measure]) + counted(value));
    this.#writing += 1;
    this.state = "saving";
    for (const key of [unit, "totals", "state"]) this.#tell(key);
    try {
      await save(after);
      this.#writing -= 1;
      this.state = this.#writing ? "saving" : "saved";
    } catch {
      this.state = "failed";
    }
    this.#tell("state");
  }
}

const counted = (value) => (typeof value === "number" ? value : 0);
const same = (a, b) => a === b || (a?.invalid !== undefined && a.invalid === b?.invalid);
