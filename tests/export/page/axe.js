// Findings of axe-core on a page, in each of its states, light and dark: node axe.js CHROMIUM PAGE > findings.json
"use strict";
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const puppeteer = require("puppeteer-core");

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const AXE = require.resolve("axe-core/axe.min.js");

async function search(page, name) {
  await page.focus("#search");
  await page.$eval("#search", (box) => { box.value = ""; });
  await page.keyboard.type(name);
}

// What is done before each look; every state builds on the one before.
const STATES = [
  ["as it opens", async () => {}],
  ["all filters open", (page) => page.$$eval("#filters details", (parts) => parts.forEach((part) => { part.open = true; }))],
  ["names offered", (page) => search(page, "un")],
  ["an actor with its claims", async (page) => {
    await search(page, "Russia");
    await page.keyboard.press("Enter");
    await page.$$eval("#panel details", (parts) => parts.forEach((part) => { part.open = true; }));
    await page.waitForSelector("#panel blockquote");
  }],
  ["a relation with its claims", async (page) => {
    await page.$$eval("#panel button", (all) => all.find((button) => button.textContent === "Show this relation").click());
    await page.waitForSelector("#panel blockquote");
  }],
  ["a question", (page) => page.click("#ask")],
  ["the menu of files", (page) => page.click("#save summary")],
  ["the table", (page) => page.click("#toggle-table")],
  ["a filter set", (page) => page.$eval("#filters input[type=checkbox]", (box) => box.click())],
  ["a narrow window", (page) => page.setViewport({ width: 480, height: 800 })]
];

async function lookAt(browser, address, scheme) {
  const page = await browser.newPage();
  await page.setBypassCSP(true);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width: 1300, height: 850 });
  await page.goto(address);
  await page.addScriptTag({ path: AXE });
  const found = {};
  for (const [name, change] of STATES) {
    await change(page);
    found[`${scheme}: ${name}`] = await page.evaluate(async () => (await axe.run()).violations.map((finding) => ({
      rule: finding.id, impact: finding.impact, help: finding.help,
      elements: finding.nodes.map((node) => `${node.html.slice(0, 160)} (${(node.any[0] || node.all[0] || node.none[0] || {}).message})`)
    })));
  }
  await page.close();
  return found;
}

async function main([program, file]) {
  const browser = await puppeteer.launch({ executablePath: program, args: ARGUMENTS });
  try {
    const address = pathToFileURL(path.resolve(file)).href;
    const found = { ...(await lookAt(browser, address, "light")), ...(await lookAt(browser, address, "dark")) };
    process.stdout.write(JSON.stringify(found));
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => { process.stderr.write(`${error.stack}\n`); process.exitCode = 1; });
