/** Svelte: attributes by their own names, events as `on` and the name. */
import { mount } from "svelte";
import Help from "./Help.svelte";

window.heard = [];
mount(Help, { target: document.querySelector("#app") });
