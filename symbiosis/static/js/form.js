// What was refused is read out first; what was typed into a listing outlives a lost connection.
const PREFIX = "symbiosis-draft:";
const SENT = "symbiosis-sent";
const SENT_ID = "symbiosis-sent-id";
const SAID = ["material_ids", "use_ids", "not_ids"]; // of what it means: as many hidden fields as were said

document.querySelector("[data-focus]")?.focus();
for (const link of document.querySelectorAll("#summary a[href^='#']")) link.addEventListener("click", goTo);
for (const form of document.querySelectorAll("form[data-keeps]")) keep(form);

function goTo(event) {
  const target = document.getElementById(event.currentTarget.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  target.closest("details")?.setAttribute("open", "");
  const field = target.matches("fieldset") ? target.querySelector("input") : target;
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

function keep(form) {
  const key = PREFIX + form.dataset.keeps;
  const note = document.querySelector("[data-draft-note]");
  if (sessionStorage.getItem(SENT) === key) sessionStorage.removeItem(SENT); // it came back: it was not posted
  if (form.dataset.fresh !== undefined) restore();
  else store();
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) {
      sessionStorage.setItem(SENT, key);
      const id = form.querySelector("[name=id]");
      if (id) localStorage.setItem(SENT_ID, id.value);
      return;
    }
    event.preventDefault();
    const offline = document.querySelector("[data-offline]");
    offline.hidden = false;
    offline.scrollIntoView({ block: "center" });
  });
  note?.querySelector("[data-draft-discard]").addEventListener("click", () => {
    localStorage.removeItem(key);
    location.reload();
  });

  function save() {
    // The id makes a repeated sending one listing; a text that changed after it was sent is another one.
    const id = form.querySelector("[name=id]");
    if (id && id.value === localStorage.getItem(SENT_ID) && crypto.randomUUID) id.value = crypto.randomUUID();
    store();
  }

  function store() {
    const typed = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
    localStorage.setItem(key, JSON.stringify(typed));
  }

  function restore() {
    let typed;
    try {
      typed = JSON.parse(localStorage.getItem(key) || "null");
    } catch {
      typed = null;
    }
    if (!Array.isArray(typed) || !typed.some(([name, value]) => name === "text" && value.trim())) return;
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
    form.querySelector("[data-said]")?.replaceChildren(...typed.filter(([name]) => SAID.includes(name)).map(hidden));
    for (const [name, value] of typed) {
      if (SAID.includes(name)) continue;
      for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
        else field.value = value;
      }
    }
    note.hidden = false;
  }

  function hidden([name, value]) {
    return Object.assign(document.createElement("input"), { type: "hidden", name, value });
  }
}
