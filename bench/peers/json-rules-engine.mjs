/** json-rules-engine: one engine for each problem, built once; one rule for each thing it may say. */
import { Engine } from "json-rules-engine";
import { rulesOf } from "../lib/rungs.mjs";

export const name = "json-rules-engine";

const OPERATORS = { eq: "equal", in: "in", ne: "notEqual", ge: "greaterThanInclusive", gt: "greaterThan", le: "lessThanInclusive", lt: "lessThan" };

function formula(it) {
  if (it.and) return { all: it.and.map(formula) };
  if (it.or) return { any: it.or.map(formula) };
  if (it.not) return { not: formula(it.not) };
  const { op, fact, value, values } = it;
  if (op === "unknown") return { fact, operator: "equal", value: undefined };
  const comparison = { fact, operator: OPERATORS[op], value: values ?? value };
  return op === "ne" ? { all: [{ fact, operator: "notEqual", value: undefined }, comparison] } : comparison;
}

/** The rules a formula makes; one that is never true makes none. */
function rules(it, event) {
  if (it === false) return [];
  const conditions = it === true ? { all: [] } : formula(it);
  return [{ conditions: conditions.all || conditions.any || conditions.not ? conditions : { all: [conditions] }, event }];
}

const acts = (urgent) => urgent.flatMap((it, place) => rules(it, { type: "urgent", params: { place } }));
const placesOf = (events, type) => events.filter((event) => event.type === type).map((event) => event.params.place).sort((a, b) => a - b);

/** Ways to have it tell which rungs hold and which acts apply. */
export const bare = {
  "a rule a rung": ({ holds, urgent }) => {
    const rungs = holds.flatMap((it, place) => rules(it, { type: "rung", params: { place } }));
    const engine = new Engine([...rungs, ...acts(urgent)], { allowUndefinedFacts: true });
    return async (facts) => {
      const { events } = await engine.run(facts);
      return { holds: placesOf(events, "rung"), urgent: placesOf(events, "urgent") };
    };
  },
};

/** Ways to have it tell how each rung stands and why. */
export const whole = {
  "a rule a word": ({ says, urgent }) => {
    const words = says.flatMap((list, place) => rulesOf(list).flatMap(([word, it]) => rules(it, { type: "word", params: { place, word } })));
    const engine = new Engine([...words, ...acts(urgent)], { allowUndefinedFacts: true });
    return async (facts) => {
      const { events } = await engine.run(facts);
      const said = says.map(() => []);
      for (const { type, params } of events) if (type === "word") said[params.place].push(params.word);
      return { said, urgent: placesOf(events, "urgent") };
    };
  },
};
