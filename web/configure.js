/** The integrator's page: what is chosen shows in the live element and in the snippets. */
const words = document.querySelector("template").dataset;
const form = document.querySelector("form");
const live = document.querySelector("recourse-guide");
const address = (path) => new URL(path, location.href).href;

/** What a frame cannot take from its address: it has no storage, and a pack is sent to it. */
const NOT_FRAMED = ["storage", "pack", "pack-integrity"];
/** What is read when the element starts, from the integrator's own site: nothing to be shown here. */
const NOT_LIVE = ["pack", "pack-integrity"];

/** The attributes that are set, as pairs. */
const chosen = () => [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== "");
/** A value as markup writes it. */
const written = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const hash = (pairs) => (pairs.length > 0 ? `#${new URLSearchParams(pairs)}` : "");

function snippets() {
  const pairs = chosen();
  const attributes = pairs.map(([name, value]) => ` ${name}="${written(value)}"`).join("");
  const element = `<recourse-guide${attributes}>\n  <p>${written(words.fallback)}</p>\n</recourse-guide>`;
  // Room from the start, so that nothing below jumps when the program comes.
  const room = `<style>${words.room}</style>`;
  const script = `<script type="module" src="${address("embed.js")}" integrity="${words.sum}" crossorigin="anonymous"></script>`;
  const source = address(words.frame) + hash(pairs.filter(([name]) => !NOT_FRAMED.includes(name)));
  const frame = `<iframe id="recourse" title="${written(words.title)}" src="${written(source)}" width="100%" height="700"\n  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"\n  referrerpolicy="no-referrer" allow="clipboard-write"></iframe>`;
  const listen = `<script>
const frame = document.querySelector("#recourse");
addEventListener("message", ({ source, data }) => {
  if (source !== frame.contentWindow || data?.recourse !== 1) return;
  if (data.type === "height") frame.style.height = \`\${data.height}px\`;
});
</script>`;
  return {
    tag: `${room}\n${script}\n${element}`,
    frame: `${frame}\n\n${listen}`,
    wordpress: `// functions.php\nadd_action('wp_enqueue_scripts', function () {\n  wp_enqueue_script_module('recourse', '${address("embed.js")}');\n});\nadd_action('wp_head', function () {\n  echo '${room}';\n});\n\n<!-- wp:html -->\n${element}\n<!-- /wp:html -->`,
    discourse: `# allowed_iframes\n${address(words.frame)}\n\n${frame}`,
    mediawiki: `// MediaWiki:Common.js\nfor (const place of document.querySelectorAll(".recourse-here")) {\n  const guide = document.createElement("recourse-guide");\n${pairs.map(([name, value]) => `  guide.setAttribute(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join("")}  guide.append(...place.childNodes);\n  place.append(guide);\n  import(${JSON.stringify(address("embed.js"))});\n}\n\n<div class="recourse-here">${written(words.fallback)}</div>\n\n/* MediaWiki:Common.css */\n${words.room.replace("recourse-guide:not([data-failed])", ".recourse-here:not(:has([data-failed]))")}`,
    case: `const guide = document.querySelector("recourse-guide");\ntry {\n  const blob = await guide.exportCase(passphrase);\n  const { skipped } = await guide.importCase(blob, passphrase);\n} catch ({ code, message }) {\n  console.log(code, message);\n}`,
    policy: `script-src ${new URL(location.href).origin} 'wasm-unsafe-eval'; connect-src ${new URL(location.href).origin}; style-src ${words.roomSum}\n\nframe-src ${new URL(location.href).origin}`,
  };
}

function show() {
  for (const [name, text] of Object.entries(snippets())) document.querySelector(`[data-snippet=${name}]`).textContent = text;
  const set = Object.fromEntries(chosen());
  for (const { name } of form.elements) {
    if (NOT_LIVE.includes(name)) continue;
    // On this page the headings of the element go on from ours until somebody chooses.
    const value = set[name] ?? (name === "heading-level" ? "4" : null);
    if (value === null) live.removeAttribute(name);
    else if (live.getAttribute(name) !== value) live.setAttribute(name, value);
  }
}

function copyButton(code) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.copy });
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard?.writeText(code.textContent).then(() => true, () => false);
    button.textContent = copied ? words.copied : words.notCopied;
    setTimeout(() => { button.textContent = words.copy; }, 4000);
  });
  code.parentElement.append(button);
}

form.addEventListener("input", show);
form.elements.start.addEventListener("change", ({ target }) => live.start?.({ start: target.value || null }));
form.addEventListener("submit", (event) => event.preventDefault());
for (const code of document.querySelectorAll("[data-snippet]")) copyButton(code);
show();
