/** Vue: attributes by their own names, events as `on` and the name with a capital. */
import { createApp, h, shallowRef } from "vue";

window.heard = [];
const hear = (name) => ({ detail }) => window.heard.push([name, detail]);
const options = shallowRef({ lang: "en", problem: null, level: 3 });
window.show = (next) => {
  options.value = next;
};

createApp({
  render() {
    if (options.value === null) return null;
    const { lang, problem, level } = options.value;
    const events = { "onRecourse:step": hear("step"), "onRecourse:plan": hear("plan") };
    return h("recourse-guide", { lang, problem, "heading-level": level, ...events }, [h("p", "Call 110.")]);
  },
}).mount("#app");
