// "Use my location" fills the two fields of a pin.
for (const frame of document.querySelectorAll("[data-pin]")) enhance(frame);

function enhance(frame) {
  const button = frame.querySelector("[data-pin-button]");
  const status = frame.querySelector("[data-pin-status]");
  if (!button || !("geolocation" in navigator)) return;
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    status.textContent = button.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill("lat", coords.latitude);
        fill("lon", coords.longitude);
        status.textContent = "";
      },
      () => { status.textContent = button.dataset.failed; },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });

  function fill(name, degrees) {
    const field = frame.querySelector(`[name=${name}]`);
    field.value = degrees.toFixed(5);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
