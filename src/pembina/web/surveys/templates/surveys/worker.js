{% load static %}// Opens the survey where there is no line: pages as they were last seen, and what they are drawn with.
const CACHE = "survey-1";
const PARTS = ["{% static 'pembina/survey.css' %}", "{% static 'surveys/outbox.js' %}", "{% static 'pembina/icon.svg' %}"];
addEventListener("install", event => event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(PARTS)).then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil(clients.claim()));
addEventListener("fetch", event => {
  const { request } = event, path = new URL(request.url).pathname;
  if (request.method !== "GET" || path.endsWith("/pekerja.js")) return;
  event.respondWith(fetch(request).then(answer => {
    if (answer.ok && !answer.redirected) { const copy = answer.clone(); event.waitUntil(caches.open(CACHE).then(cache => cache.put(request, copy))) }
    return answer;
  }).catch(error => caches.match(request, { ignoreSearch: !path.startsWith("/survei/"), ignoreVary: true }).then(found => found || Promise.reject(error))));
});
