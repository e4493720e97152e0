// What Turbo does with a link: the next page is fetched, its body takes the place of
// this one, and its scripts are made anew. Going back shows a copy kept of the body.
window.told = [];
for (const name of ["ready", "error"]) {
  document.addEventListener(`recourse:${name}`, ({ detail }) => window.told.push({ name, detail }));
}
const kept = new Map();
const put = (body) => {
  for (const script of body.querySelectorAll("script")) {
    const anew = document.createElement("script");
    for (const { name, value } of script.attributes) anew.setAttribute(name, value);
    script.replaceWith(anew);
  }
  document.body.replaceWith(body);
};
addEventListener("click", async (event) => {
  const link = event.target.closest("#go");
  if (!link) return;
  event.preventDefault();
  kept.set(location.pathname, document.body.cloneNode(true));
  const next = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
  history.pushState(null, "", link.href);
  put(document.adoptNode(next.body));
});
addEventListener("popstate", () => put(kept.get(location.pathname).cloneNode(true)));
