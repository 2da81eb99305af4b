// Accounts: the first administrator, invitations, a second device at phone size, what becomes of codes and passwords that
// are no good, sessions.
import {
  adminLink, alter, arrived, expect, inStep, inviteUnit, joinAs, makeAdmin, open, openAccounts, PASSWORD, takeUp, test, wake,
} from "./sync.mjs";
import { expectAccessible, expectNoSidewaysScroll, screen } from "./support.mjs";
import { enter, expectFigure, openDemo, openSheet, saved, startBloc, tabTo } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C"];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

/** An administrator with a bloc of three units on the server; answers the bloc's id on that device. */
async function begin(page, office) {
  await startBloc(page, BLOC, UNITS, office.url);
  return makeAdmin(page, office, BLOC);
}

test("a unit joins by its invitation at phone size; both work without a network, and both converge", async ({ page, office, device }) => {
  test.setTimeout(180_000);
  const bloc = await begin(page, office);
  const link = await inviteUnit(page, office, "Chi bộ A");

  const phone = await device(PHONE);
  await open(phone, link);
  await expect(phone.getByRole("heading", { name: `Lời mời vào ${BLOC}` })).toBeVisible();
  await expect(phone.getByText("Chi bộ A", { exact: true })).toBeVisible();
  await expect(phone.getByText(/Nhập báo cáo của đơn vị mình/)).toBeVisible();
  await expect(phone.getByLabel("Tên tài khoản", { exact: true })).toHaveValue("chi-bo-a");
  await expectNoSidewaysScroll(phone);
  await expectAccessible(phone);
  await screen(phone, "join-invitation-phone");
  await takeUp(phone);
  const there = await arrived(phone);
  // The entry page of its own unit.
  expect(new URL(phone.url()).pathname).toMatch(/^\/entry\/[^/]+\/[^/]+$/);
  await expect(phone.getByText("Chi bộ A").first()).toBeVisible();

  const unit = new URL(phone.url()).pathname.split("/").at(-1);
  await open(phone, `${office.url}/entry/admission/${unit}?bloc=${there}`);
  const question = phone.locator(".question input");
  await expect(question.first()).toBeVisible();
  await openSheet(page, bloc, "admission", office.url);

  // The network goes. The office enters what another unit told it, and a figure of this one; the unit enters its own.
  await office.stop();
  await enter(page, "Chi bộ B", 0, "12");
  await enter(page, "Chi bộ A", 1, "3");
  await saved(page);
  await question.first().fill("34");
  await phone.getByRole("button", { name: "Tiếp" }).click();
  await saved(phone);
  for (const device of [page, phone]) await expect(device.locator(".save-line")).toContainText("chưa gửi");

  // It comes back: nothing is lost, and both see the same.
  await office.start();
  await wake(phone);
  await inStep(phone);
  await wake(page);
  await inStep(page);
  await expectFigure(page, "Chi bộ A", 0, "34");
  await expectFigure(page, "Chi bộ A", 1, "3");
  await expectFigure(page, "Chi bộ B", 0, "12");
  await expect(question.first()).toHaveValue("34");
  await wake(phone);
  await expect(question.nth(1)).toHaveValue("3");
});

test("an invitation works once, and says what to do when it does not", async ({ page, office, device }) => {
  const used = await adminLink(office);
  await begin(page, office);

  const second = await device();
  await open(second, used);
  await expect(second.getByRole("heading", { name: "Lời mời không dùng được" })).toBeVisible();
  await expect(second.getByText("Lời mời này đã được dùng.")).toBeVisible();
  await expectAccessible(second);
  await screen(second, "join-used");

  await open(second, `${office.url}/join/khong-co-ma-nay`);
  await expect(second.getByText("Không có lời mời nào với mã này.")).toBeVisible();

  const link = await inviteUnit(page, office, "Chi bộ B");
  await alter(office, "UPDATE invitations SET expires_ms = 1 WHERE used_ms IS NULL");
  await open(second, link);
  await expect(second.getByText("Lời mời này đã hết hạn.")).toBeVisible();

  // From there to another code, pasted with words around it.
  await second.getByRole("link", { name: "Nhập mã khác" }).click();
  await expect(second.getByRole("heading", { name: "Tham gia bằng mã" })).toBeVisible();
  await second.getByRole("button", { name: "Mở lời mời" }).click();
  await expect(second.getByText(/Chưa có mã/)).toBeVisible();
  const other = await inviteUnit(page, office, "Chi bộ A");
  await second.getByLabel("Liên kết hoặc mã mời").fill(`Mời đơn vị vào ${other} nhé`);
  await second.getByRole("button", { name: "Mở lời mời" }).click();
  await expect(second.getByRole("heading", { name: `Lời mời vào ${BLOC}` })).toBeVisible();
});

