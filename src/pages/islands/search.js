// Search in a site of files: the same as the server's, over the list that is published with the pages.
// @ts-check
(() => {
  /** @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, " ").trim();
  const most = 100;
  /** @type {Record<string, number>} */
  const weights = { Event: 5, Actor: 5, Issue: 5, Statement: 3, Report: 1 };

  /** The list of the site, if one came with this page. */
  const listOf = () => /** @type {{ parleySearch?: [string, string, string, string, string][] }} */ (/** @type {unknown} */ (window)).parleySearch;

  /** Around the first word found, with the words marked. @param {string} text @param {string[]} terms */
  const snippet = (text, terms) => {
    const words = text.split(/\s+/);
    const parts = terms.flatMap((term) => term.split(" "));
    const found = words.map((word) => parts.some((part) => fold(word).includes(part)));
    const at = Math.max(0, found.indexOf(true));
    const start = Math.max(0, at - 24);
    const line = document.createElement("p");
    line.className = "words";
    line.dir = "auto";
    if (start > 0) line.append("… ");
    for (const [index, word] of words.slice(start, at + 48).entries()) {
      line.append(found[start + index] ? Object.assign(document.createElement("mark"), { textContent: word }) : word, " ");
    }
    if (at + 48 < words.length) line.append("…");
    return line;
  };

  /** @param {[string, string, string, string, string]} entry @param {string[]} terms */
  const lineOf = ([kind, head, words, address, source], terms) => {
    const line = Object.assign(document.createElement("li"), { className: "line" });
    const what = Object.assign(document.createElement("div"), { className: "what" });
    const label = Object.assign(document.createElement("p"), { className: "label" });
    label.append(Object.assign(document.createElement("a"), { href: address, textContent: head || "somebody unnamed" }));
    if (source) label.append(" ", Object.assign(document.createElement("span"), { className: "about", textContent: source }));
    what.append(label, snippet(words, terms));
    line.append(Object.assign(document.createElement("div"), { className: "when", textContent: kind }), what);
    return line;
  };

  const search = () => {
    const [box, results, list] = [document.querySelector("#q"), document.querySelector("#results"), listOf()];
    if (!(box instanceof HTMLInputElement) || !results || !list) return;
    const asked = box.value;
    const terms = [...new Set((asked.match(/"[^"]*"|[^\s"]+/g) ?? []).map((part) => fold(part.replaceAll('"', ""))).filter(Boolean))];
    if (terms.length === 0) return results.replaceChildren();
    const found = list
      .map((entry) => ({ entry, text: fold(`${entry[1]} ${entry[2]}`), head: fold(entry[1]) }))
      .filter(({ text }) => terms.every((term) => text.includes(term)))
      .map(({ entry, text, head }) => ({ entry, score: (weights[entry[0]] ?? 0) + (4 * terms.filter((term) => head.includes(term)).length) / terms.length + 1 / (1 + text.length / 400) }))
      .sort((a, b) => b.score - a.score);
    const sum = Object.assign(document.createElement("p"), { className: found.length > 0 ? "sum" : "empty", textContent: found.length > 0 ? `${found.length} ${found.length === 1 ? "line" : "lines"}, best first${found.length > most ? `; the first ${most}` : ""}.` : "Nothing holds all of these words." });
    const lines = Object.assign(document.createElement("ol"), { className: "lines" });
    lines.append(...found.slice(0, most).map(({ entry }) => lineOf(entry, terms)));
    results.replaceChildren(sum, ...(found.length > 0 ? [lines] : []));
  };

  document.addEventListener("parley:page", () => {
    const box = document.querySelector("#q");
    if (!listOf() || !(box instanceof HTMLInputElement)) return;
    box.value = new URLSearchParams(location.search).get("q") ?? "";
    search();
    box.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      search();
      try {
        history.replaceState(null, "", `?q=${encodeURIComponent(box.value)}`);
      } catch {} // a browser that lets no file change its address
    });
    box.addEventListener("input", search);
  });
})();
