/** The element and the frame in somebody else's page: each page stands in its own folder here. */
import element from "./element.mjs";
import fights from "./fights.mjs";
import frame from "./frame.mjs";
import hostile from "./hostile.mjs";
import keeping from "./keeping.mjs";
import navigation from "./navigation.mjs";
import odd from "./odd.mjs";
import policies from "./policies.mjs";
import saving from "./saving.mjs";
import shift from "./shift.mjs";
import shop from "./shop.mjs";

export default { ...element, ...hostile, ...fights, ...keeping, ...saving, ...navigation, ...odd, ...shift, ...policies, ...shop, ...frame };
