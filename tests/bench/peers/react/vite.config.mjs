import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  // No polyfill of module preload: Chromium has it. A font in the style sheet would be in no cache of its own.
  build: { emptyOutDir: true, target: "chrome120", modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
  logLevel: "warn",
});
