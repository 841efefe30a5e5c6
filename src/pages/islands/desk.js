// The desk with keys: c opens the corrections (of the current line, else of the page), a number chooses one, Enter shows its effect,
// Ctrl+Enter saves, u takes back what was saved last, Escape goes back; in review a accepts, s skips, o opens the report. Words
// that are selected in a report are put into the form that asks for them.
// @ts-check
(() => {
  /** @param {string} selector @param {ParentNode} [inside] */
  const find = (selector, inside = document) => {
    const found = inside.querySelector(selector);
    return found instanceof HTMLElement ? found : null;
  };
  const isOff = () => {
    try {
      return localStorage.getItem("parley-keys-off") === "yes";
    } catch {
      return false;
    }
  };

  /** Opens a correction and goes to its first field; one that asks for nothing shows its effect. @param {Element | null | undefined} choice */
  const choose = (choice) => {
    if (!(choice instanceof HTMLDetailsElement)) return;
    const form = choice.querySelector("form");
    const field = find("input:not([type=hidden]), select, textarea", choice);
    if (!field) return form?.requestSubmit();
    choice.closest(".corrections")?.setAttribute("open", "");
    choice.open = true;
    const empty = [...choice.querySelectorAll("textarea, input:not([type=hidden]):not([type=checkbox])")].find((one) => (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement) && one.required && one.value === "");
    const first = empty instanceof HTMLElement ? empty : field;
    first.focus();
    if (first instanceof HTMLInputElement && first.type !== "checkbox") first.select();
  };

  const open = () => {
    const link = find(".current a.fix");
    if (link) return link.click();
    const list = find("details.corrections");
    if (!(list instanceof HTMLDetailsElement)) return;
    list.open = true;
    find("summary", list)?.focus();
  };
  /** @param {string} selector */
  const press = (selector) => {
    const button = find(selector);
    button?.click();
    return button !== null;
  };

  /** @type {Record<string, () => unknown>} */
  const actions = {
    c: open,
    u: () => press(".saved button.undo"),
    a: () => press(".review button.accept"),
    s: () => press(".review a.skip-line"),
    o: () => press(".review a.open-line"),
    Escape: () => press(".save a, main a.back"),
  };

  let going = -Infinity; // when "g" was pressed: the key after it leads elsewhere
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const form = document.querySelector("form.save") ?? (event.target instanceof Element ? event.target.closest(".correction form") : null);
      if (form instanceof HTMLFormElement) form.requestSubmit();
      return;
    }
    const field = event.target instanceof Element ? event.target.closest("input, select, textarea, dialog") : null;
    if (field instanceof HTMLElement && event.key === "Escape" && field.matches("input, select, textarea")) return field.blur();
    if (field || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    const isGoing = event.timeStamp - going < 1500;
    going = event.key === "g" && !isGoing ? event.timeStamp : -Infinity;
    if (isGoing) return;
    const choices = document.querySelectorAll("details.corrections .correction");
    if (/^[1-9]$/.test(event.key) && choices.length >= Number(event.key)) {
      event.preventDefault();
      const choice = choices[Number(event.key) - 1];
      const words = bar.hidden ? null : selected();
      return choice && words !== null && choice.querySelector("textarea[data-words]") ? mark(words, choice) : choose(choice);
    }
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action || document.querySelector("form.save, .corrections, .fix, .saved, .review, main a.back") === null) return;
    if (event.key !== "Escape") event.preventDefault();
    action();
  });

  // A form is sent once, however often Enter is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.dataset.sent === "yes") return event.preventDefault();
    form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) form.removeAttribute("data-sent");
  });

  const bar = document.createElement("div");
  bar.className = "marking";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "What are the selected words?");
  bar.hidden = true;

  const selected = () => {
    const selection = getSelection();
    const text = selection?.toString().replace(/[¶]/g, "").trim() ?? "";
    const node = selection?.anchorNode;
    const inside = node && (node instanceof Element ? node : node.parentElement)?.closest(".text .para > p");
    return inside && text.length > 1 && text.length <= 1500 ? text : null;
  };
  /** @param {string} words @param {Element} choice */
  const mark = (words, choice) => {
    const area = choice.querySelector("textarea[data-words]");
    if (area instanceof HTMLTextAreaElement) area.value = words;
    bar.hidden = true;
    choose(choice);
  };
  const offer = () => {
    const words = selected();
    const choices = [...document.querySelectorAll(".correction")].filter((choice) => choice.querySelector("textarea[data-words]"));
    bar.hidden = words === null || choices.length === 0;
    if (words === null || bar.hidden) return;
    const told = document.createElement("p");
    told.textContent = `“${words.length > 80 ? `${words.slice(0, 80)} …` : words}”`;
    bar.replaceChildren(
      told,
      ...choices.map((choice) => {
        const button = Object.assign(document.createElement("button"), { type: "button", textContent: choice.querySelector("summary")?.lastChild?.textContent?.trim() ?? "" });
        button.addEventListener("click", () => mark(words, choice));
        return button;
      }),
    );
    if (!bar.isConnected) document.body.append(bar);
  };
  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    if (document.querySelector(".correction textarea[data-words]") === null) return;
    if (document.activeElement?.closest("input, textarea, select, .marking")) return;
    clearTimeout(waiting);
    waiting = setTimeout(offer, 150);
  });
})();
