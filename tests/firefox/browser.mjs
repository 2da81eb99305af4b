// Debian's Firefox, as a person uses it: opened on a profile of its own, driven by WebDriver BiDi. What is pressed is named as the page
// names it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const PATIENCE = 60_000;

/** Opens a browser, and closes it when the test is over. Downloads come into `downloads`. Errors of its pages fail the test. */
export async function openFirefox(test) {
  const folder = mkdtempSync(join(tmpdir(), "so-khoi-firefox-"));
  const downloads = join(folder, "downloads");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    userDataDir: join(folder, "profile"),
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      "intl.accept_languages": "vi-VN",
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
    },
  });
  const errors = [];
  test.after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    assert.deepEqual(errors, [], "errors of the pages");
  });
  const openPage = async (context = browser) => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on("pageerror", (error) => errors.push(String(error)));
    return new Person(page);
  };
  return { browser, downloads, openPage };
}

/** Whoever sits before a page. */
export class Person {
  constructor(page) {
    this.page = page;
  }

  async open(address) {
    await this.page.goto(address, { waitUntil: "domcontentloaded" });
    await this.page.waitForFunction(() => document.readyState !== "loading" && !document.getElementById("first-paint"));
  }

  /** What is named so, once it is there and can be used: a thing to press, or a field. */
  async #named(kind, name) {
    const find = (kind, name) => {
      const said = (found) => found.getAttribute("aria-label") ?? found.textContent.replace(/\s+/g, " ").trim();
      const usable = (found) => found && !found.disabled && found.getClientRects().length > 0;
      if (kind === "press") {
        const all = [...document.querySelectorAll('button, a, label, [role="menuitem"]')];
        const words = () => [...document.querySelectorAll("main *")].filter((found) => found.childElementCount === 0);
        return all.find((found) => said(found) === name && usable(found)) ?? words().find((found) => said(found) === name && usable(found)) ?? null;
      }
      const labels = [...document.querySelectorAll("label")].filter((label) => label.textContent.trim().startsWith(name));
      const fields = [...labels.map((label) => label.control), ...document.querySelectorAll(`[aria-label="${name}"]`)];
      return fields.find(usable) ?? null;
    };
    const found = await this.page.waitForFunction(find, { polling: 100 }, kind, name).catch(async (error) => {
      const there = await this.page.$eval("body", (body) => `${location.href}: ${body.innerText}`);
      throw new Error(`“${name}” is not there (${error.message}) but ${there.slice(0, 600)}`);
    });
    return found.asElement();
  }

  /** Presses what has this name. */
  async press(name) {
    await (await this.#named("press", name)).click();
  }

  /** Fills the field of this name. */
  async fill(name, text) {
    const field = await this.#named("field", name);
    await field.click();
    if (text.includes("\n") || text.includes("\t")) {
      // As a paste: in one piece.
      await field.evaluate((field, text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, text);
    } else {
      await this.page.keyboard.type(text);
    }
  }

  /** Waits until something says this. */
  async sees(selector, text) {
    const says = (selector, text) => [...document.querySelectorAll(selector)].some((found) => found.textContent.includes(text));
    try {
      await this.page.waitForFunction(says, {}, selector, text);
    } catch {
      const there = await this.page.$$eval(selector, (found) => found.map((one) => one.textContent));
      assert.fail(`${selector} does not say “${text}” but ${JSON.stringify(there)}`);
    }
  }

  /** Types a figure into a cell of the sheet, counted from the first row and column, and leaves it by Enter. */
  async enter(row, column, figure) {
    await this.page.locator(`td[data-spot="${row}:${column}"]`).click();
    await this.page.keyboard.type(figure);
    await this.page.keyboard.press("Enter");
  }

  /** Waits until a cell shows a figure. */
  async seesFigure(row, column, figure) {
    const shows = (spot, figure) => {
      const cell = document.querySelector(`td[data-spot="${spot}"]`);
      return (cell?.querySelector("input")?.value ?? cell?.querySelector("span")?.textContent) === figure;
    };
    await this.page.waitForFunction(shows, {}, `${row}:${column}`, figure);
  }

  saved() {
    return this.sees(".save-line", "Đã lưu");
  }

  /** Waits until the address is of an open bloc; answers its id. */
  async bloc() {
    await this.page.waitForFunction(() => !/^\/(start|join|backup)/.test(location.pathname) && new URLSearchParams(location.search).has("bloc"));
    return new URL(await this.page.evaluate(() => location.href)).searchParams.get("bloc");
  }

  /** Makes a bloc of one's own. */
  async startBloc(server, name, units) {
    await this.open(`${server.url}/start`);
    await this.press("Bắt đầu cho Khối của tôi");
    await this.fill("Tên Đảng bộ Khối", name);
    await this.press("Tiếp");
    await this.press("Tiếp");
    await this.fill("Danh sách đơn vị", units.join("\n"));
    await this.press("Mở sổ");
    return this.bloc();
  }

  /** Opens the sheet of a form. */
  async openSheet(server, bloc, form) {
    await this.open(`${server.url}/entry/${form}?bloc=${bloc}`);
    await this.page.waitForSelector('[role="grid"] td[data-spot]');
  }

  /** Waits until the service worker holds everything and answers for this page. */
  async offlineReady() {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  }
}
