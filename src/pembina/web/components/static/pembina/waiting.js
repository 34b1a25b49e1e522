// What is sent waits in the browser (IndexedDB) until the server has it; its key lets the server keep each once, however
// often it arrives. Only what the account now signed in has stored is sent. Without this script forms send themselves.
(() => {
  const box = document.getElementById("waiting"), said = box.querySelector("[role=status]"), words = box.dataset;
  const open = new Promise((done, failed) => {
    const request = indexedDB.open("waiting", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("items", { keyPath: "key" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  open.catch(() => {});
  const store = async (mode, act) => {
    const transaction = (await open).transaction("items", mode);
    return new Promise((done, failed) => {
      const request = act(transaction.objectStore("items"));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  };
  const mine = async () => (await store("readonly", items => items.getAll())).filter(item => item.owner === words.owner);
  const put = item => store("readwrite", items => items.put(item));
  const drop = key => store("readwrite", items => items.delete(key));
  // crypto.randomUUID exists over HTTPS only.
  const newKey = () => {
    const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };

  function say(text, tone) {
    said.hidden = !text;
    said.className = `message message-${tone}`;
    if (said.textContent !== text) said.textContent = text;
  }

  async function show(signIn) {
    const items = await mine(), waiting = items.filter(item => !item.refused).length;
    if (waiting) say(`${words.number} ${waiting}. ${signIn ? words.signIn : words.waiting}`, "warning");
    else if (!said.hidden) say(words.sent, "success");
    box.querySelectorAll(".refused").forEach(each => each.remove());
    items.filter(item => item.refused).forEach(item => box.append(refusedNote(item)));
  }

  function refusedNote(item) {
    const note = document.createElement("div"), text = document.createElement("p"), buttons = document.createElement("p");
    note.className = "message message-danger refused";
    text.textContent = [item.label, item.refused].filter(Boolean).join(": ");
    buttons.className = "actions";
    for (const [label, act] of [[words.mend, () => mend(item)], [words.drop, () => {}]]) {
      const made = document.createElement("button");
      made.type = "button"; made.className = "button button-secondary"; made.textContent = label;
      made.addEventListener("click", async () => { await drop(item.key); await show(); act() });
      buttons.append(made);
    }
    note.append(text, buttons);
    return note;
  }

  function mend(item) {
    const form = document.querySelector("form[data-waiting]");
    if (item.mend || !form || item.page !== location.pathname) { location.assign(item.mend || item.page); return }
    const field = form.querySelector("input:not([type=hidden])");
    if (field) { field.value = item.values[field.name] || ""; field.focus() }
  }

  function swap(pieces) {
    for (const [id, html] of Object.entries(pieces || {})) {
      const old = document.getElementById(id);
      if (old) old.outerHTML = html;
    }
  }

  let running = false, asked = false, pause = 1000, timer;
  async function drain() {
    asked = true;
    if (running) return;
    running = true;
    try { while (asked) { asked = false; await sendAll() } } finally { running = false }
  }

  async function sendAll() {
    clearTimeout(timer);
    let later = false, signIn = false;
    for (const item of (await mine()).filter(each => !each.refused)) {
      const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
      const body = new URLSearchParams({ ...item.values, waited: Math.max(0, Date.now() - item.at), csrfmiddlewaretoken: token });
      const answer = await fetch(item.url, { method: "POST", headers: { Accept: "application/json" }, body, redirect: "manual" }).catch(() => null);
      const told = answer && answer.type !== "opaqueredirect" && await answer.json().catch(() => null);
      if (told && told.stored) { await drop(item.key); swap(told.swap); document.dispatchEvent(new CustomEvent("stored", { detail: item.key })) }
      else if (told && answer.status < 500 && answer.status !== 429) { await put({ ...item, refused: `${told.message} ${told.remedy}`, mend: told.mend }); swap(told.swap) }
      else if (answer && answer.status === 404) await put({ ...item, refused: words.gone });
      else {
        later = true;
        signIn ||= Boolean(answer) && (answer.type === "opaqueredirect" || answer.status === 403);
        if (!answer) break;
      }
    }
    if (later) { timer = setTimeout(drain, pause); pause = Math.min(pause * 2, 60000) } else pause = 1000;
    await show(signIn);
  }

  document.addEventListener("submit", async event => {
    const form = event.target, button = event.submitter;
    if (!form.matches("form[data-waiting]")) return;
    event.preventDefault();
    const { csrfmiddlewaretoken, ...values } = Object.fromEntries(new FormData(form, button));
    const at = Date.now(), key = newKey(), label = button.dataset.label || form.dataset.waiting;
    const item = { key, at, owner: words.owner, url: form.dataset.url || location.pathname, page: location.pathname, label, values: { ...values, key, device_at: at } };
    try { await put(item) } catch { HTMLFormElement.prototype.submit.call(form); return }
    const shown = button.dataset.pending && document.getElementById(button.dataset.pending);
    if (shown) shown.textContent = button.dataset.shows;
    if (form.dataset.done) document.addEventListener("stored", told => { if (told.detail === key) location.replace(form.dataset.done) });
    await drain();
    if (form.dataset.done && (await mine()).some(each => each.key === key)) box.scrollIntoView();
  });
  addEventListener("online", drain);
  document.addEventListener("visibilitychange", () => document.hidden || drain());
  drain();
  if (words.worker && isSecureContext && navigator.serviceWorker) navigator.serviceWorker.register(words.worker).then(() => navigator.serviceWorker.ready)
    // Anew on each visit: the page that opens without a line belongs to whoever signed in last.
    .then(() => caches.open(words.cache)).then(cache => cache.add(words.shell)).catch(() => {});
})();
