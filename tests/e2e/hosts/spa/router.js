// A site that never loads a second page: it draws what the address names.
window.told = [];
for (const name of ["ready", "step", "plan", "wipe", "error"]) {
  document.addEventListener(`recourse:${name}`, ({ detail }) => window.told.push({ name, detail }));
}
const views = {
  "/help": () => {
    const guide = document.createElement("recourse-guide");
    guide.setAttribute("region", "CN");
    guide.innerHTML = '<section class="fallback"><p>大陆报警：110。</p></section>';
    return guide;
  },
};
const draw = () => {
  const made = views[location.pathname]?.() ?? document.createElement("p");
  document.querySelector("#view").replaceChildren(made);
};
addEventListener("popstate", draw);
document.querySelector("nav").addEventListener("click", (event) => {
  event.preventDefault();
  history.pushState(null, "", event.target.href);
  draw();
});
draw();
