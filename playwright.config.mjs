// End-to-end tests: what a person does, in Chromium, against the real server. Run them with
// scripts/test-e2e.sh, which builds the server and says where it is.
import { defineConfig } from "@playwright/test";
import { CHROMIUM } from "./tests/e2e/chromium.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "target/e2e",
  reporter: [["list"], ["./tests/e2e/closing.mjs"]],
  // Once more, so that a hiccup of a busy machine is told apart from a fault. It is named at the end, and more than two fail the run.
  retries: 1,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  use: {
    browserName: "chromium",
    launchOptions: CHROMIUM,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1280, height: 800 },
    // A recording of every step doubles the time: SK_TRACE=1 keeps that of each failed test.
    trace: process.env.SK_TRACE ? "retain-on-failure" : "off",
    // Tests of what works without a network allow them; the others need not wait until everything is kept.
    serviceWorkers: "block",
    screenshot: "only-on-failure",
  },
});
