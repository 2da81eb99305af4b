// The chart screen: admissions of the year by unit, as sorted bars, with a sentence and the same figures as a table.
import ReactEChartsCore from "echarts-for-react/esm/core";
import { useEffect, useState } from "react";
import { db, unitsInOrder } from "./db.js";
import { echarts } from "./echarts.js";
import { barOption } from "./option.js";

const count = new Intl.NumberFormat("vi-VN");

async function ofTheYear() {
  const [units, returns] = await Promise.all([unitsInOrder(), db.returns.toArray()]);
  const sums = new Map();
  for (const { unit, cells } of returns) sums.set(unit, (sums.get(unit) ?? 0) + (Number(cells.admitted) || 0));
  return units.map(({ id, name }) => ({ name, value: sums.get(id) ?? 0 })).sort((a, b) => b.value - a.value);
}

export default function Chart() {
  const [bars, setBars] = useState();
  useEffect(() => {
    ofTheYear().then(setBars);
  }, []);
  if (!bars) return null;
  const total = bars.reduce((sum, { value }) => sum + value, 0);
  return (
    <main>
      <header className="bar">
        <h1>Kết nạp đảng viên: {count.format(total)}</h1>
        <a href="/entry">Nhập liệu</a>
        <Files bars={bars} />
      </header>
      <ReactEChartsCore echarts={echarts} option={barOption(bars.slice(0, 25))} opts={{ renderer: "svg" }} style={{ height: 640 }} />
      <p>
        {bars[0].name} nhiều nhất: {count.format(bars[0].value)}.
      </p>
      <table>
        <tbody>
          {bars.slice(0, 100).map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count.format(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

/** Excel and Word, by the libraries that a React app takes for them; fetched when pressed, kept for offline like the rest. */
function Files({ bars }) {
  const workbook = async () => {
    const { utils, writeFile, read } = await import("xlsx");
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.json_to_sheet(bars), "Số liệu");
    writeFile(book, "so-lieu.xlsx");
    return read;
  };
  const report = async () => {
    const { Document, Packer, Paragraph } = await import("docx");
    const file = await Packer.toBlob(new Document({ sections: [{ children: bars.map((bar) => new Paragraph(`${bar.name}: ${bar.value}`)) }] }));
    window.open(URL.createObjectURL(file));
  };
  return (
    <>
      <button onClick={workbook}>Excel</button>
      <button onClick={report}>Word</button>
    </>
  );
}
