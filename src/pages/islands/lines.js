// Lines: a button that copies a citation of each; in a site of files, where nobody answers forms, a box that filters the lines of
// the page, and keeps what it filters by in the address.
// @ts-check
(() => {
  const lineKinds = "li.line, li.telling, article.discrepancy, article.proposal";

  /** A citation of a line: its words, who tells them, and where they stand. @param {Element} line */
  const citationOf = (line) => {
    const words = (line.querySelector(".words q, .words .said, .words")?.textContent ?? line.querySelector("h2, h3, .label")?.textContent ?? "").replace(/\s+/g, " ").trim();
    const marks = [...line.querySelectorAll("a.mark")];
    const sources = marks.map((mark) => (mark.getAttribute("data-card") ?? mark.getAttribute("title") ?? mark.textContent ?? "").split("\n")[0]);
    const [first, ...others] = sources; // the words are those of the first
    const source = first === undefined ? (line.querySelector("h3")?.textContent ?? "").trim() : [first, ...(others.length > 0 ? [`told too by ${others.join("; ")}`] : [])].join("; ");
    const place = marks[0] ?? line.querySelector("h3 a, .label a");
    const address = place instanceof HTMLAnchorElement ? place.href : location.href;
    return `“${words}” (${source}). ${document.title}, ${address}`;
  };

  /** Copies, where the browser lets a page do so, else by the old way. @param {string} text */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };

  /** @param {Element} line */
  const cite = async (line) => {
    const button = line.querySelector("button.cite");
    await copy(citationOf(line));
    if (!button) return;
    button.textContent = "Copied";
    setTimeout(() => {
      button.textContent = "Cite";
    }, 1600);
  };

  const addButtons = () => {
    for (const line of document.querySelectorAll(lineKinds)) {
      if (line.querySelector("button.cite")) continue;
      const button = Object.assign(document.createElement("button"), { type: "button", className: "cite", textContent: "Cite" });
      button.title = "Copy a citation of this line";
      (line.querySelector(".told") ?? line).append(button);
    }
  };

  const addFilter = () => {
    const main = document.querySelector("main");
    const lines = [...(main?.querySelectorAll("li.line, tbody tr") ?? [])];
    const before = main?.querySelector(".sum");
    if (location.protocol.startsWith("http") && document.querySelector(".as-of form")) return; // a server filters better
    if (!before || lines.length < 8 || document.querySelector("#quick")) return;
    const label = Object.assign(document.createElement("label"), { className: "quick", textContent: "Filter the lines of this page " });
    const box = Object.assign(document.createElement("input"), { type: "search", id: "quick", autocomplete: "off" });
    const told = document.createElement("span");
    told.className = "about";
    told.setAttribute("role", "status");
    label.append(box);
    before.after(label, told);
    const folded = lines.map((line) => (line.textContent ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase());
    const filter = () => {
      const terms = box.value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [index, line] of lines.entries()) {
        const isShown = terms.every((term) => folded[index]?.includes(term));
        if (line instanceof HTMLElement) line.hidden = !isShown;
        if (isShown) shown++;
      }
      told.textContent = terms.length === 0 ? "" : `${shown} of ${lines.length} lines`;
      try {
        const url = new URL(location.href);
        if (terms.length === 0) url.searchParams.delete("filter");
        else url.searchParams.set("filter", box.value);
        history.replaceState(null, "", url);
      } catch {} // a browser that lets no file change its address
    };
    box.value = new URLSearchParams(location.search).get("filter") ?? "";
    box.addEventListener("input", filter);
    if (box.value !== "") filter();
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button.cite") : null;
    const line = button?.closest(lineKinds);
    if (line) cite(line);
  });
  document.addEventListener("parley:cite", (event) => {
    if (event instanceof CustomEvent && event.detail instanceof Element) cite(event.detail);
  });
  document.addEventListener("parley:page", () => {
    addButtons();
    addFilter();
  });
})();
