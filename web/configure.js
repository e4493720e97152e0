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

/** Several lines of code. */
const lines = (...all) => all.join("\n");

/** What is copied, by the name of the place that shows it. */
function snippets() {
  const pairs = chosen();
  const attributes = pairs.map(([name, value]) => ` ${name}="${written(value)}"`).join("");
  const element = lines(`<recourse-guide${attributes}>`, `  <p>${written(words.fallback)}</p>`, "</recourse-guide>");
  // Room from the start, so that nothing below jumps when the program comes.
  const room = `<style>${words.room}</style>`;
  const loader = address("embed.js");
  const script = `<script type="module" src="${loader}" integrity="${words.sum}" crossorigin="anonymous"></script>`;
  const frame = framed(pairs);
  const { origin } = new URL(location.href);
  return {
    tag: lines(room, script, element),
    frame: lines(frame, "", LISTENING),
    wordpress: lines(
      "// functions.php",
      "add_action('wp_head', function () {",
      `  echo '${room}';`,
      `  echo '${script}';`,
      "});",
      "",
      "<!-- wp:html -->",
      element,
      "<!-- /wp:html -->",
    ),
    discourse: lines("# allowed_iframes", address(words.frame), "", frame),
    mediawiki: mediawiki(pairs, loader),
    case: lines(
      'const guide = document.querySelector("recourse-guide");',
      "try {",
      "  const blob = await guide.exportCase(passphrase);",
      "  const { skipped } = await guide.importCase(blob, passphrase);",
      "} catch ({ code, message }) {",
      "  console.log(code, message);",
      "}",
    ),
    policy: lines(
      `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src ${words.roomSum}`,
      "",
      `frame-src ${origin}`,
    ),
  };
}

/** The frame, with its attributes behind its address. */
function framed(pairs) {
  const source = address(words.frame) + hash(pairs.filter(([name]) => !NOT_FRAMED.includes(name)));
  return lines(
    `<iframe id="recourse" title="${written(words.title)}" src="${written(source)}" width="100%" height="700"`,
    '  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"',
    '  referrerpolicy="no-referrer" allow="clipboard-write"></iframe>',
  );
}

/** What the page around the frame does with what it says. */
const LISTENING = lines(
  "<script>",
  'const frame = document.querySelector("#recourse");',
  'addEventListener("message", ({ source, data }) => {',
  "  if (source !== frame.contentWindow || data?.recourse !== 1) return;",
  '  if (data.type === "height") frame.style.height = `${data.height}px`;',
  "});",
  "</script>",
);

/** A wiki lets no element of ours into its pages, so a script puts it in the place of one of its own. */
function mediawiki(pairs, loader) {
  const set = pairs.map(([name, value]) => `    guide.setAttribute(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  return lines(
    "// MediaWiki:Common.js",
    // It reads scripts of its pages as those of long ago, and refuses what is newer.
    'mw.hook("wikipage.content").add(function (content) {',
    '  var places = content[0].querySelectorAll(".recourse-here");',
    "  Array.prototype.forEach.call(places, function (place) {",
    '    if (place.querySelector("recourse-guide")) return;',
    '    var guide = document.createElement("recourse-guide");',
    ...set,
    "    while (place.firstChild) guide.appendChild(place.firstChild);",
    "    place.appendChild(guide);",
    "  });",
    '  if (!places.length || document.querySelector("#recourse-script")) return;',
    '  var script = document.createElement("script");',
    '  script.id = "recourse-script";',
    '  script.type = "module";',
    `  script.src = ${JSON.stringify(loader)};`,
    `  script.integrity = ${JSON.stringify(words.sum)};`,
    '  script.crossOrigin = "anonymous";',
    "  script.onerror = function () {",
    '    Array.prototype.forEach.call(places, function (place) { place.firstChild.setAttribute("data-failed", ""); });',
    "  };",
    "  document.head.appendChild(script);",
    "});",
    "",
    `<div class="recourse-here">${written(words.fallback)}</div>`,
    "",
    "/* MediaWiki:Common.css */",
    words.room.replace("recourse", ".recourse-here:not(:has([data-failed])), .recourse-here recourse"),
  );
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
