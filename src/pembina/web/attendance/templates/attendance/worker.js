{% load static %}// Opens the page of checking in where there is no line: a page without a session, which takes the code from the address.
const CACHE = "{{ cache }}", PAGE = "{{ shell }}";
const PARTS = [PAGE, "{% static 'pembina/pembina.css' %}", "{% static 'pembina/waiting.js' %}", "{% static 'attendance/scanned.js' %}", "{% static 'pembina/icon.svg' %}"];
addEventListener("install", event => event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(PARTS)).then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const { request } = event, path = new URL(request.url).pathname;
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && path.endsWith("/masuk/")) event.respondWith(fetch(request).catch(() => caches.match(PAGE, { ignoreVary: true })));
  else if (PARTS.includes(path)) event.respondWith(fetch(request).catch(error => caches.match(request, { ignoreVary: true }).then(found => found || Promise.reject(error))));
});
