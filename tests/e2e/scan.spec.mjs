// Joining by holding the camera to the QR code that the office's screen shows. The camera is a film: what the screen showed,
// turned, small and in poor light, as a phone sees it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import encodeQR from "qr";
import { CHROMIUM } from "./chromium.mjs";
import { arrived, expect, inviteUnit, makeAdmin, open, openAccounts, takeUp, test } from "./sync.mjs";
import { expectAccessible, expectNoSidewaysScroll, openProfile, screen } from "./support.mjs";
import { startBloc } from "./flows.mjs";

const BLOC = "Đảng bộ Khối thử";
const UNITS = ["Chi bộ A", "Chi bộ B", "Đảng bộ C"];
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const WIDTH = 640;
const HEIGHT = 480;

/** Chromium with a camera that shows the film, if one is given. */
const withCamera = (film) => ({
  ...PHONE,
  args: [...CHROMIUM.args, "--use-fake-device-for-media-stream", ...(film ? [`--use-file-for-fake-video-capture=${film}`] : [])],
});

/** Writes the film of a picture of the screen; without one, of an empty wall. */
async function filmOf(page, picture, file) {
  const studio = await page.context().newPage();
  const greys = await studio.evaluate(
    async ([picture, width, height]) => {
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      context.fillStyle = "#6b6b66";
      context.fillRect(0, 0, width, height);
      if (picture) {
        const shown = await createImageBitmap(await (await fetch(`data:;base64,${picture}`)).blob());
        context.translate(width / 2 + 30, height / 2 - 10);
        context.rotate(0.12);
        context.transform(1, 0.03, 0, 1, 0, 0);
        const size = 300;
        context.filter = "brightness(80%) contrast(80%) blur(0.5px)";
        context.drawImage(shown, -size / 2, -size / 2, size, size);
      }
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => data[4 * at + 1]);
    },
    [picture?.toString("base64"), WIDTH, HEIGHT],
  );
  await studio.close();
  // Y4M: a head, and for each picture the greys, then both colours at half the size.
  const one = Buffer.concat([Buffer.from("FRAME\n"), Buffer.from(greys), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 5 }, () => one)]));
}

/** The picture of the code in a new invitation, as the screen shows it. */
async function codeOnScreen(page, office, unit) {
  await openAccounts(page, office);
  await page.getByRole("button", { name: "Mời", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Đơn vị", { exact: true }).selectOption({ label: unit });
  await dialog.getByRole("button", { name: "Tạo lời mời" }).click();
  const code = page.getByRole("img", { name: new RegExp(`^Mã QR của lời mời`) });
  await expect(code).toBeVisible();
  await expect(page.getByLabel("Liên kết", { exact: true })).not.toHaveValue("");
  return code.screenshot({ animations: "disabled" });
}

test("a phone holds its camera to the code on the office's screen, and joins", async ({ page, office, profile }) => {
  test.setTimeout(180_000);
  await startBloc(page, BLOC, UNITS, office.url);
  await makeAdmin(page, office, BLOC);
  const film = join(profile, "code.y4m");
  await filmOf(page, await codeOnScreen(page, office, "Chi bộ B"), film);

  const phone = await openProfile(profile, withCamera(film));
  const page2 = phone.page;
  await phone.context.grantPermissions(["camera"], { origin: office.url });
  await open(page2, `${office.url}/join`);
  const fetched = [];
  page2.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page2.getByRole("button", { name: "Quét mã QR" }).click();
  // Read, and opened: nobody pressed anything else.
  await expect(page2.getByRole("heading", { name: `Lời mời vào ${BLOC}` })).toBeVisible();
  await expect(page2.getByText("Chi bộ B", { exact: true })).toBeVisible();
  expect(fetched.filter((path) => path.startsWith("/assets/scan-")), "what reads codes comes when it is needed").toHaveLength(1);
  // The camera is off again.
  await expect(page2.locator("video")).toHaveCount(0);
  await takeUp(page2);
  await arrived(page2);
  await expect(page2.getByText("Chi bộ B").first()).toBeVisible();
  await phone.close();
});

test("while nothing is seen the picture is shown and can be ended", async ({ page, office, profile }) => {
  test.setTimeout(120_000);
  const film = join(profile, "wall.y4m");
  await filmOf(page, undefined, film);
  const phone = await openProfile(profile, withCamera(film));
  const page2 = phone.page;
  await phone.context.grantPermissions(["camera"], { origin: office.url });
  await open(page2, `${office.url}/join`);
  await page2.evaluate(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => (window.lent = await ask(wish));
  });
  await page2.getByRole("button", { name: "Quét mã QR" }).click();
  const picture = page2.getByLabel("Hình từ máy ảnh");
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((video) => video.videoWidth)).toBeGreaterThan(0);
  await expect(page2.getByText("Đưa mã QR vào giữa khung hình.")).toBeVisible();
  await expectNoSidewaysScroll(page2);
  await expectAccessible(page2);
  await screen(page2, "join-scanning-phone");
  await page2.getByRole("button", { name: "Thôi quét" }).click();
  await expect(picture).toBeHidden();
  await expect.poll(() => page2.evaluate(() => window.lent.getTracks().every((track) => track.readyState === "ended"))).toBe(true);
  await phone.close();
});

test("a code of something else is told, and another one can be scanned", async ({ page, office, profile }) => {
  test.setTimeout(120_000);
  const film = join(profile, "other.y4m");
  await filmOf(page, Buffer.from(encodeQR("https://vi.wikipedia.org/wiki/Hòa_Bình", "gif", { scale: 8 })), film);
  const phone = await openProfile(profile, withCamera(film));
  await phone.context.grantPermissions(["camera"], { origin: office.url });
  await open(phone.page, `${office.url}/join`);
  await phone.page.getByRole("button", { name: "Quét mã QR" }).click();
  await expect(phone.page.getByText(/^Mã vừa quét không phải lời mời của Sổ Khối\./)).toBeVisible();
  await expect(phone.page.getByRole("button", { name: "Quét mã QR" })).toBeVisible();
  await phone.close();
});

test("a camera that is not allowed, or not there, says what to do", async ({ office, profile, device }) => {
  const refused = await openProfile(profile, { ...withCamera(), permissions: [] });
  await open(refused.page, `${office.url}/join`);
  await refused.page.getByRole("button", { name: "Quét mã QR" }).click();
  await expect(refused.page.getByText(/^Chưa được phép dùng máy ảnh\. Cho phép trong phần cài đặt trang/)).toBeVisible();
  await expect(refused.page.getByRole("button", { name: "Quét mã QR" })).toBeVisible();
  await expectAccessible(refused.page);
  await screen(refused.page, "join-scan-refused-phone");
  await refused.close();

  // This machine has none.
  const none = await device(PHONE);
  await none.context().grantPermissions(["camera"], { origin: office.url });
  await open(none, `${office.url}/join`);
  await none.getByRole("button", { name: "Quét mã QR" }).click();
  await expect(none.getByText(/^Không tìm thấy máy ảnh trên máy này\./)).toBeVisible();
  await none.getByLabel("Liên kết hoặc mã mời").fill("khong-co-ma-nay");
  await none.getByRole("button", { name: "Mở lời mời" }).click();
  await expect(none.getByText("Không có lời mời nào với mã này.")).toBeVisible();
});
