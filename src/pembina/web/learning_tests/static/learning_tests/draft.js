// Keeps what was ticked in this browser until the test is handed in: a reload, or a call in between, loses nothing.
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const name = form.dataset.draft, told = form.querySelector("[data-count]"), asked = form.querySelectorAll("fieldset").length;
  const kept = () => { try { return JSON.parse(localStorage.getItem(name)) || {} } catch { return {} } };
  const count = () => { told.textContent = `${asked - form.querySelectorAll("input[type=radio]:checked").length} ${form.dataset.left}` };
  for (const [question, choice] of Object.entries(kept())) {
    const input = [...form.querySelectorAll(`input[type=radio]`)].find(each => each.name === question && each.value === choice);
    if (input && !form.querySelector(`input[name="${CSS.escape(question)}"]:checked`)) input.checked = true;
  }
  form.addEventListener("change", event => {
    if (event.target.type !== "radio") return;
    try { localStorage.setItem(name, JSON.stringify({ ...kept(), [event.target.name]: event.target.value })) } catch {}
    count();
  });
  count();
})();
