// Filters and the sums that follow them: all that is to be read stands in the page without this.
(() => {
  const form = document.querySelector("form.filters");
  const told = form.querySelector("output");
  const facets = [...form.querySelectorAll("select")];

  // What a person types matches in either digits, with or without separators of thousands, and a village however it
  // is written (หมู่ที่ ๓, หมู่ 3, ม.3).
  const fold = (text) => text.normalize("NFC").toLowerCase().replace(/\u0e4d\u0e32/g, "\u0e33")
    .replace(/[\u0e50-\u0e59]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0e50 + 48))
    .replace(/(\d),(?=\d{3}(?!\d))/g, "$1").replace(/หมู่ที่/g, "หมู่")
    .replace(/(^|[^\u0e01-\u0e4e.])ม\. ?(?=\d)/g, "$1หมู่ ").replace(/([\u0e01-\u0e4e])(?=\d)/g, "$1 ")
    .replace(/\s+/g, " ").trim();

  const labels = (name) => [...(form.elements[name]?.options ?? [])].slice(1).map((option) => option.text);
  const headings = { strategy: labels("strategy"), program: labels("program") };
  const searchable = (body) => {
    const cells = [...body.querySelectorAll("td, th")].map((cell) => [...cell.childNodes].map((node) => node.textContent).join(" "));
    const above = Object.entries(headings).map(([name, texts]) => texts[body.dataset[name]] ?? "");
    return ranging(fold([...cells, ...above].join(" | ")));
  };
  // Villages 1-5 are 2, 3 and 4 too.
  const ranging = (text) => text.replace(/(?:^|[^\d.])(\d{1,2}) ?(?:-|–|ถึง) ?(?:หมู่ )?(\d{1,2})(?![\d.])/g, (all, first, last) => {
    const between = Math.min(Math.max(last - first - 1, 0), 30);
    return all + Array.from({ length: between }, (_, at) => `, ${Number(first) + at + 1}`).join("");
  });

  const projects = [...document.querySelectorAll("tbody.project")].map((body) => ({
    body,
    values: body.dataset,
    total: BigInt(body.dataset.total),
    sums: body.dataset.sums ? body.dataset.sums.split(" ").map(BigInt) : [],
    text: null,
  }));
  // The projects of each table, and of each part of the page at any depth.
  const inside = new Map();
  const put = (holder, project) => {
    if (!inside.has(holder)) inside.set(holder, []);
    inside.get(holder).push(project);
  };
  for (const project of projects) {
    put(project.body.parentNode, project);
    for (let part = project.body.closest(".part"); part; part = part.parentNode.closest(".part")) put(part, project);
  }

  const withoutProjects = document.querySelectorAll(".part.none");

  const digits = (text, element) => element.closest("[data-digits]").dataset.digits === "arabic"
    ? text : text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20));
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
  const baht = (satang) => satang === 0n ? "-" :
    grouped(satang / 100n) + (satang % 100n ? "." + String(satang % 100n).padStart(2, "0") : "");
  const write = (element, words, facts) => {
    const text = words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
    element.textContent = digits(text, element);
  };
  const add = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0n);

  // A number is sought whole: whoever asks for village 3 (หมู่ที่ 3) means neither 13 nor 300,000 baht, nor a road
  // 3 metres wide, but also villages 1, 2 and 3.
  const plain = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + (/\d$/.test(word) ? "(?!\\d)" : "");
  const pattern = (word) => {
    const [name, number] = word.split("\t");
    if (number) return new RegExp(`${plain(name)}(?:[\\d ,–-]|และ|ถึง|${plain(name)})*[ ,–-]${plain(number)}`);
    return new RegExp((/^\d/.test(word) ? "(?:^|\\D)" : "") + plain(word));
  };
  const wordsOf = (text) => fold(text).replace(/(หมู่|ที่|ซอย) (?=\d+(?: |$))/g, "$1\t").split(" ").filter(Boolean);

  const matches = (words, chosen) => (project) => {
    if (!chosen.every(([name, value]) => (project.values[name] ?? "").split(" ").includes(value))) return false;
    if (!words.length) return true;
    project.text ??= searchable(project.body);
    return words.every((word) => word.test(project.text));
  };

  const showTable = (table, shown) => {
    table.parentNode.hidden = !shown.length;
    const label = table.tFoot.querySelector(".label");
    write(label, label.dataset.words, { count: grouped(shown.length) });
    table.tFoot.querySelectorAll(".money").forEach((cell, at) => {
      write(cell, "{amount}", { amount: baht(add(shown.map(({ sums }) => sums[at]))) });
    });
  };
  const showPart = (part, shown) => {
    part.hidden = !shown.length;
    const line = part.querySelector(":scope > .total");
    if (!line) return;
    write(line, line.dataset.words, { count: grouped(shown.length), amount: baht(add(shown.map(({ total }) => total))) });
  };
  const showHolders = () => {
    for (const [holder, members] of inside) {
      const shown = members.filter(({ body }) => !body.hidden);
      (holder.tFoot ? showTable : showPart)(holder, shown);
    }
  };

  const show = () => {
    const words = wordsOf(form.elements.q.value).map(pattern);
    const chosen = facets.filter((facet) => facet.value).map((facet) => [facet.name, facet.value]);
    const isMatch = matches(words, chosen);
    for (const project of projects) project.body.hidden = !isMatch(project);
    const shown = projects.filter(({ body }) => !body.hidden);
    showHolders();
    const isFiltered = words.length || chosen.length;
    for (const part of withoutProjects) part.hidden = Boolean(isFiltered);
    const sentence = !shown.length ? told.dataset.none : isFiltered ? told.dataset.shown : told.dataset.all;
    const facts = { count: grouped(shown.length), total: grouped(projects.length), amount: baht(add(shown.map((each) => each.total))) };
    write(told, sentence, facts);
  };

  // What is chosen stands in the address, so that it can be sent to somebody: #q=...&unit=...
  const remember = () => {
    const parameters = new URLSearchParams();
    if (form.elements.q.value.trim()) parameters.set("q", form.elements.q.value.trim());
    for (const facet of facets) if (facet.value) parameters.set(facet.name, facet.selectedOptions[0].text);
    history.replaceState(null, "", parameters.size ? `#${parameters}` : location.pathname + location.search);
  };
  const recall = () => {
    const hash = location.hash.slice(1);
    if (hash && !hash.includes("=")) return; // the name of a part of the page
    const parameters = new URLSearchParams(hash);
    form.elements.q.value = parameters.get("q") ?? "";
    for (const facet of facets) {
      const wanted = fold(parameters.get(facet.name) ?? "");
      facet.value = [...facet.options].find((option) => option.value && fold(option.text) === wanted)?.value ?? "";
    }
    show();
  };

  let waiting = 0;
  const later = (milliseconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { show(); remember(); }, milliseconds);
  };
  form.elements.q.addEventListener("input", () => later(150));
  form.addEventListener("change", () => later(0));
  form.addEventListener("reset", () => later(0));
  form.addEventListener("submit", (event) => { event.preventDefault(); later(0); });
  addEventListener("hashchange", recall);
  form.hidden = false;
  show();
  recall();
})();
