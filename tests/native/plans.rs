//! Plans while only the place is known: what holds for every problem in every region.

use recourse::engine::knowledge::Status;
use recourse::engine::plan::{Clock, Standing};
use serde_json::{Value as Json, json};

use crate::cases::{channel_id, core, fact_ids, plan_for, rungs, urgent};

/// Every region, and none known.
fn places() -> Vec<Json> {
    let region = core().fact_named("region").and_then(|fact| core().fact(fact)).expect("a fact");
    let known = region.options.iter().map(|option| json!({ "region": option.id }));
    std::iter::once(json!({})).chain(known).collect()
}

#[test]
fn nobody_is_left_without_a_door() {
    let mut faults = Vec::new();
    for problem in &core().problems {
        for place in places() {
            let plan = plan_for(&problem.id, &place);
            if !plan.ladder.iter().any(|step| step.standing != Standing::Later) {
                faults.push(format!("{} in {place}: {:?}", problem.id, rungs(&plan)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_door_stands_once_and_never_beside_a_wall_of_its_own() {
    for problem in &core().problems {
        for place in places() {
            let plan = plan_for(&problem.id, &place);
            let mut seen = Vec::new();
            for channel in plan.ladder.iter().map(|step| step.channel) {
                assert!(!seen.contains(&channel), "{}: {}", problem.id, channel_id(channel));
                seen.push(channel);
            }
            for wall in &plan.walls {
                assert!(
                    !seen.contains(&wall.channel),
                    "{}: {}",
                    problem.id,
                    channel_id(wall.channel)
                );
                seen.push(wall.channel);
            }
        }
    }
}

#[test]
fn without_a_region_no_regional_door_is_listed_and_the_region_is_asked_first() {
    for problem in &core().problems {
        let plan = plan_for(&problem.id, &json!({}));
        let regional = plan.ladder.iter().find(|step| {
            core().channel(step.channel).is_some_and(|channel| !channel.regions.is_empty())
        });
        assert!(regional.is_none() || problem.id.starts_with("wa-india"), "{}", problem.id);
        let depends = problem.ladder.iter().any(|rung| {
            core().channel(rung.channel).is_some_and(|channel| {
                !channel.regions.is_empty() && channel.status != Status::WarnOnly
            }) && rung.when.is_none()
        });
        if depends && !problem.id.starts_with("wa-india") {
            assert_eq!(fact_ids(&plan.asks).first(), Some(&"region"), "{}", problem.id);
        }
    }
}

#[test]
fn where_a_place_brings_doors_the_place_is_among_the_questions() {
    let mut asked = 0;
    for problem in &core().problems {
        let nowhere = plan_for(&problem.id, &json!({}));
        let brings =
            |place: &Json| plan_for(&problem.id, place).ladder.len() > nowhere.ladder.len();
        if places().iter().any(brings) && !problem.id.starts_with("wa-india") {
            assert!(fact_ids(&nowhere.asks).contains(&"region"), "{}", problem.id);
            asked += 1;
        }
    }
    assert!(asked > 40, "only {asked}");
}

#[test]
fn money_leaving_now_never_costs_an_emergency_door() {
    for problem in &core().problems {
        for place in places() {
            let calm = plan_for(&problem.id, &place);
            let mut facts = place.clone();
            facts["money-moving-now"] = json!(true);
            let alarmed = plan_for(&problem.id, &facts);
            for channel in urgent(&calm) {
                assert!(
                    urgent(&alarmed).contains(&channel),
                    "{} in {place} loses {channel}",
                    problem.id
                );
            }
        }
    }
}

#[test]
fn a_disputed_door_never_stands_first() {
    for problem in &core().problems {
        for place in places() {
            let plan = plan_for(&problem.id, &place);
            let disputed =
                |channel| core().channel(channel).is_some_and(|c| c.status == Status::Disputed);
            let first = plan.ladder.first().map(|step| step.channel);
            assert!(!first.is_some_and(disputed), "{} in {place}", problem.id);
        }
    }
}

#[test]
fn a_deadline_of_one_country_runs_in_no_other() {
    let ids = |region: &str| {
        let problem = core().problem_named("pay-scam-transfer").expect("a problem");
        let deadlines = &core().problem(problem).expect("a record").deadlines;
        let plan = plan_for("pay-scam-transfer", &json!({ "region": region }));
        let id = |clock: &Clock| deadlines.get(clock.deadline).map(|deadline| deadline.id.as_str());
        plan.clocks.iter().filter_map(id).collect::<Vec<_>>()
    };
    assert_eq!(ids("CN"), ["golden", "stop-48", "civil-3y"]);
    assert_eq!(ids("IN"), ["golden", "in-24"]);
    assert_eq!(ids("BR"), ["golden", "br-80"]);
}
