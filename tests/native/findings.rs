//! What is found of each rung is what the plan tells of its door.

use std::collections::BTreeSet;

use recourse::engine::knowledge::FactRef;
use recourse::engine::plan::{Act, Judged, Standing, findings, prepare};

use crate::case_states::{STATES, State, none_of};
use crate::cases::{channel_id, core, fact_ids};

fn compare(state: &State) {
    let prepared = prepare(core(), state.problem, &state.case, state.moment);
    let found = findings(core(), state.problem, &prepared, state.moment);
    let ladder = &state.record().ladder;
    assert_eq!(found.rungs.len(), ladder.len());
    let (plan, own) = (&state.plan, &state.record().urgent);
    let acts: Vec<&Act> = plan.urgent.iter().chain(&plan.first).collect();
    for act in found.acts.iter().map(|place| &own[*place]) {
        let is_it = |told: &&Act| {
            told.text == act.act || act.channel.is_some() && told.channel == act.channel
        };
        assert!(acts.iter().any(is_it), "an act is missing: {}", state.told_all());
    }
    // In an emergency other problems lend theirs.
    let may_lend = !state.record().emergency && !plan.urgent.is_empty();
    assert!(may_lend || acts.len() == found.acts.len(), "{}", state.told_all());
    let mut told = BTreeSet::new();
    for (rung, finding) in ladder.iter().zip(&found.rungs) {
        if !matches!(finding.judged, Judged::Stands(_)) {
            continue;
        }
        let step = state.plan.ladder.iter().find(|step| step.channel == rung.channel);
        let step = step.unwrap_or_else(|| panic!("a door is missing: {}", state.told_all()));
        let is_it = step.reason == rung.because
            && finding.judged == Judged::Stands(step.standing)
            && found.needs(finding) == step.needs
            && found.because(finding) == step.because;
        if is_it {
            told.insert(step.channel);
        }
    }
    let doors: BTreeSet<_> = state.plan.ladder.iter().map(|step| step.channel).collect();
    assert_eq!(told, doors, "a door nobody found: {}", state.told_all());
}

#[test]
fn a_plan_tells_what_is_found_of_its_doors() {
    for state in STATES.iter().step_by(5) {
        compare(state);
    }
}

#[test]
fn what_settles_a_door_is_still_open_and_what_put_it_there_is_known() {
    let (mut faults, mut open) = (Vec::new(), 0);
    for state in STATES.iter() {
        let prepared = prepare(core(), state.problem, &state.case, state.moment);
        for step in &state.plan.ladder {
            let mut fault = |what: &str, facts: &[FactRef]| {
                let door = channel_id(step.channel);
                let ids = fact_ids(facts);
                faults.push(format!("{door} {what} {ids:?}: {}", state.told_all()));
            };
            if !step.because.iter().all(|fact| prepared.case.value(*fact).is_some()) {
                fault("stands for what nobody knows:", &step.because);
            }
            if step.standing != Standing::Unknown {
                continue;
            }
            let is_open = |fact: &FactRef| {
                prepared.case.value(*fact).is_none() && !prepared.moot.contains(fact)
            };
            if step.needs.is_empty() || !step.needs.iter().all(is_open) {
                fault("would be settled by", &step.needs);
            }
            open += 1;
        }
    }
    none_of(faults);
    assert!(open > 3_000, "only {open} open doors");
}
