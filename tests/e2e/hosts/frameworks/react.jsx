/** React: attributes by their own names, events as `on` and the name. */
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";

window.heard = [];
const hear = (name) => ({ detail }) => window.heard.push([name, detail]);

function Help() {
  const [options, show] = useState({ lang: "en", problem: null, level: 3 });
  window.show = show;
  if (options === null) return null;
  const { lang, problem, level } = options;
  const events = { "onrecourse:step": hear("step"), "onrecourse:plan": hear("plan") };
  return createElement("recourse-guide", { lang, problem, "heading-level": level, ...events }, <p>Call 110.</p>);
}

createRoot(document.querySelector("#app")).render(<Help />);
