// The figures that everything here is measured with: units and their monthly returns of one form, the same for Sổ Khối and for its
// peers. Made by a formula, so that two runs measure the same.

const WHERE = ["thủy lợi", "lâm nghiệp", "giao thông đường bộ", "du lịch cộng đồng", "thủy sản", "y tế dự phòng", "lưu trữ lịch sử"];
const WHAT = ["Trung tâm Kỹ thuật", "Chi cục Quản lý", "Công ty cổ phần Đầu tư và Phát triển", "Ban Quản lý dự án", "Viện Quy hoạch"];

const digits = (number) => String(number).padStart(5, "0");
const unitId = (at) => `u${digits(at)}`;
const unitName = (at) => `Chi bộ ${WHAT[at % WHAT.length]} ${WHERE[(at >> 2) % WHERE.length]} số ${at + 1}`;
export const PERIODS = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);

const figure = (unit, month, salt) => (unit * 31 + month * 17 + salt * 7) % 23;

/** Records of Sổ Khối, in the order of their identifiers. */
export function records(units, months = 12) {
  const all = [];
  const record = (id, kind, scope, fields) => all.push({ id, kind, scope, fields, rev: 0 });
  record("profile", "profile", "bloc", { name: "Đảng bộ Khối đo tốc độ", kind: "agencies", term: "2020..2025", seen_on: "2025-12-31" });
  for (const period of PERIODS.slice(12 - months)) {
    const month = Number(period.slice(5));
    for (let at = 0; at < units; at += 1) {
      record(`return/admission/${period}/${unitId(at)}`, "return", unitId(at), {
        "cell:admitted": figure(at, month, 1),
        "cell:transferred": figure(at, month, 2),
        form: "admission",
        period,
        status: "submitted",
        unit: unitId(at),
      });
    }
  }
  record("unit/khoi", "unit", "khoi", { id: "khoi", kind: "bloc_committee", name: "Đảng ủy Khối đo tốc độ" });
  for (let at = 0; at < units; at += 1) {
    record(`unit/${unitId(at)}`, "unit", unitId(at), {
      id: unitId(at), kind: "grassroots_cell", name: unitName(at), order: at + 1, parent: "khoi",
    });
  }
  return all;
}

/** The same as rows of a table of units and one of returns, as a React app with Dexie keeps them. */
export function tables(units, months = 12) {
  const found = { units: [], returns: [] };
  for (let at = 0; at < units; at += 1) found.units.push({ id: unitId(at), order: at + 1, name: unitName(at) });
  for (const period of PERIODS.slice(12 - months)) {
    const month = Number(period.slice(5));
    for (let at = 0; at < units; at += 1) {
      const cells = { admitted: figure(at, month, 1), transferred: figure(at, month, 2) };
      found.returns.push({ id: `${period}/${unitId(at)}`, unit: unitId(at), period, status: "submitted", cells });
    }
  }
  return found;
}

/** Ten thousand returns and nothing else: what is saved, opened and synchronised as a heap of records. */
export const heap = (count) => records(Math.ceil(count / 12)).filter(({ kind }) => kind === "return").slice(0, count);
