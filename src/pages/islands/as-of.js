// The slider over the days of reports: the record as it stood on each.
// @ts-check
(() => {
  const build = () => {
    const bar = document.querySelector(".as-of[data-days]");
    const form = bar?.querySelector("form");
    const field = form?.querySelector("input[name=as_of]");
    if (!(bar instanceof HTMLElement) || !form || !(field instanceof HTMLInputElement) || bar.querySelector("[type=range]")) return;
    const days = (bar.dataset.days ?? "").split(" ");
    const at = field.value === "" ? days.length : days.filter((day) => day <= field.value).length - 1;
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
    range.addEventListener("change", () => {
      field.value = days[Number(range.value)] ?? "";
      form.requestSubmit();
    });
    form.prepend(range, told);
  };
  document.addEventListener("parley:page", build);
})();
