// Somebody else has defined this name first.
customElements.define("recourse-guide", class extends HTMLElement { static isTheirs = true; });
