// The counter by keyboard: arrows move between requests, one key does a step on the request in hand. Every button
// works without this.
const rows = () => [...document.querySelectorAll("[data-row]")];
const rowOf = (element) => element.closest?.("[data-row]");
const number = () => document.querySelector("#id_number");

function hold(row) {
  row?.querySelector("button, a")?.focus();
}

function move(target, by) {
  const all = rows();
  const here = all.indexOf(rowOf(target));
  if (here + by < 0) number()?.focus();
  else hold(all[Math.min(here + by, all.length - 1)]);
}

function press(target, key) {
  const place = key === "z" ? document : rowOf(target);
  const button = place?.querySelector(`[data-key="${key}"]`);
  button?.click();
  return Boolean(button);
}

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = target.matches("input, select, textarea");
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (arrow && (rowOf(target) || target === number())) move(target, arrow);
  else if (typing) return;
  else if (key === "/" || key === "Escape") number()?.focus();
  else if (!(key.length === 1 && press(target, key.toLowerCase()))) return;
  event.preventDefault();
});
