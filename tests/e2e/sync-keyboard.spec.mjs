// Everything that a server brings, by the keyboard alone: what waits for a choice, what was refused, accounts, joining.
import { busyBloc, UNITS } from "./busy.mjs";
import { expect, open, test } from "./sync.mjs";
import { expectAllReached, expectAtHeading, press, tabTo, watchFocus } from "./keys.mjs";

/** Another tab of a device, in which the focus is looked at. */
async function tabOf(page, address) {
  const tab = await page.context().newPage();
  await watchFocus(tab);
  await open(tab, address);
  return tab;
}

test("conflicts, changes of this device, devices and accounts by the keyboard alone", async ({ page, office, device }) => {
  test.setTimeout(300_000);
  const { here, unit, at } = await busyBloc(page, office, device);

  // The office: every stop of the page is seen and reached.
  const tab = await tabOf(page, `${office.url}/sync?bloc=${here}`);
  await expect(tab.locator(".contest")).toHaveCount(2);
  await expect(tab.getByRole("heading", { name: "Thiết bị của các đơn vị" })).toBeVisible();
  await expect(tab.getByRole("cell", { name: "Bình thường" }).first()).toBeVisible();
  expect(await expectAllReached(tab)).toBeGreaterThan(15);

  // Of three figures: one as it is, one as proposed, one typed.
  const three = tab.locator(".contest").filter({ has: tab.getByRole("heading", { name: UNITS[1], exact: true }) });
  await press(tab, three.getByRole("button", { name: /^Chọn từng ô/ }), { key: "Shift+Tab", limit: 200 });
  const choices = three.locator(".contest__choice");
  await expect(choices).toHaveCount(3);
  const choose = async (row, times) => {
    const radios = choices.nth(row).getByRole("radio");
    await tabTo(tab, radios.first());
    for (let turn = 0; turn < times; turn += 1) await tab.keyboard.press("ArrowRight");
    if (times === 0) await tab.keyboard.press("Space");
    await expect(radios.nth(times)).toBeChecked();
  };
  await choose(0, 0);
  await choose(1, 1);
  await choose(2, 2);
  await tabTo(tab, choices.nth(2).getByRole("textbox"));
  await tab.keyboard.press("Control+a");
  await tab.keyboard.type("7");
  await press(tab, three.getByRole("button", { name: /^Ghi/ }));
  // That year is closed meanwhile: it is said, and nothing is changed.
  await expect(tab.getByText(/đã chốt số liệu/).first()).toBeVisible();
  await expect(tab.locator(".contest")).toHaveCount(2);
  await tab.close();

  // The unit: what was refused is taken back.
  const refused = await tabOf(unit, `${office.url}/sync?bloc=${at}`);
  const line = refused.getByRole("row").filter({ hasText: "Bị từ chối" });
  await expect(line).toHaveCount(1);
  await expectAllReached(refused);
  await press(refused, line.getByRole("button", { name: /^Rút/ }), { key: "Shift+Tab" });
  await expect(line).toHaveCount(0);
  await refused.close();

  // Accounts: a unit is invited; the focus comes back to the button.
  const accounts = await tabOf(page, `${office.url}/settings?bloc=${here}`);
  const invite = accounts.getByRole("button", { name: "Mời", exact: true });
  await expect(invite).toBeVisible();
  await press(accounts, invite);
  const dialog = accounts.getByRole("dialog");
  await tabTo(accounts, dialog.getByLabel("Đơn vị", { exact: true }));
  await accounts.keyboard.type(UNITS[3].slice(0, 12));
  await press(accounts, dialog.getByRole("button", { name: "Tạo lời mời" }));
  await expect(accounts.getByLabel("Liên kết", { exact: true })).toHaveValue(/\/join\//);
  await press(accounts, accounts.getByRole("dialog").getByRole("button", { name: "Xong" }));
  await expect(accounts.getByRole("dialog")).toHaveCount(0);
  await expect(accounts.getByText("Lời mời đang chờ (1)")).toBeVisible();
  await accounts.close();

  // From the navigation to the page and from there to a cell.
  const way = await tabOf(page, `${office.url}/?bloc=${here}`);
  await press(way, way.locator(".sidebar").getByRole("link", { name: /^Đồng bộ/ }));
  await expectAtHeading(way);
  await press(way, way.getByRole("link", { name: /^Mở ô này/ }).first());
  await expect(way).toHaveURL(/\/entry\/headcount/);
  await expectAtHeading(way);
});

test("every stop of the page that joins is seen", async ({ page, office }) => {
  await watchFocus(page);
  await open(page, `${office.url}/join`);
  await expect(page.getByRole("heading", { name: "Tham gia bằng mã" })).toBeVisible();
  await press(page, page.locator("main summary").filter({ hasText: "Đăng nhập bằng tài khoản đã có" }));
  await expect(page.getByLabel("Tên tài khoản", { exact: true })).toBeVisible();
  await expectAllReached(page);
});
