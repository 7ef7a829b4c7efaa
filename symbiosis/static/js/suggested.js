// While somebody writes what it is, codes are suggested; one tap takes one, and nothing is taken by itself.
import { takeCode } from "./codes.js";

const PAUSE_MS = 500;
const SHORTEST = 3;
const MOST = 300; // as many letters as are read
const frame = document.querySelector("[data-suggests]");
const text = document.getElementById("text");

if (frame && text) enhance();

function enhance() {
  const place = frame.querySelector("[data-suggested]");
  const told = frame.querySelector("[data-told]");
  const unsure = frame.querySelector("[data-unsure] .notice");
  const code = document.getElementById("ewc_code");
  let waiting;
  let asked = text.defaultValue.trim();

  frame.querySelector("[name=suggest]").hidden = true;
  frame.addEventListener("click", (event) => {
    const button = event.target.closest("[name=take]");
    if (!button) return;
    event.preventDefault();
    const isSure = button.value !== "unsure";
    takeCode(isSure ? button.value : "", isSure ? button.dataset.name : "", button.dataset.mirror !== undefined);
    unsure.hidden = isSure;
  });
  text.addEventListener("input", later);
  for (const kind of document.querySelectorAll("[name=kind]")) {
    kind.addEventListener("change", () => { asked = ""; later(); });
  }
  if (text.value.trim() !== asked) later(); // a draft brought its words

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PAUSE_MS);
  }

  async function suggest() {
    const words = text.value.trim().slice(0, MOST);
    if (words === asked || words.length < SHORTEST) return;
    asked = words;
    const kind = document.querySelector("[name=kind]:checked")?.value || "";
    const query = new URLSearchParams({ text: words, kind, code: code.value.replace(/\D/g, "") });
    try {
      const answer = await fetch(`${frame.dataset.suggests}?${query}`);
      if (!answer.ok || asked !== words) return;
      place.innerHTML = await answer.text(); // a part of our own page
      told.textContent = place.querySelector("[data-n]")?.dataset.n || place.textContent.trim();
    } catch {
      asked = ""; // no connection: the next letter asks again
    }
  }
}
