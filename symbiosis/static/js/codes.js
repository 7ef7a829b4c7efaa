// Waste codes are found by word or number while typing; a code with a hazardous twin asks its question.
import { combobox } from "./combobox.js";

const PAUSE_MS = 150;
const input = document.querySelector("[data-codes] input[type=text]");
const frame = input?.closest("[data-codes]");

if (input) enhance();

/** Shows which code stands in the field, and the question that its kind asks. */
export function showCode(name, isMirror) {
  frame.querySelector("[data-chosen]").textContent = name;
  const content = document.getElementById("contains_hazardous");
  if (content) {
    put(content, isMirror);
    put(document.getElementById("hazardous"), !isMirror);
  }
  for (const button of document.querySelectorAll(".suggestion")) {
    button.setAttribute("aria-pressed", String(Boolean(input.value) && button.value === input.value));
  }
}

/** Puts a code into the field, as if it had been typed there. */
export function takeCode(code, name, isMirror) {
  input.value = code;
  showCode(name, isMirror);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function put(question, isAsked) {
  if (!question) return; // not every page with a code asks all of it
  question.hidden = !isAsked;
  question.disabled = !isAsked;
}

function enhance() {
  let waiting;
  combobox(input, {
    none: frame.dataset.none,
    find: async (text) => {
      clearTimeout(waiting);
      await new Promise((resolve) => { waiting = setTimeout(resolve, PAUSE_MS); });
      const codes = await search(text);
      return codes.map((code) => ({ ...code, label: code.name, code: code.display, digits: code.code }));
    },
    choose: (code) => takeCode(code.digits, `${code.display} ${code.name}`, code.is_mirror),
  });
  input.addEventListener("input", () => {
    const unsure = document.querySelector("[data-unsure] .notice");
    if (unsure) unsure.hidden = true;
    showCode("", false);
  });
  input.addEventListener("change", lookUp);
  if (input.value !== input.defaultValue) lookUp(); // a draft brought its code
}

// A code that was typed to its end, not chosen from the list.
async function lookUp() {
  const digits = input.value.replace(/\D/g, "");
  if (digits.length !== 6 || frame.querySelector("[data-chosen]").textContent) return;
  const found = (await search(digits)).find((code) => code.code === digits);
  if (found && input.value.replace(/\D/g, "") === digits) {
    showCode(`${found.display} ${found.name}`, found.is_mirror);
  }
}

async function search(text) {
  try {
    const answer = await fetch(`${frame.dataset.codes}?q=${encodeURIComponent(text)}`);
    return (await answer.json()).codes;
  } catch {
    return [];
  }
}
