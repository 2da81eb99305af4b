// The sheet of one form and month: units down, measures across. The rows that are seen are drawn, as in Sổ Khối.
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { MEASURES, isJump, openSheet } from "./sheet.js";

const ROW_PX = 36;
const PERIOD = new URLSearchParams(location.search).get("period") ?? "2025-12";
const count = new Intl.NumberFormat("vi-VN");

export function Entry() {
  const [sheet, setSheet] = useState();
  useEffect(() => {
    openSheet(PERIOD).then(setSheet);
  }, []);
  return (
    <div className="frame">
      <Places />
      <main>
        <header className="bar">
          <h1>{sheet ? `Tháng ${PERIOD}: ${count.format(sheet.returns.size)}/${count.format(sheet.units.length)} đơn vị đã có số liệu` : ""}</h1>
          {sheet && <p>đã nộp {count.format(sheet.handedIn())}</p>}
          {sheet && <SaveLine sheet={sheet} />}
        </header>
        {sheet && <Grid sheet={sheet} />}
      </main>
    </div>
  );
}

const PLACES = ["Tổng quan", "Nhập liệu", "Học tập", "Kết nạp", "Đánh giá, xếp loại", "Kiểm tra, giám sát", "Chỉ tiêu", "Nộp báo cáo", "Đơn vị", "Đồng bộ", "Cài đặt"];

const Places = () => (
  <nav className="places">
    {PLACES.map((place) => (
      <a key={place} href={place === "Kết nạp" ? "/chart" : "/entry"}>
        {place}
      </a>
    ))}
  </nav>
);

function useSheet(sheet, key, read) {
  const subscribe = useCallback((listener) => sheet.subscribe(key, listener), [sheet, key]);
  return useSyncExternalStore(subscribe, read);
}

const SAID = { idle: "Đã lưu trên máy", saving: "Đang lưu", saved: "Đã lưu trên máy", failed: "Chưa lưu được" };

function SaveLine({ sheet }) {
  const state = useSheet(sheet, "state", () => sheet.state);
  return <p className="save-line">{SAID[state]}</p>;
}

function Grid({ sheet }) {
  const frame = useRef(null);
  const [wanted, setWanted] = useState("");
  const [active, setActive] = useState("");
  const units = wanted ? sheet.units.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())) : sheet.units;
  const rows = useVirtualizer({ count: units.length, getScrollElement: () => frame.current, estimateSize: () => ROW_PX, overscan: 10 });
  const seen = rows.getVirtualItems();
  const go = useCallback(
    (row, column) => {
      if (row < 0 || row >= units.length || column < 0 || column >= MEASURES.length) return;
      setActive(`${row}:${column}`);
      rows.scrollToIndex(row);
    },
    [units.length, rows],
  );
  return (
    <>
      <label className="search">
        Tìm đơn vị <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <div className="sheet" ref={frame}>
        <table role="grid" aria-rowcount={units.length + 2} aria-colcount={MEASURES.length + 2}>
          <thead>
            <tr>
              <th>Đơn vị</th>
              {MEASURES.map(({ id, name }) => (
                <th key={id}>{name}</th>
              ))}
              <th>Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {seen.length > 0 && seen[0].start > 0 && <Space px={seen[0].start} />}
            {seen.map(({ index }) => (
              <Row key={units[index].id} sheet={sheet} unit={units[index]} index={index} active={columnIn(active, index)} go={go} />
            ))}
            {seen.length > 0 && <Space px={rows.getTotalSize() - seen.at(-1).end} />}
          </tbody>
          <Totals sheet={sheet} />
        </table>
      </div>
    </>
  );
}

/** The active column, where it is in this row. */
const columnIn = (active, row) => (active.startsWith(`${row}:`) ? Number(active.slice(String(row).length + 1)) : -1);

const Space = ({ px }) => (
  <tr aria-hidden="true" style={{ height: px }}>
    <td colSpan={MEASURES.length + 2} />
  </tr>
);

const Row = memo(function Row({ sheet, unit, index, active, go }) {
  const found = useSheet(sheet, unit.id, () => sheet.row(unit.id));
  const before = sheet.before.get(unit.id);
  return (
    <tr data-row={index} aria-rowindex={index + 2}>
      <th scope="row">{unit.name}</th>
      {MEASURES.map(({ id, name }, column) => (
        <Cell
          key={id}
          value={found?.cells[id]}
          before={before?.cells[id]}
          active={active === column}
          spot={`${index}:${column}`}
          label={`${unit.name}, ${name}`}
          enter={() => go(index, column)}
          leave={(text, down, across) => {
            sheet.set(unit.id, id, text);
            if (down || across) go(index + down, column + across);
          }}
        />
      ))}
      <td className="state">
        {found && <span className={`badge badge--${found.status}`}>{STATUS[found.status]}</span>}
        {found && <button tabIndex={-1}>{found.status === "submitted" ? "Chấp nhận" : "Nộp"}</button>}
      </td>
    </tr>
  );
});

const STATUS = { draft: "Đang nhập", submitted: "Đã nộp", amended: "Đã sửa" };

function Cell({ value, before, active, spot, label, enter, leave }) {
  const invalid = value?.invalid !== undefined;
  const text = value === undefined ? "" : invalid ? value.invalid : count.format(value);
  const flagged = isJump(value, before);
  return (
    <td
      role="gridcell" data-spot={spot} aria-invalid={invalid || undefined} title={flagged ? "Số kỳ này không quá 3 lần số kỳ trước." : undefined}
      className={`cell${active ? " cell--active" : ""}${flagged ? " cell--flagged" : ""}`} onClick={enter}
    >
      {active ? <Editor text={value === undefined ? "" : invalid ? value.invalid : String(value)} label={label} leave={leave} /> : <span>{text}</span>}
      {active && before !== undefined && <span className="before">{String(before)}</span>}
      {flagged && <span className="mark">!</span>}
    </td>
  );
}

const MOVES = { Enter: [1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], Tab: [0, 1] };

function Editor({ text, label, leave }) {
  const input = useRef(null);
  useEffect(() => input.current.select(), []);
  const onKeyDown = (event) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    leave(event.target.value, ...move);
  };
  return (
    <input
      ref={input} autoFocus inputMode="numeric" aria-label={label} defaultValue={text}
      onKeyDown={onKeyDown} onBlur={(event) => leave(event.target.value, 0, 0)}
    />
  );
}

function Totals({ sheet }) {
  const totals = useSheet(sheet, "totals", () => sheet.totals);
  return (
    <tfoot>
      <tr>
        <th scope="row">Tổng cộng</th>
        {totals.map((total, at) => (
          <td key={MEASURES[at].id}>{count.format(total)}</td>
        ))}
        <td />
      </tr>
    </tfoot>
  );
}
