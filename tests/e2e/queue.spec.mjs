// The changes of a device one by one: taken back before they are sent, as a proposal, and after they were refused; edited; sent again. And
// of two tabs one sends.
import { closePeriod, exchange, expect, inStep, inviteUnit, joinAs, makeAdmin, open, test, wake } from "./sync.mjs";
import { enter, expectFigure, openSheet, saved, startBloc } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C"];

const rows = (page, state) => page.locator(".section").filter({ hasText: "Thay đổi của máy này" }).getByRole("row").filter({ hasText: state });
const sync = (page, office, bloc) => open(page, `${office.url}/sync?bloc=${bloc}`);

/** Answers a question of a unit's own form; the network may be away. */
async function answer(page, at, value) {
  const question = page.locator("input.question__input").nth(at);
  await question.fill(value);
  await question.press("Enter");
  await saved(page);
}

test("what waits, what is proposed and what was refused: taken back, edited, sent again", async ({ page, office, device }) => {
  test.setTimeout(240_000);
  await startBloc(page, BLOC, UNITS, office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  const unit = await device();
  const there = await joinAs(unit, await inviteUnit(page, office, UNITS[0]));
  const id = new URL(unit.url()).pathname.split("/").at(-1);
  const form = `${office.url}/entry/headcount/${id}?bloc=${there}`;
  const year = new Date().getFullYear();

  // Without a network: two figures, of which the second is taken back before anybody has heard of it.
  await open(unit, form);
  await expect(unit.locator("input.question__input").first()).toBeVisible();
  // Both pages have been seen: their parts are there.
  await unit.locator(".save-line").click();
  await expect(unit.getByRole("heading", { name: "Thay đổi của máy này" })).toBeVisible();
  await unit.goBack();
  await expect(unit.locator("input.question__input").first()).toBeVisible();
  await unit.context().setOffline(true);
  await answer(unit, 0, "34");
  await answer(unit, 1, "12");
  await unit.locator(".save-line").click();
  await expect(rows(unit, "Chờ gửi")).toHaveCount(2);
  await rows(unit, "trống → 12").getByRole("button", { name: /^Rút/ }).click();
  await expect(unit.locator(".toast")).toContainText("Đã rút");
  await saved(unit);

  // Meanwhile the office enters another figure in the first cell: what the unit says of it becomes a proposal, and is taken back.
  await openSheet(page, bloc, "headcount", office.url);
  await enter(page, UNITS[0], 0, "50");
  await inStep(page);
  await unit.context().setOffline(false);
  await wake(unit);
  await inStep(unit);
  await expect(rows(unit, "Chờ gửi")).toHaveCount(0);
  await expect(rows(unit, "Hai nơi nhập khác nhau")).toHaveCount(1);
  await expect(unit.locator(".contest")).toHaveCount(1);
  await rows(unit, "Hai nơi nhập khác nhau").getByRole("button", { name: /^Rút/ }).click();
  await expect(unit.locator(".contest")).toHaveCount(0);
  await inStep(unit);
  await open(unit, form);
  await expect(unit.locator("input.question__input").first()).toHaveValue("50");
  await expect(unit.locator("input.question__input").nth(1)).toHaveValue("");

  // A figure for a year that is closed meanwhile is refused; its line leads to the cell.
  await unit.context().setOffline(true);
  await answer(unit, 2, "7");
  await closePeriod(page, office, bloc, year);
  await inStep(page);
  await unit.context().setOffline(false);
  await wake(unit);
  await sync(unit, office, there);
  const refused = rows(unit, "Bị từ chối");
  await expect(refused).toHaveCount(1, { timeout: 60_000 });
  await refused.getByRole("link", { name: "Sửa" }).click();
  await expect(unit).toHaveURL(new RegExp(`/entry/headcount/${id}`));
  // There it says that nothing was taken, and offers no next question: the figures are only read.
  await expect(unit.locator(".question__state")).toContainText("Máy chủ không nhận số vừa nhập, ô này chưa có số được nhận");
  await expect(unit.locator(".one-unit__foot")).toBeVisible();
  await expect(unit.getByRole("button", { name: "Tiếp", exact: true })).toHaveCount(0);

  // The year is opened again: the same change is sent once more, and stands.
  await open(page, `${office.url}/returns?bloc=${bloc}&period=${year}`);
  await page.getByRole("button", { name: "Mở lại…" }).click();
  const reopen = page.getByRole("dialog", { name: "Mở lại kỳ đã chốt" });
  await reopen.getByLabel("Lý do mở lại").fill("Bổ sung số liệu của một chi bộ");
  await reopen.getByRole("button", { name: "Mở lại", exact: true }).click();
  await expect(reopen).toBeHidden();
  await saved(page);
  await inStep(page);
  await sync(unit, office, there);
  await exchange(unit);
  // While something of it is refused, nothing says that both are in step.
  await expect(unit.getByRole("heading", { level: 1 })).toHaveText("1 thay đổi bị máy chủ từ chối");
  await expect(unit.getByText(/^Đã khớp với máy chủ lúc/)).toHaveCount(0);
  await refused.getByRole("button", { name: /^Gửi lại/ }).click();
  await expect(refused).toHaveCount(0);
  await inStep(unit);
  await openSheet(page, bloc, "headcount", office.url);
  await wake(page);
  await expectFigure(page, UNITS[0], 0, "50");
  await expectFigure(page, UNITS[0], 1, "");
  await expectFigure(page, UNITS[0], 2, "7");
});

test("of two tabs that come back to the network at once one sends, and nothing twice", async ({ page, office }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  const bloc = await makeAdmin(page, office, BLOC);
  await openSheet(page, bloc, "headcount", office.url);
  await inStep(page);
  const tab = await page.context().newPage();
  await openSheet(tab, bloc, "admission", office.url);
  let [going, most] = [0, 0];
  const sent = [];
  const isPush = (request) => request.method() === "POST" && new URL(request.url()).pathname === "/api/v1/changes";
  for (const one of [page, tab]) {
    one.on("request", (request) => {
      if (!isPush(request)) return;
      going += 1;
      most = Math.max(most, going);
      sent.push(...JSON.parse(request.postData()).ops.map(({ op_id }) => op_id));
    });
    for (const end of ["requestfinished", "requestfailed"]) one.on(end, (request) => (going -= isPush(request) ? 1 : 0));
  }
  for (let round = 0; round < 3; round += 1) {
    await page.context().setOffline(true);
    await enter(page, UNITS[round], 0, String(20 + round));
    await enter(tab, UNITS[round], 0, String(3 + round));
    await saved(page);
    await saved(tab);
    await page.context().setOffline(false);
    await Promise.all([wake(page), wake(tab)]);
    await inStep(page);
    await inStep(tab);
  }
  expect(most, "pushes at a time").toBe(1);
  // What broke off with the network may be asked again; what was answered is not.
  const told = await page.evaluate(async () => {
    const ask = async (path) => (await fetch(`/api/v1${path}`)).json();
    const { records } = await ask("/records");
    const returns = records.filter(({ kind }) => kind === "return");
    const lines = await Promise.all(returns.map(({ id }) => ask(`/records/${encodeURIComponent(id)}/history`)));
    return lines.flat().map(({ op_id }) => op_id);
  });
  expect(told.toSorted()).toEqual([...new Set(sent)].toSorted());
  expect(told).toHaveLength(6);
});
