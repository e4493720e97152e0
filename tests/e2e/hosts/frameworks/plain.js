/** No framework: the model for the others. `options` change at any time, `heard` is what was told. */
const guide = document.createElement("recourse-guide");
const inside = document.createElement("p");
inside.textContent = "Call 110.";
guide.append(inside);
window.heard = [];
guide.addEventListener("recourse:step", ({ detail }) => window.heard.push(["step", detail]));
guide.addEventListener("recourse:plan", ({ detail }) => window.heard.push(["plan", detail]));
window.show = (options) => {
  if (options === null) return guide.remove();
  if (!guide.isConnected) document.querySelector("#app").append(guide);
  Object.assign(guide, { lang: options.lang, problem: options.problem, headingLevel: options.level });
};
window.show({ lang: "en", problem: null, level: 3 });
