// Cards: what a mark of an outlet rests on, shown where the pointer or the focus is; Escape puts it away, the pointer may go into it.
// @ts-check
(() => {
  const card = document.createElement("div");
  card.className = "card";
  card.id = "card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  /** @type {Element | null} */
  let owner = null;
  let waiting = 0;

  const hide = () => {
    clearTimeout(waiting);
    card.hidden = true;
    owner?.removeAttribute("aria-describedby");
    owner = null;
  };
  /** @param {Element} mark */
  const show = (mark) => {
    clearTimeout(waiting);
    if (owner === mark) return;
    hide();
    const title = mark.getAttribute("title");
    if (title !== null) {
      mark.setAttribute("data-card", title); // the browser's own box would cover the card
      mark.removeAttribute("title");
    }
    const [source = "", ...words] = (mark.getAttribute("data-card") ?? "").split("\n");
    if (source === "") return;
    const head = Object.assign(document.createElement("strong"), { textContent: source });
    const text = Object.assign(document.createElement("p"), { textContent: words.join("\n"), dir: "auto" });
    card.replaceChildren(head, text);
    (mark.closest("main") ?? document.body).append(card);
    card.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8));
    const isAbove = box.bottom + card.offsetHeight + 12 > innerHeight && box.top > card.offsetHeight + 12;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(isAbove ? box.top - card.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
    mark.setAttribute("aria-describedby", "card");
    owner = mark;
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(hide, 180);
  };
  /** @param {EventTarget | null} target */
  const markOf = (target) => (target instanceof Element ? target.closest("a.mark, .text [title], .text [data-card]") : null);

  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event.target);
    if (mark) show(mark);
    else if (event.target instanceof Node && card.contains(event.target)) clearTimeout(waiting);
  });
  document.addEventListener("pointerout", (event) => {
    if (markOf(event.target) || (event.target instanceof Node && card.contains(event.target))) later();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event.target);
    if (mark) show(mark);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("parley:page", hide);
})();
