/** Keeps the page for when there is no network, once it has started, where the browser can and nobody saves data. */
export function keepForLater() {
  if (!navigator.serviceWorker || navigator.connection?.saveData) return;
  const { serviceWorker } = navigator;
  const registered = serviceWorker.register("sw.js");
  registered
    .then((kept) => {
      // The first time there is no older page that a newer one could replace.
      const tell = () => kept.waiting && serviceWorker.controller && dispatchEvent(new Event("recourse-newer"));
      tell();
      kept.addEventListener("updatefound", () => kept.installing?.addEventListener("statechange", tell));
    })
    // In private windows and on plain http there is nothing to keep it in.
    .catch(() => {});
}
