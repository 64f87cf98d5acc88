// Run a site's own search script without a browser: node search.mjs SITE QUERY prints [status, hits] as JSON.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [site, query] = process.argv.slice(2);

class Node {
  constructor() {
    this.children = [];
    this.on = {};
    this.value = "";
  }
  get text() { return this.children.map((c) => (typeof c === "string" ? c : c.text)).join(""); }
  set textContent(text) { this.children = [String(text)]; }
  append(...nodes) { this.children.push(...nodes); }
  replaceChildren(...nodes) { this.children = nodes; }
  addEventListener(name, run) { this.on[name] = run; }
}

const nodes = { suchform: new Node(), frage: new Node(), treffer: new Node(), meldung: new Node() };
const page = {
  window: {}, location: { search: "" }, URLSearchParams, setTimeout, clearTimeout,
  document: { getElementById: (id) => nodes[id], createElement: () => new Node() },
};
vm.createContext(page);
for (const name of ["search-index.js", "suche.js"]) vm.runInContext(readFileSync(join(site, name), "utf8"), page);
nodes.frage.value = query;
nodes.suchform.on.submit({ preventDefault() {} });
const hits = nodes.treffer.children.map(({ children: [link, meta, text] }) =>
  ({ href: link.href, title: link.text, meta: meta.text, text: text.text }));
console.log(JSON.stringify([nodes.meldung.text, hits]));
