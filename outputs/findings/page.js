// Filters only: all that is to be read stands in the page without it.
(() => {
  const form = document.querySelector(".filters");
  const items = [...document.querySelectorAll(".found li")];
  const blocks = [...document.querySelectorAll(".entry"), ...document.querySelectorAll("section")];
  const told = form.querySelector("output");
  const show = () => {
    const severities = new Set([...form.querySelectorAll("input:checked")].map((box) => box.value));
    const code = form.querySelector("select").value;
    for (const item of items) {
      item.hidden = !severities.has(item.dataset.severity) || (code !== "" && code !== item.dataset.code);
    }
    for (const block of blocks) block.hidden = !block.querySelector("li:not([hidden])");
    const count = items.filter((item) => !item.hidden).length;
    told.textContent = told.dataset.words.replace("{count}", count).replace("{total}", items.length);
  };
  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
