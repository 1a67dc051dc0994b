"use strict";
(() => {
  const form = document.getElementById("filter");
  const list = document.getElementById("rows");
  for (const when of ["beforeprint", "afterprint"]) {
    addEventListener(when, () => {
      for (const each of document.querySelectorAll("details")) {
        if (when === "beforeprint") { each.dataset.was = each.open; each.open = true; }
        else each.open = each.dataset.was === "true";
      }
    });
  }
  if (!form) return;
  const words = document.getElementById("words");
  const rule = document.getElementById("rule");
  const state = document.getElementById("state");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const rows = [...list.children].map((row) => ({ row, text: row.textContent.toLowerCase() }));
  let shown = [];
  const filter = () => {
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = [];
    for (const { row, text } of rows) {
      const fits = levels.has(row.dataset.level) && (!rule.value || row.dataset.rule === rule.value)
        && wanted.every((word) => text.includes(word));
      row.hidden = !fits;
      if (fits) shown.push(row);
    }
    state.textContent = `${shown.length} of ${rows.length} shown`;
  };
  const line = ({ dataset, children }) => `${list.dataset.path}:${dataset.line}: ${dataset.level} `
    + `${dataset.rule}: ${[...children].find((child) => child.className === "message").textContent}`;
  const put = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* the old way */ }
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copy = async () => {
    const done = await put(shown.map(line).join("\n") + "\n");
    state.textContent = done ? `${shown.length} copied` : "The browser doesn't let this page copy.";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  document.getElementById("copy").addEventListener("click", copy);
  filter();
})();
