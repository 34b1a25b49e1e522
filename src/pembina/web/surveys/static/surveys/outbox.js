// Answers wait in the browser (IndexedDB) until the server has them; its key lets the server store each once,
// however often it arrives. Without this script the form sends itself.
(() => {
  const box = document.getElementById("outbox"), form = document.querySelector("form[data-outbox]");
  const status = box.querySelector("[role=status]");
  const open = new Promise((done, failed) => {
    const request = indexedDB.open("survey", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  open.catch(() => {});
  const store = async (mode, act) => {
    const transaction = (await open).transaction("outbox", mode);
    return new Promise((done, failed) => {
      const request = act(transaction.objectStore("outbox"));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  };
  const all = () => store("readonly", items => items.getAll());
  const put = item => store("readwrite", items => items.put(item));
  const drop = key => store("readwrite", items => items.delete(key));
  // crypto.randomUUID exists over HTTPS only.
  const newKey = () => {
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
  };

  function say(text, tone) {
    status.hidden = !text;
    status.className = tone ? `message message-${tone}` : "message";
    if (status.textContent !== text) status.textContent = text;
  }

  async function show() {
    const items = await all(), waiting = items.filter(item => !item.refused).length;
    if (waiting) say(`${box.dataset.number} ${waiting}. ${box.dataset.waiting}`, "warning");
    else if (!status.hidden) say(box.dataset.sent, "success");
    box.querySelectorAll(".refused").forEach(each => each.remove());
    items.filter(item => item.refused || item.crowded).forEach(item => box.append(refusedNote(item)));
  }

  function refusedNote(item) {
    const note = document.createElement("div"), text = document.createElement("p"), buttons = document.createElement("p");
    note.className = "message message-danger refused";
    text.textContent = item.refused || item.crowded;
    buttons.className = "actions";
    const button = (label, act) => {
      const made = document.createElement("button");
      made.type = "button"; made.className = "button button-secondary"; made.textContent = label;
      made.addEventListener("click", act);
      buttons.append(made);
    };
    if (form && item.page === location.pathname) button(item.refused ? box.dataset.mend : box.dataset.code, () => mend(item));
    button(box.dataset.drop, async () => { await drop(item.key); show() });
    note.append(text, buttons);
    return note;
  }

  async function mend(item) {
    for (const [name, value] of Object.entries(item.values)) {
      if (name === "ticket" || name === "key") continue;
      const field = form.elements[name];
      if (field) field.value = value;
    }
    form.elements.key.value = newKey();
    await drop(item.key);
    await show();
    const code = document.getElementById("code-field");
    if (item.crowded || item.values.code) code.hidden = false;
    form.querySelector(code.hidden ? "input[type=radio], select" : "#code").focus();
  }

  let running = false, asked = false, pause = 1000, timer;
  async function drain() {
    asked = true;
    if (running) return show();
    running = true;
    // What is stored while a slow line sends is not among what that round took along: it gets a round of its own.
    try { while (asked) { asked = false; await sendAll() } } finally { running = false }
  }

  async function sendAll() {
    clearTimeout(timer);
    let later = false;
    for (const item of (await all()).filter(each => !each.refused)) {
      const answer = await fetch(item.url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(item.values) }).catch(() => null);
      const said = answer && await answer.json().catch(() => null);
      if (answer && answer.ok && said && said.stored) await drop(item.key);
      else if (said && answer.status >= 400 && answer.status < 500 && answer.status !== 429) await put({ ...item, refused: `${said.message} ${said.remedy}` });
      else {
        later = true;
        if (!answer) break;
        // It is sent again by itself, and at once where somebody at the counter gives a code.
        if (answer.status === 429 && said && !item.crowded) await put({ ...item, crowded: `${said.message} ${said.remedy}` });
      }
    }
    if (later) { timer = setTimeout(drain, pause); pause = Math.min(pause * 2, 60000) } else pause = 1000;
    await show();
  }

  if (form) {
    form.elements.key.value = newKey();
    form.addEventListener("submit", async event => {
      event.preventDefault();
      form.elements.device_at.value = Date.now();
      const values = Object.fromEntries(new FormData(form));
      try { await put({ key: values.key, url: form.dataset.outbox, page: location.pathname, values }) }
      catch { form.submit(); return }
      form.querySelector("button[type=submit]").disabled = true;
      await drain();
      const mine = (await all()).find(item => item.key === values.key);
      if (!mine) { location.replace(form.dataset.thanks); return }
      form.querySelector("button[type=submit]").disabled = false;
      if (mine.refused) { box.scrollIntoView(); return }
      form.reset();
      form.elements.key.value = newKey();
      box.scrollIntoView();
    });
  }
  addEventListener("online", drain);
  document.addEventListener("visibilitychange", () => document.hidden || drain());
  drain();
  if (isSecureContext && navigator.serviceWorker) navigator.serviceWorker.register(box.dataset.worker).then(() => navigator.serviceWorker.ready).then(ready => {
    // The page that brought the worker was loaded before it: load it once more for the cache.
    if (!navigator.serviceWorker.controller || performance.getEntriesByType("navigation")[0]?.workerStart === 0) caches.open("survey-1").then(cache => cache.add(location.href)).catch(() => {});
  }).catch(() => {});
})();
