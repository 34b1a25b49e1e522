// Puts the next code in the place of the last one when its 30 seconds are over; without a line it tries again.
(() => {
  const next = () => setTimeout(renew, Math.max(1, Number(document.getElementById("code").dataset.seconds) || 30) * 1000 + 250);
  async function renew() {
    const old = document.getElementById("code");
    const answer = document.hidden ? null : await fetch(old.dataset.code).catch(() => null);
    if (answer && answer.ok && !answer.redirected) old.outerHTML = await answer.text();
    else old.dataset.seconds = document.hidden ? 1 : 5;
    next();
  }
  if (document.getElementById("code")) next();
})();
