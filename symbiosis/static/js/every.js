// On every page: a draft that has been posted is forgotten, and logging out forgets all of them.
const DRAFT = "symbiosis-draft:";
const POSTED = "symbiosis-sent";

const sent = sessionStorage.getItem(POSTED);
if (sent && !document.querySelector("form[data-keeps]")) {
  localStorage.removeItem(sent);
  sessionStorage.removeItem(POSTED);
}

document.querySelector("form[data-leaves]")?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
});
