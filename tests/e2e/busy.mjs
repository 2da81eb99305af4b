// A bloc with a server on which something has happened: conflicts of one figure and of several, and a figure that was refused.
import { enter, openSheet, saved } from "./flows.mjs";
import { closePeriod, expect, inStep, inviteUnit, joinAs, open, twoOfTheOffice, wake } from "./sync.mjs";

const BLOC = "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh";
export const UNITS = [
  "Đảng bộ Sở Nông nghiệp và Phát triển nông thôn",
  "Đảng bộ Sở Giáo dục và Đào tạo",
  "Chi bộ Báo tỉnh",
  "Chi bộ Ban Dân tộc",
];

/** A bloc in which something has happened on three devices; answers the office's page and the unit's, with their blocs. */
export async function busyBloc(page, office, device) {
  const { here, other, there } = await twoOfTheOffice(page, office, device, BLOC, UNITS);
  const link = await inviteUnit(page, office, UNITS[2]);
  const unit = await device();
  const at = await joinAs(unit, link);
  const id = new URL(unit.url()).pathname.split("/").at(-1);

  // Two of the office enter the same figures without hearing of each other: one cell, and three of one unit.
  await openSheet(page, here, "headcount", office.url);
  await openSheet(other, there, "headcount", office.url);
  await page.context().setOffline(true);
  for (const [row, column, mine] of [[0, 0, "1204"], [1, 0, "96"], [1, 1, "31"], [1, 2, "4"]]) await enter(page, UNITS[row], column, mine);
  await saved(page);
  for (const [row, column, theirs] of [[0, 0, "1240"], [1, 0, "98"], [1, 1, "33"], [1, 2, "5"]]) await enter(other, UNITS[row], column, theirs);
  await inStep(other);
  await page.context().setOffline(false);
  await wake(page);
  await inStep(page);

  // The unit enters a figure of a period that is closed meanwhile.
  await open(unit, `${office.url}/entry/headcount/${id}?bloc=${at}`);
  const question = unit.locator("input.question__input").first();
  await expect(question).toBeVisible();
  await unit.context().setOffline(true);
  await question.fill("34");
  await question.press("Enter");
  await expect(unit.locator(".save-line")).toContainText("1 chưa gửi");
  await closePeriod(other, office, there, new Date().getFullYear());
  await inStep(other);
  await unit.context().setOffline(false);
  await wake(unit);
  await expect(unit.locator(".save-line")).not.toContainText("1 chưa gửi", { timeout: 30_000 });
  return { here, unit, at, id };
}
