// The slider over the days of reports: the record as it stood on each. A server is asked for the day; in a site of files the days
// that it has pages of are links already, and the slider follows them.
// @ts-check
(() => {
  /** A slider over days, the last of which is everything. @param {string[]} days @param {number} at @param {(index: number) => void} go */
  const slider = (days, at, go) => {
    const range = Object.assign(document.createElement("input"), { type: "range", id: "as-of-range", min: "0", max: String(days.length), value: String(Math.max(0, at)) });
    range.setAttribute("aria-label", "Day of view, among the days of reports");
    const told = document.createElement("output");
    told.className = "about";
    told.setAttribute("for", range.id);
    const tell = () => {
      const words = days[Number(range.value)] ?? "everything";
      told.textContent = words;
      range.setAttribute("aria-valuetext", words);
    };
    tell();
    range.addEventListener("input", tell);
    range.addEventListener("change", () => go(Number(range.value)));
    return [range, told];
  };

  /** @param {HTMLElement} bar @param {HTMLFormElement} form @param {HTMLInputElement} field */
  const served = (bar, form, field) => {
    const days = (bar.dataset.days ?? "").split(" ");
    const at = field.value === "" ? days.length : days.filter((day) => day <= field.value).length - 1;
    const go = (/** @type {number} */ index) => {
      field.value = days[index] ?? "";
      form.requestSubmit();
    };
    form.prepend(...slider(days, at, go));
  };

  /** @param {HTMLElement} bar @param {Element} list */
  const published = (bar, list) => {
    const lines = /** @type {HTMLElement[]} */ ([...list.children]);
    const days = lines.map(({ dataset }) => dataset.day ?? "").filter((day) => day !== "");
    const at = lines.findIndex((line) => line.querySelector("[aria-current]"));
    const go = (/** @type {number} */ index) => {
      const link = lines[index]?.querySelector("a");
      if (link) location.assign(link.href);
    };
    bar.prepend(...slider(days, at, go));
  };

  const build = () => {
    const bar = document.querySelector(".as-of");
    if (!(bar instanceof HTMLElement) || bar.querySelector("[type=range]")) return;
    const form = bar.querySelector("form");
    const field = form?.querySelector("input[name=as_of]");
    if (form && field instanceof HTMLInputElement && bar.dataset.days) return served(bar, form, field);
    const list = bar.querySelector(".days ol");
    if (list) published(bar, list);
  };
  document.addEventListener("parley:page", build);
})();
