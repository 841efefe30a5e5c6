// The brush: a stretch of the chronicle's picture, drawn over with the pointer, becomes "from" and "to" of the list below it.
// @ts-check
(() => {
  /** @param {number} day */
  const nameOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

  const build = () => {
    const figure = document.querySelector("figure.brushed");
    const form = document.querySelector(".filters form");
    const svg = figure?.querySelector(".wide svg");
    if (!(figure instanceof HTMLElement) || !(form instanceof HTMLFormElement) || !svg || figure.dataset.ready) return;
    figure.dataset.ready = "yes";
    const [first, last, left, right, width] = ["first", "last", "left", "right", "width"].map((name) => Number(figure.dataset[name]));
    const band = document.createElement("div");
    band.className = "band";
    band.hidden = true;
    figure.append(band);
    /** Share of the plot, 0–1, at a pointer. @param {PointerEvent} event */
    const shareAt = (event) => {
      const box = svg.getBoundingClientRect();
      const scale = box.width / width;
      return Math.max(0, Math.min(1, (event.clientX - box.left - left * scale) / (box.width - (left + right) * scale)));
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
    svg.addEventListener("pointerdown", (start) => {
      if (!(start instanceof PointerEvent) || start.button !== 0 || start.pointerType === "touch") return;
      const from = shareAt(start);
      let to = from;
      /** @param {PointerEvent} event */
      const move = (event) => {
        to = shareAt(event);
        draw(from, to);
      };
      const end = () => {
        removeEventListener("pointermove", move);
        if (band.hidden) return;
        svg.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
        const days = [from, to].sort((a, b) => a - b).map((share) => Math.round(first + share * (last - first)));
        for (const [index, name] of ["from", "to"].entries()) {
          const field = form.elements.namedItem(name);
          if (field instanceof HTMLInputElement) field.value = nameOf(days[index] ?? first);
        }
        form.requestSubmit();
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end, { once: true });
    });
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  };
  document.addEventListener("parley:page", build);
})();