test("what is typed wrong is said under its field, and stays", async ({ page, office }) => {
  await open(page, await adminLink(office));
  await page.getByLabel("Tên tài khoản", { exact: true }).fill("Văn phòng");
  await page.getByLabel("Mật khẩu mới").fill("ngắn");
  await page.getByRole("button", { name: "Tham gia", exact: true }).click();
  await expect(page.getByText(/chữ thường không dấu.*ví dụ van-phong\./)).toBeVisible();
  await expect(page.getByText("Mật khẩu mới có 4 ký tự: thêm cho đủ 12.")).toBeVisible();
  await expect(page.getByLabel("Tên tài khoản", { exact: true })).toHaveValue("Văn phòng");
  await expect(page.getByLabel("Mật khẩu mới")).toHaveValue("ngắn");
  // The server's own refusal stands in the same place.
  await page.getByLabel("Tên tài khoản", { exact: true }).fill("vpdu");
  await page.getByLabel("Mật khẩu mới").fill("aaaaaaaaaaaa");
  await page.getByRole("button", { name: "Tham gia", exact: true }).click();
  await expect(page.getByText(/Mật khẩu dễ đoán quá/)).toBeVisible();
  await page.getByRole("button", { name: "Hiện mật khẩu" }).click();
  await expect(page.getByLabel("Mật khẩu mới")).toHaveAttribute("type", "text");
  await expectAccessible(page);
});

test("a wrong password is told, many are slowed down, and the unit keeps working meanwhile", async ({ page, office, device }) => {
  test.setTimeout(120_000);
  await begin(page, office);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const phone = await device(PHONE);
  const there = await joinAs(phone, link);

  await openAccounts(phone, office);
  await phone.getByRole("button", { name: "Đăng xuất máy này" }).click();
  await expect(phone.getByText("Đã đăng xuất. Số liệu vẫn ở trên máy.")).toBeVisible();
  const sign = phone.locator("main form").filter({ has: phone.getByLabel("Mật khẩu", { exact: true }) });
  await expect(sign.getByText("chi-bo-a")).toBeVisible();
  await sign.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(sign.getByText(/Mật khẩu còn trống/)).toBeVisible();
  await sign.getByLabel("Mật khẩu", { exact: true }).fill("sai mật khẩu rồi");
  await sign.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(sign.getByText("Tên tài khoản hoặc mật khẩu chưa đúng.")).toBeVisible();
  await expect(sign.getByLabel("Mật khẩu", { exact: true })).toHaveValue("sai mật khẩu rồi");
  await sign.getByText("Quên mật khẩu", { exact: true }).click();
  await expect(sign.getByText(/Xin văn phòng Khối một lời mời đặt mật khẩu mới/)).toBeVisible();

  // Again and again, until the server slows it down.
  const slowed = sign.getByText(/Đã thử sai nhiều lần.*Thử lại sau/);
  for (let tries = 0; tries < 40 && !(await slowed.isVisible()); tries += 1) {
    const answered = phone.waitForResponse((response) => response.url().endsWith("/api/v1/session"));
    await sign.getByRole("button", { name: "Đăng nhập" }).click();
    await answered;
  }
  await expect(slowed).toBeVisible();

  // Figures are entered all the same.
  await open(phone, `${office.url}/entry/admission?bloc=${there}`);
  await expect(phone.getByText(/Phiên đăng nhập đã hết/).first()).toBeVisible();
});

