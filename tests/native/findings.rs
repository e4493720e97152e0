//! What is found of each rung is what the plan tells of its door.

use std::collections::BTreeSet;

use recourse::engine::plan::{Judged, findings, prepare};

use crate::cases::core;
use crate::states::{STATES, State};

fn compare(state: &State) {
    let prepared = prepare(core(), state.problem, &state.case, state.moment);
    let found = findings(core(), state.problem, &prepared, state.moment);
    let ladder = &state.record().ladder;
    assert_eq!(found.rungs.len(), ladder.len());
    assert_eq!(found.acts.len(), state.plan.urgent.len() + state.plan.first.len());
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
