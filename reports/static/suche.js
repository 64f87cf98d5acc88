// Search in search-index.js, which holds for every stem its word forms and the passages with it. Works from the disk.
"use strict";
(() => {
  const { docs, passages, words } = window.ratslupe;
  const form = document.getElementById("suchform");
  const field = document.getElementById("frage");
  const list = document.getElementById("treffer");
  const status = document.getElementById("meldung");
  const LIMIT = 40;
  const WORD = /[\p{L}\p{N}]+/gu;
  // Both genders in one word: Manager*innen, Manager:innen, Manager_innen, Manager/-innen.
  const BOTH = /([\p{L}\p{N}]*\p{L})(?:[*:_·]|\/-?)(in(?:nen)?)(?![\p{L}\p{N}])/giu;
  const PRINTED = new RegExp(`${BOTH.source}|${WORD.source}`, "giu");
  const STOP = new Set(("aber als am an auch auf aus bei bis da das dass dem den der des die dies diese dieser doch durch ein " +
    "eine einem einen einer eines er es für hat im in ist mit nach nicht noch nur ob oder sich sie sind so um und unter vom " +
    "von vor war was wer wie wird wo zu zum zur über").split(" "));

  const stemOf = new Map();
  const forms = [];
  const flat = new Map();
  for (const stem of Object.keys(words)) {
    for (const word of words[stem][0]) {
      stemOf.set(word, stem);
      forms.push(word);
      const plain = plainly(word);
      flat.set(plain, [...(flat.get(plain) ?? []), word]);
    }
  }

  // Letters as one may type them on any keyboard: ä as ae, ß as ss.
  function plainly(word) {
    return word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
  }

  // A stem as near as this page can tell for a word that no passage holds: without umlauts and endings.
  function guess(word) {
    let plain = word.replaceAll("ß", "ss").normalize("NFD").replace(/\u0308/g, "");
    for (let cut = 0; cut < 5 && plain.length > 3; cut++, plain = plain.slice(0, -1)) {
      if (Object.hasOwn(words, plain)) return plain;
      if (!/[ensrt]$/.test(plain)) break;
    }
    return null;
  }

  // Stem -> weight: the word itself counts more than a longer word that begins with it.
  function matching(word, begun) {
    const found = new Map();
    const start = plainly(word);
    if (begun || start.length > 3) {
      for (const form of forms) if (plainly(form).startsWith(start)) found.set(stemOf.get(form), 1);
    }
    for (const same of flat.get(start) ?? []) found.set(stemOf.get(same), 3);
    const own = stemOf.get(word) ?? guess(word) ?? guess(word.replace(/([aou])e/g, "$1"));
    if (own) found.set(own, 3);
    return found;
  }

  // What was typed: words to find, phrases („…“ or "…"), words to leave out (-Wort, -"…") and short beginnings (Wo*).
  function parsed(query) {
    const wanted = { words: [], phrases: [], without: [], begun: new Set() };
    for (const [, minus, phrase, bare] of query.toLowerCase().matchAll(/(?:^|[\s(])([-–−]?)(?:["„“”»«]([^"„“”»«]*)["„“”»«]?|(\S+))/gu)) {
      const found = (phrase ?? bare.replace(BOTH, "$1$2")).match(WORD) ?? [];
      if (!found.length) continue;
      if (minus) wanted.without.push(found);
      else if (phrase !== undefined && found.length > 1) wanted.phrases.push(found);
      if (!minus) wanted.words.push(...found);
      if (bare?.endsWith("*")) wanted.begun.add(found.at(-1));
    }
    return wanted;
  }

  // Whether a text has these words one right after the other, typed as printed or with ae for ä.
  function inRow(text, row) {
    const there = (text.toLowerCase().match(WORD) ?? []).map(plainly);
    const sought = row.map(plainly);
    return there.some((_, i) => sought.every((word, k) => there[i + k] === word));
  }

  // A word to leave out counts in all its forms, several in quotes as a phrase.
  function lacks(id, row) {
    if (row.length > 1) return !inRow(passages[id][2], row);
    const stems = new Set([...(flat.get(plainly(row[0])) ?? []).map((word) => stemOf.get(word)), stemOf.get(row[0]) ?? guess(row[0])]);
    return ![...stems].some((stem) => stem && words[stem][1].includes(id));
  }

  function search(query) {
    const wanted = parsed(query);
    const typed = wanted.words.filter((word) => !STOP.has(word) || wanted.begun.has(word));
    const terms = typed.map((word) => matching(word, wanted.begun.has(word)));
    const joined = typed.slice(1).map((word, i) => (typed[i] + word).length > 6 ? matching(typed[i] + word) : new Map());
    const scores = terms.map((term) => {
      const score = new Map();
      for (const [stem, weight] of term) {
        const there = words[stem][1];
        const rare = weight * Math.log(1 + passages.length / there.length);
        for (const id of there) score.set(id, Math.max(score.get(id) ?? 0, rare));
      }
      return score;
    });
    joined.forEach((term, i) => {
      for (const stem of term.keys()) {
        for (const id of words[stem][1]) {
          for (const score of [scores[i], scores[i + 1]]) score.set(id, Math.max(score.get(id) ?? 0, 4));
        }
      }
    });
    const marked = new Set([...terms, ...joined].flatMap((term) => [...term.keys()]));
    if (!scores.length) return { hits: [], marked };
    const hits = [...scores[0].keys()]
      .filter((id) => scores.every((score) => score.has(id)))
      .filter((id) => wanted.phrases.every((row) => inRow(passages[id][2], row)))
      .filter((id) => wanted.without.every((row) => lacks(id, row)))
      .map((id) => ({ id, score: scores.reduce((sum, score) => sum + score.get(id), 0) }))
      .sort((a, b) => b.score - a.score || a.id - b.id);
    return { hits, marked };
  }

  function isMarked(word, marked) {
    const forms = [word.replace(BOTH, "$1$2"), word.replace(BOTH, "$1")];
    return forms.some((form) => marked.has(stemOf.get(form.toLowerCase())));
  }

  function marks(text, marked) {
    const line = document.createElement("p");
    const first = [...text.matchAll(PRINTED)].find((m) => isMarked(m[0], marked));
    const from = first && first.index > 160 ? text.indexOf(" ", first.index - 120) + 1 : 0;
    const shown = text.slice(from, from + 420);
    let last = 0;
    if (from) line.append("… ");
    for (const match of shown.matchAll(PRINTED)) {
      if (!isMarked(match[0], marked)) continue;
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      line.append(shown.slice(last, match.index), mark);
      last = match.index + match[0].length;
    }
    line.append(shown.slice(last));
    if (from + 420 < text.length) line.append(" …");
    return line;
  }

  function show(query) {
    const { hits, marked } = search(query);
    list.replaceChildren(...hits.slice(0, LIMIT).map(({ id }) => {
      const [number, anchor, text, day] = passages[id];
      const [path, title, town, date] = docs[number];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${path}#${anchor}`;
      link.textContent = title;
      const meta = document.createElement("span");
      meta.className = "meta";
      meta.textContent = `${town || "Kommune unbekannt"} · ${day || date || "Datum unbekannt"}`;
      item.append(link, meta, marks(text, marked));
      return item;
    }));
    const count = hits.length === 1 ? "1 Stelle" : `${hits.length.toLocaleString("de-DE")} Stellen`;
    if (!query.trim()) status.textContent = "";
    else if (!hits.length) status.textContent = "Nichts gefunden. Alle Wörter müssen in derselben Stelle stehen; weniger Wörter finden mehr.";
    else status.textContent = hits.length > LIMIT ? `${count}, die besten ${LIMIT} sind zu sehen.` : `${count}.`;
  }

  let wait;
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => show(field.value), 180);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
  });
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    show(asked);
  }
})();