test("signed out everywhere: all is kept, the password is asked for once, and it goes on", async ({ page, office, device }) => {
  test.setTimeout(120_000);
  await begin(page, office);
  const link = await inviteUnit(page, office, "Chi bộ A");
  const phone = await device(PHONE);
  const there = await joinAs(phone, link);
  const unit = new URL(phone.url()).pathname.split("/").at(-1);

  // The same account on a second device.
  const tablet = await device();
  await open(tablet, `${office.url}/join`);
  await tablet.getByText("Đăng nhập bằng tài khoản đã có").click();
  const sign = tablet.locator("form").filter({ has: tablet.getByLabel("Mật khẩu", { exact: true }) });
  await sign.getByLabel("Tên tài khoản").fill("chi-bo-a");
  await sign.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await sign.getByRole("button", { name: "Đăng nhập" }).click();
  await arrived(tablet);
  await openAccounts(tablet, office);
  await expect(tablet.getByText("máy này", { exact: true })).toHaveCount(1);
  await expect(tablet.getByRole("button", { name: /^Đăng xuất: / })).toHaveCount(1);
  await expectAccessible(tablet);

  await open(phone, `${office.url}/entry/admission/${unit}?bloc=${there}`);
  await expect(phone.locator(".question input").first()).toBeVisible();
  await tablet.getByRole("button", { name: "Đăng xuất mọi nơi" }).click();
  await expect(tablet.getByText("Đã đăng xuất mọi nơi.")).toBeVisible();

  // The phone hears of it when it sends; what was typed stays.
  await phone.locator(".question input").first().fill("21");
  await phone.getByRole("button", { name: "Tiếp" }).click();
  await wake(phone);
  await expect(phone.getByText(/Phiên đăng nhập đã hết/)).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole("button", { name: "Đăng nhập" }).click();
  const dialog = phone.getByRole("dialog");
  await dialog.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(phone.getByText("Đã đăng nhập lại.")).toBeVisible();
  await expect(phone.getByText(/Phiên đăng nhập đã hết/)).toHaveCount(0);
  await expect(phone.locator(".question input").first()).toHaveValue("21");

  // And it was sent under the right account: the office sees it.
  await inStep(phone);
  await openSheet(page, new URL(page.url()).searchParams.get("bloc"), "admission", office.url);
  await wake(page);
  await expectFigure(page, "Chi bộ A", 0, "21");
});

test("all units are invited at once, and an invitation is withdrawn", async ({ page, office, device }) => {
  await begin(page, office);
  await openAccounts(page, office);
  await page.getByRole("button", { name: "Mời tất cả đơn vị chưa có tài khoản" }).click();
  await expect(page.getByRole("heading", { name: "Tờ mời của các đơn vị" })).toBeVisible();
  await expect(page.locator(".slips__one")).toHaveCount(3);
  await expect(page.getByRole("img", { name: "Mã QR của lời mời: Chi bộ A" })).toBeVisible();
  await expectAccessible(page);
  await screen(page, "invitations-sheet", { fullPage: true });
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Tải tệp CSV" }).click()]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const rows = Buffer.concat(chunks).toString("utf8").trim().split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toMatch(/^Chi bộ A;chi-bo-a;http:\/\/127\.0\.0\.1:\d+\/join\/[\w-]+;/);
  // Nobody is invited twice.
  await expect(page.getByRole("button", { name: "Mời tất cả đơn vị chưa có tài khoản" })).toHaveCount(0);

  await page.getByText("Lời mời đang chờ (3)").click();
  await page.getByRole("button", { name: "Rút lại: Chi bộ A" }).click();
  await expect(page.getByText("Đã rút lời mời.")).toBeVisible();
  await expect(page.getByText("Còn 1 đơn vị chưa có tài khoản và chưa được mời.")).toBeVisible();
  const phone = await device(PHONE);
  await open(phone, rows[1].split(";")[2]);
  await expect(phone.getByText("Không có lời mời nào với mã này.")).toBeVisible();
});

