/** GoRules zen-engine: one decision for each problem, compiled once. */
import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";

export const name = "@gorules/zen-engine";
/** Its work is done on threads of its own: it may be asked again before it has answered. */
export const isConcurrent = true;

const engine = new ZenEngine();
const id = (fact) => fact.replaceAll("-", "_");

function formula(it) {
  if (typeof it === "boolean") return String(it);
  if (it.and) return `(${it.and.map(formula).join(" and ")})`;
  if (it.or) return `(${it.or.map(formula).join(" or ")})`;
  if (it.not) return `not(${formula(it.not)})`;
  const { op, fact, value, values } = it;
  if (op === "unknown") return `${id(fact)} == null`;
  if (op === "in") return `${id(fact)} in [${values.map(literal).join(", ")}]`;
  if (op === "eq") return `${id(fact)} == ${literal(value)}`;
  const sign = { ne: "!=", ge: ">=", gt: ">", le: "<=", lt: "<" }[op];
  return `(${id(fact)} != null and ${id(fact)} ${sign} ${literal(value)})`;
}

const literal = (value) => (typeof value === "string" ? `'${value}'` : String(value));

function list(it) {
  if (it.say) return `[${it.say.map(literal).join(", ")}]`;
  if (it.merge) return `flatMap([${it.merge.map(list).join(", ")}], #)`;
  return `(${formula(it.if)} ? ${list(it.then)} : ${list(it.else)})`;
}

/** A decision of a single node between what goes in and what comes out. */
function decision(type, content) {
  const node = (name, type, more = {}) => ({ id: name, name, type, position: { x: 0, y: 0 }, ...more });
  const edge = (from, to) => ({ id: `${from}-${to}`, type: "edge", sourceId: from, targetId: to });
  return engine.createDecision(
    new ZenDecisionContent({
      nodes: [node("in", "inputNode"), node("rules", type, { content }), node("out", "outputNode")],
      edges: [edge("in", "rules"), edge("rules", "out")],
    }),
  );
}

const expressions = (pairs) => decision("expressionNode", { expressions: pairs.map(([key, value]) => ({ id: key, key, value })) });

/** A table whose rows all apply: one row for each formula, with what it says. */
function table(rows) {
  return decision("decisionTableNode", {
    hitPolicy: "collect",
    inputs: [{ id: "if", name: "if", type: "expression" }],
    outputs: [{ id: "says", name: "says", field: "says", type: "expression" }],
    rules: rows.map(([it, says], place) => ({ _id: `row-${place}`, if: formula(it), says: literal(says) })),
  });
}

/** It takes names without hyphens; renaming is not part of what is timed. */
export function prepare(facts) {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [id(fact), value]));
}

const places = (flags) => flags.flatMap((flag, place) => (flag ? [place] : []));

/** Ways to have it tell which rungs hold and which acts apply. */
export const bare = {
  "a list of expressions": ({ holds, urgent }) => {
    const rules = expressions([["holds", `[${holds.map(formula).join(", ")}]`], ["urgent", `[${urgent.map(formula).join(", ")}]`]]);
    return async (facts) => {
      const { result } = await rules.evaluate(facts);
      return { holds: places(result.holds), urgent: places(result.urgent) };
    };
  },
  "a decision table": ({ holds, urgent }) => {
    const rules = table([...holds.map((it, place) => [it, place]), ...urgent.map((it, place) => [it, 1000 + place])]);
    return async (facts) => {
      const { result } = await rules.evaluate(facts);
      const says = (Array.isArray(result) ? result : []).map((row) => row.says);
      return { holds: says.filter((place) => place < 1000), urgent: says.filter((place) => place >= 1000).map((place) => place - 1000) };
    };
  },
};

/** Ways to have it tell how each rung stands and why. */
export const whole = {
  "a list of expressions": ({ says, urgent }) => {
    const rules = expressions([["said", `[${says.map(list).join(", ")}]`], ["urgent", `[${urgent.map(formula).join(", ")}]`]]);
    return async (facts) => {
      const { result } = await rules.evaluate(facts);
      return { said: result.said, urgent: places(result.urgent) };
    };
  },
};
