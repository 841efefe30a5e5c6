// The brush: a stretch of the chronicle's picture, drawn over with the pointer, becomes "from" and "to" of the list below it. In a site
// of files, where nobody answers forms, what the picture shows of that stretch is listed instead.
// @ts-check
(() => {
  /** @param {number} day */
  const nameOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
  /** @param {string | null} name */
  const dayOf = (name) => (name !== null && /^\d{4}-\d\d-\d\d$/.test(name) ? Date.parse(name) / 864e5 : Number.NaN);

  /** Asks a form for the stretch. @param {HTMLFormElement} form @param {readonly number[]} days */
  const ask = (form, days) => {
    for (const [index, name] of ["from", "to"].entries()) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = nameOf(days[index] ?? 0);
    }
    form.requestSubmit();
  };

  /** Keeps the stretch in the address. @param {readonly number[] | null} days */
  const remember = (days) => {
    try {
      const url = new URL(location.href);
      for (const [index, name] of ["from", "to"].entries()) {
        if (days === null) url.searchParams.delete(name);
        else url.searchParams.set(name, nameOf(days[index] ?? 0));
      }
      history.replaceState(null, "", url);
    } catch {} // a browser that lets no file change its address
  };

  /** The marks of the picture whose middle lies in a stretch, 0–1 of the plot. @param {HTMLElement} figure @param {(x: number) => number} share @param {number} from @param {number} to */
  const marksIn = (figure, share, from, to) =>
    [...figure.querySelectorAll(".wide svg a")].filter((mark) => {
      const box = mark.getBoundingClientRect();
      return share(box.right) >= from && share(box.left) <= to;
    });

  /** Lists marks in place of the lines of the page. @param {HTMLElement} figure @param {Element[]} marks @param {readonly number[]} days */
  const list = (figure, marks, days) => {
    document.querySelector("#brushed")?.remove();
    const [from, to] = days.map(nameOf);
    const section = Object.assign(document.createElement("section"), { id: "brushed" });
    const head = Object.assign(document.createElement("h2"), { textContent: `${from} to ${to}` });
    const count = Object.assign(document.createElement("p"), { className: "sum", textContent: `${marks.length} ${marks.length === 1 ? "mark" : "marks"} of the picture. ` });
    count.setAttribute("role", "status");
    const all = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all" });
    const lines = Object.assign(document.createElement("ul"), { className: "plain" });
    for (const mark of marks) {
      const line = document.createElement("li");
      const words = mark.querySelector("title")?.textContent ?? "";
      line.append(Object.assign(document.createElement("a"), { href: mark.getAttribute("href") ?? "", textContent: words, dir: "auto" }));
      lines.append(line);
    }
    count.append(all);
    section.append(head, count, lines);
    figure.after(section);
    const others = document.querySelector("#list");
    if (others instanceof HTMLElement) others.hidden = true;
    all.addEventListener("click", () => {
      section.remove();
      if (others instanceof HTMLElement) others.hidden = false;
      const band = figure.querySelector(".band");
      if (band instanceof HTMLElement) band.hidden = true;
      remember(null);
      figure.scrollIntoView({ block: "nearest" });
    });
  };

  const build = () => {
    const figure = document.querySelector("figure.brushed");
    const form = document.querySelector(".filters form");
    const svg = figure?.querySelector(".wide svg");
    if (!(figure instanceof HTMLElement) || !svg || figure.dataset.ready) return;
    figure.dataset.ready = "yes";
    const [first, last, left, right, width] = ["first", "last", "left", "right", "width"].map((name) => Number(figure.dataset[name]));
    const band = document.createElement("div");
    band.className = "band";
    band.hidden = true;
    figure.append(band);
    /** Share of the plot, 0–1, at a place on the screen. @param {number} x */
    const shareAt = (x) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / width;
      return Math.max(0, Math.min(1, (x - box.left - left * scale) / (box.width - (left + right) * scale)));
    };
    /** @param {number} a @param {number} b */
    const draw = (a, b) => {
      const [box, frame] = [svg.getBoundingClientRect(), figure.getBoundingClientRect()];
      const scale = box.width / width;
      const plot = box.width - (left + right) * scale;
      band.style.left = `${box.left - frame.left + left * scale + Math.min(a, b) * plot}px`;
      band.style.width = `${Math.abs(b - a) * plot}px`;
      band.style.top = `${box.top - frame.top}px`;
      band.style.height = `${box.height - 34 * scale}px`;
      band.hidden = Math.abs(b - a) * plot < 6;
    };
    /** @param {number} a @param {number} b */
    const show = (a, b) => {
      const [from, to] = [a, b].sort((x, y) => x - y);
      const days = [from, to].map((share) => Math.round(first + (share ?? 0) * (last - first)));
      if (form instanceof HTMLFormElement) return ask(form, days);
      list(figure, marksIn(figure, shareAt, from ?? 0, to ?? 1), days);
      remember(days);
    };
    svg.addEventListener("pointerdown", (start) => {
      if (!(start instanceof PointerEvent) || start.button !== 0 || start.pointerType === "touch") return;
      const from = shareAt(start.clientX);
      let to = from;
      /** @param {PointerEvent} event */
      const move = (event) => {
        to = shareAt(event.clientX);
        draw(from, to);
      };
      const end = () => {
        removeEventListener("pointermove", move);
        if (band.hidden) return;
        svg.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
        show(from, to);
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end, { once: true });
    });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    const asked = new URLSearchParams(location.search);
    const days = [dayOf(asked.get("from")), dayOf(asked.get("to"))];
    if (form instanceof HTMLFormElement || days.some(Number.isNaN)) return;
    const shares = days.map((day) => Math.max(0, Math.min(1, (day - first) / (last - first))));
    draw(shares[0] ?? 0, shares[1] ?? 1);
    show(shares[0] ?? 0, shares[1] ?? 1);
  };
  document.addEventListener("parley:page", build);
})();
