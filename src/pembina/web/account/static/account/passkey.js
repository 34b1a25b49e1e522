// Asks the device for a passkey when its form is sent, and sends the answer along. webauthn-json.js speaks to the browser.
(() => {
  const form = document.querySelector("form[data-passkey]");
  const options = document.getElementById("passkey-options");
  if (!form || !options) return;
  const wanted = JSON.parse(options.textContent);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.querySelector("[role=alert]").hidden = true;
    try {
      const answer = form.dataset.passkey === "create" ? webauthnJSON.create(wanted) : webauthnJSON.get(wanted);
      form.elements.credential.value = JSON.stringify(await answer);
      form.submit();
    } catch {
      form.querySelector("[role=alert]").hidden = false;
    }
  });
})();