test("by keyboard alone an invitation is taken up", async ({ page, office }) => {
  await open(page, await adminLink(office));
  const name = page.getByLabel("Tên tài khoản", { exact: true });
  await tabTo(page, name);
  await page.keyboard.type("vpdu");
  await tabTo(page, page.getByLabel("Mật khẩu mới"));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Máy chủ chưa có số liệu" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Bắt đầu Khối mới" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/start\?.*for=server/);
  await tabTo(page, page.getByRole("button", { name: "Bắt đầu cho Khối của tôi" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Tên Đảng bộ Khối"));
  await page.keyboard.type(BLOC);
  for (const step of [1, 2]) {
    await page.keyboard.press("Enter");
    await expect(page.locator(".welcome__step")).toContainText(`Bước ${step + 1}/3`);
    await tabTo(page, page.getByRole("button", { name: step === 1 ? "Tiếp" : "Mở sổ" }));
  }
  await page.keyboard.press("Enter");
  await arrived(page);
  await openAccounts(page, office);
  await expect(page.getByText("vpdu", { exact: true })).toBeVisible();
});

test("leaving keeps a copy, or takes the bloc from the device", async ({ page, office }) => {
  const bloc = await begin(page, office);
  await openAccounts(page, office);
  await page.getByRole("button", { name: "Rời máy chủ" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Tải tệp sao lưu trước").or(dialog.getByRole("button", { name: /sao lưu/ })).first()).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Rời máy chủ" }).click();
  await expect(page.getByText("Khối này chỉ nằm trên máy này.")).toBeVisible();
  await open(page, `${office.url}/units?bloc=${bloc}`);
  await expect(page.getByText("Chi bộ B").first()).toBeVisible();
});

test("two who would fill an empty server at once: the second gets the first's bloc, and its own stays beside", async ({ page, office, device }) => {
  test.setTimeout(120_000);
  const own = await startBloc(page, "Khối của máy chậm", ["Chi bộ Riêng"], office.url);
  await open(page, await adminLink(office));
  await takeUp(page, { name: "vpdu" });
  await expect(page.getByRole("heading", { name: "Máy chủ chưa có số liệu" })).toBeVisible();
  await expect(page.getByText(/Mục nào máy chủ không nhận thì vẫn ở trên máy/)).toBeVisible();

  const quick = await device();
  await startBloc(quick, BLOC, UNITS, office.url);
  await open(quick, `${office.url}/join`);
  await expect(quick.getByText(/vẫn giữ nguyên, đứng riêng, không gửi gì lên máy chủ này/)).toBeVisible();
  await quick.getByText("Đăng nhập bằng tài khoản đã có").click();
  const sign = quick.locator("form").filter({ has: quick.getByLabel("Mật khẩu", { exact: true }) });
  await sign.getByLabel("Tên tài khoản").fill("vpdu");
  await sign.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await sign.getByRole("button", { name: "Đăng nhập" }).click();
  await quick.getByRole("button", { name: `Đưa lên máy chủ: ${BLOC}` }).click();
  await arrived(quick);

  await page.getByRole("button", { name: "Đưa lên máy chủ: Khối của máy chậm" }).click();
  await expect(page.getByText(/Máy chủ vừa có số liệu từ nơi khác: số liệu đó được tải về/)).toBeVisible();
  const loaded = await arrived(page);
  expect(loaded).not.toBe(own);
  await open(page, `${office.url}/units?bloc=${loaded}`);
  await expect(page.getByText("Chi bộ B").first()).toBeVisible();
  await expect(page.getByText("Chi bộ Riêng")).toHaveCount(0);
  await open(page, `${office.url}/units?bloc=${own}`);
  await expect(page.getByText("Chi bộ Riêng").first()).toBeVisible();
});
