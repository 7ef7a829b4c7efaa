// While somebody writes what it is, what is understood is shown; one tap on it sends the form and brings it back.
const PAUSE_MS = 500;
const SHORTEST = 3;
const MOST = 300; // as many letters as are read
const SENT_ALONG = ["side", "kind", "material_ids", "use_ids", "not_ids"];
const frame = document.querySelector("[data-understands]");
const text = document.getElementById("text");

if (frame && text) enhance();

function enhance() {
  const form = text.form;
  const told = document.querySelector("[data-understood-told]");
  let waiting;
  const isDraft = document.querySelector("[data-draft-note]:not([hidden])") !== null;
  let asked = isDraft ? "" : text.defaultValue.trim();

  document.querySelector("[data-without-scripts]").hidden = true;
  text.addEventListener("input", later);
  if (isDraft) later(); // it brought its words, and what was said of them

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE_MS);
  }

  async function ask() {
    const words = text.value.trim().slice(0, MOST);
    if (words === asked || words.length < SHORTEST) return;
    asked = words;
    const said = [...new FormData(form)].filter(([name, value]) => SENT_ALONG.includes(name) && value);
    try {
      const answer = await fetch(`${frame.dataset.understands}?${new URLSearchParams([["text", words], ...said])}`);
      if (!answer.ok || asked !== words) return;
      frame.innerHTML = await answer.text(); // a part of our own page
      told.textContent = [...frame.querySelectorAll(".meant a")].map((one) => one.textContent).join(", ");
    } catch {
      asked = ""; // no connection: the next letter asks again
    }
  }
}
