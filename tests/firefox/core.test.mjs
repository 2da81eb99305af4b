// What the app is for, in Firefox: a bloc is begun, figures are typed, kept and shown without a network, brought in and taken out by files,
// presented, and synchronised with a server.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { test } from "node:test";
import { AppServer } from "../e2e/server.mjs";
import { openFirefox } from "./browser.mjs";

const NAME = "Đảng bộ Khối thử";
const UNITS = ["Đảng bộ Sở Y tế", "Chi bộ Thanh tra tỉnh", "Chi bộ Báo tỉnh"];
const PASSWORD = "mưa tạnh rồi nắng";

/** A server of the test's own. */
async function serve(test) {
  const server = new AppServer();
  await server.start();
  test.after(() => server.stop());
  return server;
}

/** The file that comes into a folder. */
async function downloaded(folder) {
  for (let tries = 0; tries < 300; tries += 1) {
    const [name] = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(".part")) : [];
    if (name && readFileSync(join(folder, name)).length > 0) return join(folder, name);
    await after(100);
  }
  throw new Error("nothing was downloaded");
}

test("figures are typed, kept over a reload, and shown as a chart, without the server", async (test) => {
  const server = await serve(test);
  const { openPage } = await openFirefox(test);
  const clerk = await openPage();
  const bloc = await clerk.startBloc(server, NAME, UNITS);
  await clerk.offlineReady();
  await clerk.openSheet(server, bloc, "admission");
  await clerk.enter(0, 0, "12");
  await clerk.saved();
  await server.stop();
  await clerk.openSheet(server, bloc, "admission");
  await clerk.seesFigure(0, 0, "12");
  await clerk.enter(1, 0, "7");
  await clerk.saved();
  await clerk.page.reload({ waitUntil: "domcontentloaded" });
  await clerk.seesFigure(0, 0, "12");
  await clerk.seesFigure(1, 0, "7");
  await clerk.open(`${server.url}/admission?bloc=${bloc}`);
  await clerk.sees("h1", "19");
  await clerk.page.waitForSelector("main svg text");
});

test("a table is pasted into a form, and a bloc goes out by a file and comes back", async (test) => {
  const server = await serve(test);
  const { openPage, downloads } = await openFirefox(test);
  const clerk = await openPage();
  const bloc = await clerk.startBloc(server, NAME, UNITS);
  await clerk.openSheet(server, bloc, "headcount");
  await clerk.press("Bảng tính");
  await clerk.press("Nhập từ bảng");
  await clerk.fill("Dán bảng vào đây", "Tên tổ chức đảng\tĐảng viên\tQuần chúng\nSở Y tế\t87\t12\nThanh tra tỉnh\t9\t3");
  await clerk.press("Ghi 4 số vào sổ");
  await clerk.page.waitForSelector('[role="grid"] td[data-spot]');
  await clerk.seesFigure(0, 0, "87");
  await clerk.seesFigure(1, 1, "3");
  await clerk.saved();

  await clerk.open(`${server.url}/backup?bloc=${bloc}`);
  await clerk.press("Tải tệp sao lưu");
  const file = await downloaded(downloads);
  assert.match(file, /\.sokhoi$/);
  await clerk.open(`${server.url}/backup`);
  const field = await clerk.page.waitForSelector('input[type="file"]');
  await field.uploadFile(file);
  await clerk.press("Mở thành một Khối trên máy này");
  const other = await clerk.bloc();
  assert.notEqual(other, bloc);
  await clerk.openSheet(server, other, "headcount");
  await clerk.seesFigure(0, 0, "87");
});

test("a ready deck is presented by keys", async (test) => {
  const server = await serve(test);
  const { openPage } = await openFirefox(test);
  const speaker = await openPage();
  await speaker.open(`${server.url}/start`);
  await speaker.press("Hòa Bình 11/2022");
  const bloc = await speaker.bloc();
  await speaker.open(`${server.url}/presenting/ready:ket-nap?bloc=${bloc}&period=2022`);
  await speaker.sees(".slide__headline", "Kết nạp so với chỉ tiêu");
  await speaker.page.keyboard.press("ArrowRight");
  await speaker.sees(".slide__headline", "Kết nạp 121/130 đảng viên, đạt 93,1%; còn thiếu 9");
  await speaker.page.waitForSelector(".stage svg text");
});

test("two people synchronise with a server: each sees what the other typed", async (test) => {
  const server = await serve(test);
  const { browser, openPage } = await openFirefox(test);
  const office = await openPage();
  await office.startBloc(server, NAME, UNITS);
  const [, code] = server.said.match(/\/join\/(\S+)/);
  await office.open(`${server.url}/join/${code}`);
  await office.fill("Tên tài khoản", "vpdu");
  await office.fill("Mật khẩu mới", PASSWORD);
  await office.press("Tham gia");
  await office.press(`Đưa lên máy chủ: ${NAME}`);
  const here = await office.bloc();
  await office.openSheet(server, here, "headcount");
  await office.enter(0, 0, "41");
  await office.sees(".save-line", "đã gửi hết");

  const other = await openPage(await browser.createBrowserContext());
  await other.open(`${server.url}/join`);
  await other.press("Đăng nhập bằng tài khoản đã có");
  await other.fill("Tên tài khoản", "vpdu");
  await other.fill("Mật khẩu", PASSWORD);
  await other.press("Đăng nhập");
  const there = await other.bloc();
  await other.openSheet(server, there, "headcount");
  await other.seesFigure(0, 0, "41");
  await other.enter(1, 0, "9");
  await other.sees(".save-line", "đã gửi hết");
  await office.page.bringToFront();
  await office.page.evaluate(() => window.dispatchEvent(new Event("online")));
  await office.seesFigure(1, 0, "9");
});
