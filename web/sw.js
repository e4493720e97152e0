/** Keeps the page for when there is no network. It knows its own files and touches nothing else. */
const BUILD = "{{build}}";
const FILES = {{files}};
const PREFIX = "recourse-";
const NAME = PREFIX + BUILD;

/** What a request asks for, as this list calls it; undefined if it is not ours. */
const named = (request) => {
  const [scope, url] = [new URL(self.registration.scope), new URL(request.url)];
  if (request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return undefined;
  const name = url.pathname.slice(scope.pathname.length) || "index.html";
  return name in FILES ? name : undefined;
};

/** A file as the list wants it: from an older build if that had the very same one, else from the site. */
const wanted = async (name) => {
  // A name in assets/ changes with the content, so the same name is the same file.
  const known = name.startsWith("assets/") && (await caches.match(name));
  // The browser refuses a file whose content is not the one in the list.
  return known || fetch(name, { integrity: FILES[name], cache: "no-cache", credentials: "same-origin" });
};

/** All files of this build or none: a build that did not arrive whole never comes into use. */
const fill = async () => {
  const cache = await caches.open(NAME);
  try {
    await Promise.all(
      Object.keys(FILES).map(async (name) => {
        const answer = await wanted(name);
        if (!answer.ok) throw new Error(name);
        await cache.put(name, answer);
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

const clean = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(old.map((name) => caches.delete(name)));
};

const answer = async (name, request) => {
  const cache = await caches.open(NAME);
  return (await cache.match(name)) ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(fill()));
// Only now is no page of an older build open any more.
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("fetch", (event) => {
  const name = named(event.request);
  if (name) event.respondWith(answer(name, event.request));
});
