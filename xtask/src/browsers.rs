//! The browsers the tests drive: three engines, their drivers, and letters to draw.

use std::process::Command;

use crate::outcome::{Outcome, fail};
use crate::run::quietly;
use crate::{setup, tools};

/// Everything that is missing, in one go. Without Chromium nothing can be tested; the other
/// engines are tested wherever Debian's packages can be had, and the scenarios say when not.
pub fn all() -> Outcome {
    let wanted = [chromium(), firefox(), webkit()].concat();
    if !wanted.is_empty() {
        install(&wanted)?;
    }
    let has_apt = tools::on_path("apt-get").is_some();
    if has_apt && tools::geckodriver().is_none() {
        setup::crate_program("geckodriver", tools::GECKODRIVER, &["--locked"])?;
    }
    Ok(())
}

fn chromium() -> Vec<&'static str> {
    let is_there = tools::chromium().is_some() && tools::on_path("chromedriver").is_some();
    if is_there { Vec::new() } else { vec!["chromium", "chromium-driver", "fonts-noto-cjk"] }
}

fn firefox() -> Vec<&'static str> {
    if tools::firefox().is_some() { Vec::new() } else { vec!["firefox-esr"] }
}

/// It draws on a screen, so it needs one that nobody sees.
fn webkit() -> Vec<&'static str> {
    let is_there = ["WebKitWebDriver", "Xvfb"].iter().all(|name| tools::on_path(name).is_some());
    if is_there { Vec::new() } else { vec!["webkit2gtk-driver", "xvfb"] }
}

fn install(wanted: &[&str]) -> Outcome {
    let by_hand = format!("install {} and run this again", wanted.join(", "));
    if tools::on_path("apt-get").is_none() {
        if chromium().is_empty() {
            println!("only Chromium is tested here; for the other engines {by_hand}");
            return Ok(());
        }
        return fail(format!("the browser tests need Chromium and chromedriver: {by_hand}"));
    }
    let started = setup::announce(&wanted.join(", "), "3 min");
    quietly("apt-get update", Command::new("apt-get").arg("update"))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    quietly(
        &format!("installing the browsers (by hand: as root, {by_hand})"),
        install.args(["install", "-y", "--no-install-recommends"]).args(wanted),
    )?;
    setup::done("the browsers", started);
    Ok(())
}
