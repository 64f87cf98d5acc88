// The tables of the comparison scroll sideways together, and a reader may choose whose columns to see.
"use strict";
(() => {
  const regions = [...document.querySelectorAll(".matrix .region")];
  for (const region of regions) {
    region.addEventListener("scroll", () => {
      for (const other of regions) if (other.scrollLeft !== region.scrollLeft) other.scrollLeft = region.scrollLeft;
    }, { passive: true });
  }

  const names = [...document.querySelectorAll("table")].slice(0, 1).flatMap((table) => [...table.tHead.rows[0].cells].slice(1));
  if (names.length < 3) return;
  const boxes = names.map((cell) => {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.dataset.name = cell.textContent.trim();
    return box;
  });
  const summary = document.createElement("summary");
  const show = () => {
    const shown = boxes.map((box) => box.checked);
    for (const row of document.querySelectorAll("table tr")) {
      shown.forEach((yes, i) => { if (row.cells[i + 1]) row.cells[i + 1].hidden = !yes; });
    }
    const count = shown.filter(Boolean).length;
    for (const table of document.querySelectorAll("table")) table.style.setProperty("--n", count);
    summary.textContent = `Kommunen auswählen (${count} von ${shown.length} zu sehen)`;
  };
  const all = (text, checked) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => { for (const box of boxes) box.checked = checked; show(); });
    return button;
  };
  const list = document.createElement("ul");
  for (const box of boxes) {
    const item = document.createElement("li");
    const label = document.createElement("label");
    label.append(box, ` ${box.dataset.name}`);
    box.addEventListener("change", show);
    item.append(label);
    list.append(item);
  }
  const details = document.createElement("details");
  details.className = "pick";
  details.append(summary, all("alle", true), all("keine", false), list);
  document.getElementById("auswahl").append(details);
  show();
})();
