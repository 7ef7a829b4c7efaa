// Waste codes are found by word or number while typing; a code with a hazardous twin asks its question.
import { combobox } from "./combobox.js";

const PAUSE_MS = 150;

for (const frame of document.querySelectorAll("[data-codes]")) enhance(frame);

function enhance(frame) {
  const input = frame.querySelector("input[type=text]");
  const chosen = frame.querySelector("[data-chosen]");
  const mirror = frame.querySelector("[data-mirror]");
  let waiting;

  combobox(input, {
    none: frame.dataset.none,
    find: async (text) => {
      clearTimeout(waiting);
      await new Promise((resolve) => { waiting = setTimeout(resolve, PAUSE_MS); });
      try {
        const answer = await fetch(`${frame.dataset.codes}?q=${encodeURIComponent(text)}`);
        const { codes } = await answer.json();
        return codes.map((code) => ({ ...code, label: code.name, code: code.display, digits: code.code }));
      } catch {
        return [];
      }
    },
    choose: (code) => {
      input.value = code.digits;
      chosen.textContent = `${code.display} ${code.name}`;
      mirror.hidden = !code.is_mirror;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });
  input.addEventListener("input", () => {
    chosen.textContent = "";
    mirror.hidden = true;
  });
}
