import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The window: served from the app's own scheme, so paths are relative; old enough for the stand-in's Chromium 114. */
export default defineConfig({
  root: "renderer",
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome114",
    cssTarget: "chrome114",
    // The page's policy allows no connection, and every engine here preloads modules by itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
