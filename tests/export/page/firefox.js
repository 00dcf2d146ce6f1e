// What Firefox makes of a page: node firefox.js FIREFOX PAGE NAME > found.json. NAME is searched for, then clicked.
"use strict";
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const puppeteer = require("puppeteer-core");

async function nextFrames(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function countPixels(page) {
  return page.evaluate(() => {
    const canvas = document.querySelector("#canvas canvas");
    const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
    let drawn = 0;
    for (let place = 0; place < pixels.length; place += 4) {
      const isWhite = pixels[place] + pixels[place + 1] + pixels[place + 2] === 765;
      if (pixels[place + 3] > 0 && !isWhite) { drawn += 1; }
    }
    return drawn;
  });
}

const readPanel = (page) => page.$eval("#panel", (panel) => panel.innerText);

async function openEvidence(page) {
  for (const summary of await page.$$("#panel details summary")) { await summary.click(); }
  await page.waitForSelector("#panel blockquote");
}

async function findByName(page, name) {
  await page.focus("#search");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.waitForSelector("#panel details");
  await openEvidence(page);
  return readPanel(page);
}

// From nothing chosen, a click on the node itself.
async function findByClick(page, name) {
  await page.evaluate(() => { document.activeElement.blur(); kgPage.select({}); });
  const place = await page.evaluate((wanted) => {
    const id = kgPage.nodes.find((node) => node.label === wanted).id;
    const spot = kgPage.network.canvasToDOM(kgPage.network.getPositions([id])[id]);
    const box = document.querySelector("#canvas").getBoundingClientRect();
    return { x: box.left + spot.x, y: box.top + spot.y };
  }, name);
  await page.mouse.click(place.x, place.y);
  await page.waitForSelector("#panel details");
  await openEvidence(page);
  return readPanel(page);
}

async function main([program, file, name]) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.setViewport({ width: 1300, height: 850 });
    await page.goto(pathToFileURL(path.resolve(file)).href);
    await nextFrames(page);
    const pixels = await countPixels(page);
    const searched = await findByName(page, name);
    const clicked = await findByClick(page, name);
    process.stdout.write(JSON.stringify({ version: await browser.version(), pixels, searched, clicked, complaints }));
  } finally {
    await browser.close();
  }
}

main(process.argv.slice(2)).catch((error) => { process.stderr.write(`${error.stack}\n`); process.exitCode = 1; });
