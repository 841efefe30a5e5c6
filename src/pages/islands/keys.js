// Keys: from line to line, to the parts of the site, from day to day; "?" lists them and lets people switch them off.
// @ts-check
(() => {
  const memory = "parley-keys-off";
  const isOff = () => {
    try {
      return localStorage.getItem(memory) === "yes";
    } catch {
      return false;
    }
  };
  /** @param {boolean} off */
  const remember = (off) => {
    try {
      if (off) localStorage.setItem(memory, "yes");
      else localStorage.removeItem(memory);
    } catch {} // a browser that keeps nothing for files
  };

  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  const show = () => {
    if (dialog?.open) return dialog.close();
    dialog?.remove();
    dialog = document.createElement("dialog");
    dialog.className = "keys-dialog";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = Object.assign(document.createElement("h2"), { id: "keys-title", textContent: "Keys" });
    const list = document.createElement("dl");
    const { parleyKeys = [] } = /** @type {{ parleyKeys?: { keys: string, does: string }[] }} */ (/** @type {unknown} */ (window));
    for (const { keys, does } of parleyKeys) {
      const line = document.createElement("div");
      const term = document.createElement("dt");
      term.append(Object.assign(document.createElement("kbd"), { textContent: keys }));
      line.append(term, Object.assign(document.createElement("dd"), { textContent: does }));
      list.append(line);
    }
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: !isOff() });
    box.addEventListener("change", () => remember(!box.checked));
    label.append(box, " Keys are on (? always is)");
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Close" });
    close.addEventListener("click", () => dialog?.close());
    dialog.append(title, list, label, close);
    document.body.append(dialog);
    dialog.showModal();
  };

  const lines = () => [...document.querySelectorAll("main li.line, main li.telling, main tbody tr, main article")].filter((line) => line instanceof HTMLElement && !line.hidden);
  /** @type {Element | null} */
  let current = null;
  /** @param {number} step */
  const move = (step) => {
    const all = lines();
    const at = current === null ? -1 : all.indexOf(current);
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    if (!next) return;
    current?.classList.remove("current");
    next.classList.add("current");
    current = next;
    next.scrollIntoView({ block: "nearest" });
    const link = next.querySelector(".label a[href], th a[href], h2 a[href], h3 a[href], a[href]");
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
  };
  /** @param {string} selector */
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link instanceof HTMLElement) link.click();
  };
  /** @param {string} selector */
  const focus = (selector) => {
    const field = document.querySelector(selector);
    if (field instanceof HTMLElement) field.focus();
    if (field instanceof HTMLInputElement) field.select();
  };
  /** Day of view, so many days of reports further. @param {number} step */
  const day = (step) => {
    const range = document.querySelector("#as-of-range");
    if (!(range instanceof HTMLInputElement)) return;
    range.value = String(Number(range.value) + step);
    range.dispatchEvent(new Event("change"));
  };
  /** @param {string} key */
  const go = (key) => {
    const pairs = (document.body.dataset.go ?? "").split(" ");
    const at = pairs.findIndex((part, index) => index % 2 === 0 && part === key);
    const address = at < 0 ? undefined : pairs[at + 1];
    if (address) location.assign(address);
  };

  /** @type {Record<string, () => void>} */
  const actions = {
    "/": () => focus("#find, #q"),
    j: () => move(1),
    k: () => move(-1),
    e: () => current?.querySelector("a.mark, a.to") instanceof HTMLElement && /** @type {HTMLElement} */ (current.querySelector("a.mark, a.to")).click(),
    y: () => current && document.dispatchEvent(new CustomEvent("parley:cite", { detail: current })),
    f: () => {
      document.querySelector("details.filters")?.setAttribute("open", "");
      focus(".filters input:not([type=hidden]), .filters select, #quick");
    },
    n: () => follow(".pager a[rel=next]"),
    p: () => follow(".pager a[rel=prev]"),
    "[": () => day(-1),
    "]": () => day(1),
  };

  let isGoing = false;
  document.addEventListener("keydown", (event) => {
    const field = event.target instanceof Element ? event.target.closest("input, select, textarea, dialog") : null;
    if (field || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?") return show();
    if (isOff()) return;
    if (isGoing) {
      isGoing = false;
      return go(event.key);
    }
    if (event.key === "g") {
      isGoing = true;
      setTimeout(() => {
        isGoing = false;
      }, 1500);
      return;
    }
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.addEventListener("parley:page", () => {
    current = null;
  });
})();
