/** The element and the frame in somebody else's page: each page stands in its own folder here. */
import element from "./element.mjs";
import frame from "./frame.mjs";
import hostile from "./hostile.mjs";
import keeping from "./keeping.mjs";
import navigation from "./navigation.mjs";
import policies from "./policies.mjs";
import shop from "./shop.mjs";

export default { ...element, ...hostile, ...keeping, ...navigation, ...policies, ...shop, ...frame };
