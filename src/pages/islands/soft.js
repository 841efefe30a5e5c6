// Filters, the day of view and the brush without reload: the page that a form asks for is fetched and its content put in place;
// the address holds the whole state. Where nothing can be fetched (files on a disk, a broken line) the browser goes there itself.
// @ts-check
(() => {
  const canFetch = location.protocol.startsWith("http");
  const said = document.createElement("p");
  said.className = "unseen";
  said.setAttribute("role", "status");

  /** What has the focus, so that it can be found again in the new content. @param {Element | null} element */
  const pathOf = (element) => {
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    if (element.id) return `#${CSS.escape(element.id)}`;
    const name = element.getAttribute("name");
    return name ? `form [name="${CSS.escape(name)}"]:not([type=hidden])` : null;
  };

  /** Puts the content of the page at `address` here. @param {string} address @param {boolean} push */
  const go = async (address, push = true) => {
    const main = document.querySelector("main");
    if (!canFetch || !main) return location.assign(address);
    main.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(address, { headers: { accept: "text/html" } });
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
      const content = fresh.querySelector("main");
      const head = fresh.querySelector("header.top");
      if (!content || !head) throw new Error("no page came");
      const focus = pathOf(document.activeElement);
      const isOpen = document.querySelector("details.filters")?.hasAttribute("open");
      main.replaceWith(content);
      document.querySelector("header.top")?.replaceWith(head);
      document.title = fresh.title;
      if (isOpen) document.querySelector("details.filters")?.setAttribute("open", "");
      if (push) history.pushState(null, "", address);
      document.dispatchEvent(new CustomEvent("parley:page"));
      const again = focus === null ? null : document.querySelector(focus);
      if (again instanceof HTMLElement) again.focus({ preventScroll: true });
      said.textContent = content.querySelector(".sum, .empty")?.textContent ?? "";
    } catch {
      location.assign(address);
    }
  };

  /** The address that a form asks for. @param {HTMLFormElement} form */
  const addressOf = (form) => {
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") url.searchParams.set(name, value);
    return url.href;
  };

  if (canFetch) {
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.method !== "get" || !form.closest(".filters, .as-of")) return;
      event.preventDefault();
      go(addressOf(form));
    });
    document.addEventListener("change", (event) => {
      const field = event.target;
      if (field instanceof HTMLSelectElement && field.closest(".filters")) field.form?.requestSubmit();
    });
    let page = location.pathname + location.search;
    addEventListener("popstate", () => {
      const now = location.pathname + location.search;
      if (now !== page) go(location.href, false); // else only the place on the page changed
      page = now;
    });
    document.addEventListener("parley:page", () => {
      document.body.append(said);
      page = location.pathname + location.search;
    });
  }
  Object.assign(window, { parley: { go } });
})();
