// A component of the host's that carries the element inside its own shadow tree.
const root = document.querySelector("#outer").attachShadow({ mode: "open" });
root.append(Object.assign(document.createElement("recourse-guide"), { id: "inner" }));
