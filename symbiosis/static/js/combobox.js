// A text field with a list of suggestions below it, as the ARIA authoring practices describe a combobox.
let made = 0;

/**
 * @param {HTMLInputElement} input  the field; its label stays its label
 * @param {{find: (text: string) => Promise<Array<{label: string, code?: string, note?: string}>>,
 *          choose: (item: object) => void, none?: string, opensEmpty?: boolean}} options
 * @returns {{close: () => void}}
 */
export function combobox(input, { find, choose, none = "", opensEmpty = false }) {
  const list = document.createElement("ul");
  list.className = "ahead-list";
  list.id = `ahead-${(made += 1)}`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  const label = input.labels && input.labels[0];
  if (label) list.setAttribute("aria-label", label.textContent.trim());
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.autocomplete = "off";

  let items = [];
  let active = -1;
  let asked = 0;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const mark = (index) => {
    const options = list.querySelectorAll("[role=option]");
    if (!options.length) return;
    active = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };

  const take = (index) => {
    const item = items[index];
    close();
    if (item) choose(item);
  };

  const show = () => {
    list.replaceChildren(...items.map(optionOf));
    if (!items.length && none) {
      const empty = document.createElement("li");
      empty.setAttribute("role", "option");
      empty.setAttribute("aria-disabled", "true");
      empty.textContent = none;
      list.append(empty);
    }
    list.hidden = !list.childElementCount;
    input.setAttribute("aria-expanded", String(!list.hidden));
    active = -1;
    input.removeAttribute("aria-activedescendant");
  };

  const optionOf = (item, index) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    if (item.code) option.append(part("code", item.code));
    option.append(item.label);
    if (item.note) option.append(" ", part("soft small", item.note));
    option.addEventListener("pointerdown", (event) => event.preventDefault());
    option.addEventListener("click", () => take(index));
    return option;
  };

  const search = async () => {
    const text = input.value.trim();
    const mine = (asked += 1);
    if (!text && !opensEmpty) return close();
    const found = await find(text);
    if (mine !== asked) return undefined;
    items = found;
    return show();
  };

  input.addEventListener("input", search);
  input.addEventListener("click", () => { if (opensEmpty && list.hidden) search(); });
  input.addEventListener("blur", () => { asked += 1; close(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) search();
      else mark(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !list.hidden && (active >= 0 || items.length === 1)) {
      event.preventDefault();
      take(Math.max(active, 0));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return { close };
}

function part(className, text) {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  return span;
}
