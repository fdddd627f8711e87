// Fills in questionnaires by keyboard: node answering.mjs NODE_FOLDER CHROMIUM PAGE...
// Prints a line of JSON for each run of each page: {page, view, forms, complaints, typed, csv}.
// `typed` says what was entered, by column; `csv` is the file that the page then saved.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, executablePath, ...pages] = process.argv.slice(2);
const require = createRequire(`${folder}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const VIEWS = [
  { viewport: { width: 320, height: 640 }, colorScheme: "dark" },
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
];
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const COMMENT = '=1+1, "quoted"\nsecond line, ŵ and č';

// In place of chance: every draw gives `turn`, so that each form comes up in one of the runs.
const fixChance = (turn) => {
  crypto.getRandomValues = (numbers) => numbers.fill(turn);
};

const focused = () => {
  const control = document.activeElement;
  const question = control.closest("fieldset");
  const ring = [control, control.closest(".choice")]
    .filter(Boolean)
    .map((part) => getComputedStyle(part));
  const { left, top, width, height } = control.getBoundingClientRect();
  const uppermost = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    id: control.id,
    tag: control.tagName,
    type: control.type,
    column: control.dataset.column,
    alone: "alone" in control.dataset,
    place: question ? [...question.querySelectorAll("select, [type=radio]")].indexOf(control) : 0,
    choices: question
      ? [...question.querySelectorAll("[type=radio]")].map(({ name, value }) => [name, value])
      : [],
    limit: Number(question?.querySelector("[data-choose]")?.dataset.choose ?? 9),
    ticked: question ? question.querySelectorAll("[type=checkbox]:checked").length : 0,
    bounds: question?.querySelector("[data-minimum]")?.dataset,
    ringed: ring.some(
      ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    ),
    inView: control.contains(uppermost),
  };
};

// Enters an answer into whatever has the focus, by keys alone; returns [column, answer] or nothing.
async function answer(keyboard, control, turn) {
  switch (control.type) {
    case "radio": {
      const steps = turn % control.choices.length;
      await keyboard.press("Space");
      for (let step = 0; step < steps; step += 1) await keyboard.press("ArrowDown");
      return control.choices[steps];
    }
    case "checkbox":
      if (control.alone || control.ticked >= control.limit) return null;
      await keyboard.press("Space");
      return [control.column, "1"];
    case "select-one":
      if (control.id === "page-council") {
        await keyboard.press("ArrowDown");
        return null;
      }
      await keyboard.type(String(control.place + 1));
      return [control.column, String(control.place + 1)];
    case "textarea":
      await keyboard.type(COMMENT);
      return [control.column, COMMENT];
    case "text":
      if (control.id === "page-council") {
        await keyboard.type("A council");
        return null;
      }
      await keyboard.type(control.bounds.maximum);
      return [control.column, control.bounds.maximum];
    default:
      return null;
  }
}

async function fillIn(tab, turn, complain) {
  const typed = new Map();
  for (let stops = 0; stops < 1000; stops += 1) {
    await tab.keyboard.press("Tab");
    const control = await tab.evaluate(focused);
    if (control.id === "page-save") return typed;
    if (!control.ringed && control.tag !== "BODY")
      complain(`no visible focus on ${control.id || control.tag}`);
    if (!control.inView && control.tag !== "BODY")
      complain(`focus is out of sight on ${control.id || control.tag}`);
    const entered = await answer(tab.keyboard, control, turn);
    if (entered) typed.set(...entered);
  }
  complain("the save button cannot be reached with the Tab key");
  return typed;
}

const asItStands = () => ({
  order: [...document.querySelectorAll("fieldset")]
    .filter(({ hidden }) => !hidden)
    .map(({ id }) => id),
  answers: [...document.querySelectorAll("input, select, textarea")].map(
    ({ id, checked, value }) => [id, checked, value],
  ),
});

async function look(tab, state, complain) {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate(() => globalThis.axe.run(document));
  for (const { id, help, nodes } of violations)
    complain(`${state}: ${id}: ${help} (${nodes[0].target})`);
  if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    complain(`${state}: wider than the screen`);
}

async function press(tab, selector) {
  await tab.locator(selector).focus();
  await tab.keyboard.press("Enter");
}

async function saved(tab, button) {
  const [download] = await Promise.all([tab.waitForEvent("download"), press(tab, button)]);
  return readFileSync(await download.path(), "utf8");
}

// Answers that break a rule are told, and can still be saved.
async function breakRules(tab, complain) {
  for (const box of await tab.locator("[type=checkbox]:not([data-alone]):visible").all())
    await box.check();
  for (const box of await tab.locator("input[data-column][type=text]:visible").all())
    await box.fill("9999");
  for (const list of await tab.locator("select[data-column]:visible").all())
    await list.selectOption("1");
  const wrong = await tab.evaluate(
    () =>
      [...document.querySelectorAll("fieldset:not([hidden]) .message")].filter((message) =>
        message.closest("section:not([hidden])"),
      ).length,
  );
  await press(tab, "#page-save");
  const told = await tab.locator("#page-problem-list li").count();
  const asked = await tab.locator("#page-council:not([type=hidden])").count();
  if (told !== wrong + asked)
    complain(`${wrong + asked} answers to look at again, but ${told} listed`);
  if (told) {
    await look(tab, "with problems", complain);
    if ((await tab.evaluate(() => document.activeElement.id)) !== "page-problems-title")
      complain("problems do not get the focus");
    await saved(tab, "#page-save-anyway");
  }
}

async function walkThrough(tab, turn, complain) {
  await look(tab, "at the start", complain);
  const typed = await fillIn(tab, turn, complain);
  const before = JSON.stringify(await tab.evaluate(asItStands));
  await tab.reload();
  if (JSON.stringify(await tab.evaluate(asItStands)) !== before)
    complain("a reload does not bring the answers back");

  const csv = await saved(tab, "#page-save");
  await look(tab, "after saving", complain);
  if ((await tab.evaluate(() => localStorage.length)) !== 0)
    complain("answers stay on the device after saving");

  await press(tab, "#page-start-again");
  await tab.locator("#page-save").waitFor();
  if (await tab.locator(":checked:not(option)").count()) complain("starting again keeps answers");
  await breakRules(tab, complain);
  return { typed: Object.fromEntries(typed), csv };
}

async function run(browser, page, turn) {
  const complaints = [];
  const complain = (words) => complaints.push(words);
  const context = await browser.newContext({ ...VIEWS[turn % VIEWS.length], offline: true });
  await context.addInitScript(fixChance, turn);
  const tab = await context.newPage();
  tab.on("pageerror", (error) => complain(`script error: ${error.message}`));
  tab.on(
    "console",
    (message) => message.type() === "error" && complain(`console: ${message.text()}`),
  );
  await tab.goto(pathToFileURL(page).href);
  const forms = (await tab.locator("#page-form").getAttribute("data-forms")).split(" ").length;
  let outcome = { typed: {}, csv: "" };
  try {
    outcome = await walkThrough(tab, turn, complain);
  } catch (error) {
    complain(`broke off: ${error.message.split("\n")[0]}`);
  }
  await context.close();
  return { page, view: `run ${turn + 1}`, forms, complaints, ...outcome };
}

const chromiumSandbox = process.getuid() !== 0; // Chromium has no sandbox for root
const browser = await chromium.launch({ executablePath, chromiumSandbox, args: FLAGS });
try {
  for (const page of pages)
    for (let turn = 0, runs = VIEWS.length; turn < runs; turn += 1) {
      const result = await run(browser, page, turn);
      runs = Math.max(result.forms, VIEWS.length);
      console.log(JSON.stringify(result));
    }
} finally {
  await browser.close();
}
