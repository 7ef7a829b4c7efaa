// A long pick list becomes a field that finds its entries by a few letters, in either language.
import { combobox } from "./combobox.js";

const MOST = 60;

for (const select of document.querySelectorAll("select[data-ahead]")) enhance(select);

function enhance(select) {
  const entries = [...select.options].filter((option) => option.value).map((option) => ({
    value: option.value,
    label: option.textContent.trim(),
    note: option.parentElement.label || "",
    found: plain(`${option.textContent} ${option.parentElement.label || ""} ${option.dataset.search || ""}`),
  }));
  const input = document.createElement("input");
  input.type = "text";
  input.required = select.required;
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  }
  input.placeholder = select.dataset.placeholder || "";
  input.id = select.id;
  select.id = `${select.id}-list`;
  select.required = false;
  select.hidden = true;
  select.parentElement.classList.add("ahead-field");
  const frame = document.createElement("div");
  frame.className = "ahead";
  select.before(frame);
  frame.append(input);

  const put = (entry) => {
    select.value = entry ? entry.value : "";
    if (entry) input.value = entry.label;
    input.setCustomValidity(entry || !input.value ? "" : select.dataset.pick || "");
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  put(entries.find((entry) => entry.value === select.value));

  combobox(input, {
    opensEmpty: true,
    none: select.dataset.none,
    find: async (text) => {
      const chosen = entries.find((entry) => entry.value === select.value);
      const wanted = chosen && chosen.label === text ? [] : plain(text).split(" ");
      return entries.filter((entry) => wanted.every((word) => holds(entry.found, word))).slice(0, MOST);
    },
    choose: put,
  });
  input.addEventListener("change", () => {
    const typed = plain(input.value);
    put(typed ? entries.find((entry) => plain(entry.label) === typed || entry.value === typed) : undefined);
  });
}

function plain(text) {
  return text.toLocaleLowerCase().replace(/[\s–—-]+/gu, " ").trim();
}

function holds(text, word) {
  return text.startsWith(word) || text.includes(` ${word}`);
}
