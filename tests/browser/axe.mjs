// Accessibility of the pages below a folder, wide and narrow: node axe.mjs SITE OUT
// All pages, but of the many documents, which share a template, a spread of DOCUMENTS.
// Fails on violations that axe-core calls serious or critical, and on pages wider than the window. Screenshots go to OUT.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [site, out] = process.argv.slice(2).map((folder) => resolve(folder));
const require = createRequire(join(out, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = [1280, 390];
const DOCUMENTS = 40;
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

async function violations(browser, file, width) {
  const name = relative(site, file);
  const page = await browser.newPage({ viewport: { width, height: 900 }, locale: "de-DE" });
  const found = [];
  page.on("pageerror", (error) => found.push(`${name} at ${width}: script error: ${error.message}`));
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(out, `${name.replaceAll(/[^\w.-]+/g, "_")}-${width}.png`), fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (overflow > 0) found.push(`${name} at ${width}: ${overflow} px wider than the window`);
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run());
  for (const { id, impact, help, nodes } of result.violations) {
    const line = `${name} at ${width}: ${impact} ${id}: ${help} (${nodes.length}x, first ${nodes[0].target})`;
    if (["serious", "critical"].includes(impact)) found.push(line);
    else console.log(`  note: ${line}`);
  }
  await page.close();
  return found;
}

const names = readdirSync(site, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
if (names.length === 0) throw new Error(`no pages in ${site}`);
const isDocument = (name) => /(^|\/)dokument\//.test(name);
const documents = names.filter(isDocument);
const step = Math.max(1, documents.length / DOCUMENTS);
const chosen = new Set(documents.filter((_, n) => n === 0 || Math.floor(n / step) > Math.floor((n - 1) / step)));
const files = names.filter((name) => !isDocument(name) || chosen.has(name)).map((name) => join(site, name));
mkdirSync(out, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
const found = [];
for (const file of files) for (const width of WIDTHS) found.push(...(await violations(browser, file, width)));
await browser.close();
for (const line of found) console.log(line);
console.log(`${files.length} of ${names.length} pages at ${WIDTHS.join(" and ")} px: ${found.length} problems`);
process.exit(found.length ? 1 : 0);
