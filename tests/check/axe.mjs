// Runs axe-core over pages: node axe.mjs NODE_FOLDER CHROMIUM PAGE...
// Prints a line of JSON for each page in each view: {page, view, passes, incomplete, violations}.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, executablePath, ...pages] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

const VIEWS = {
  "wide and light": { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  "narrow and dark": { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
};
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const summary = ({ id, help, nodes }) => `${id}: ${help} (${nodes[0].target})`;

async function examine(browser, page, view) {
  const context = await browser.newContext({ ...VIEWS[view], bypassCSP: true, offline: true });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(page).href);
  await tab.addScriptTag({ path: axe });
  const found = await tab.evaluate(() => globalThis.axe.run(document));
  await context.close();
  return {
    page,
    view,
    passes: found.passes.length,
    incomplete: found.incomplete.length,
    violations: found.violations.map(summary),
  };
}

const chromiumSandbox = process.getuid() !== 0; // Chromium has no sandbox for root
const browser = await chromium.launch({ executablePath, chromiumSandbox, args: FLAGS });
try {
  for (const page of pages)
    for (const view of Object.keys(VIEWS))
      console.log(JSON.stringify(await examine(browser, page, view)));
} finally {
  await browser.close();
}
