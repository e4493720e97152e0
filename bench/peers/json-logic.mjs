/** json-logic-js: one rule is one JSON value; there is nothing to compile. */
import jsonLogic from "json-logic-js";

export const name = "json-logic-js";

const read = (fact) => ({ var: fact });
/** A missing fact is null, which JavaScript takes for 0 when it compares. */
const known = (fact, comparison) => ({ and: [{ "!==": [read(fact), null] }, comparison] });

function formula(it) {
  if (typeof it === "boolean") return it;
  if (it.and) return { and: it.and.map(formula) };
  if (it.or) return { or: it.or.map(formula) };
  if (it.not) return { "!": [formula(it.not)] };
  const { op, fact, value, values } = it;
  if (op === "eq") return { "===": [read(fact), value] };
  if (op === "in") return { in: [read(fact), values] };
  if (op === "unknown") return { "===": [read(fact), null] };
  if (op === "ge" && value > 0) return { ">=": [read(fact), value] };
  if (op === "gt" && value >= 0) return { ">": [read(fact), value] };
  const sign = { ne: "!==", ge: ">=", gt: ">", le: "<=", lt: "<" }[op];
  return known(fact, { [sign]: [read(fact), value] });
}

function list(it) {
  if (it.say) return it.say;
  if (it.merge) return { merge: it.merge.map(list) };
  return { if: [formula(it.if), list(it.then), list(it.else)] };
}

/** Ways to have it tell which rungs hold and which acts apply. */
export const bare = {
  "a rule a rung": ({ holds, urgent }) => {
    const [rungs, acts] = [holds.map(formula), urgent.map(formula)];
    return (facts) => ({ holds: held(rungs, facts), urgent: held(acts, facts) });
  },
};

/** Ways to have it tell how each rung stands and why. */
export const whole = {
  "a rule a rung": ({ says, urgent }) => {
    const [rungs, acts] = [says.map(list), urgent.map(formula)];
    return (facts) => ({ said: rungs.map((rung) => jsonLogic.apply(rung, facts)), urgent: held(acts, facts) });
  },
};

function held(rules, facts) {
  const places = [];
  for (let place = 0; place < rules.length; place += 1) if (jsonLogic.apply(rules[place], facts)) places.push(place);
  return places;
}
