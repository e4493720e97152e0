//! Our engine made ready to be timed: natively, and in WebAssembly as shipped.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::folder;
use crate::outcome::{Outcome, fail};
use crate::run::{cargo, must, quietly};
use crate::tools;
use crate::wasm::SHRINK;

/// Makes the cases, times the engine natively, and builds it for JavaScript.
pub fn prepare() -> Outcome {
    println!("bench: the cases, and the engine natively (about 30 s) …");
    let words = ["run", "--quiet", "--profile", "native", "--no-default-features", "--example"];
    must("the example `bench`", cargo(&words).args(["bench", "--"]).arg(folder()))?;
    println!("bench: the engine in WebAssembly …");
    let target = "wasm32-unknown-unknown";
    let words = ["build", "--quiet", "--release", "--package", "recourse-bench", "--target"];
    must("compiling the engine", cargo(&words).arg(target))?;
    let compiled = tools::target().join(target).join("release/recourse_bench.wasm");
    bind(&compiled, &folder().join("wasm"))
}

/// The same steps as for the widget: bound to JavaScript, then shrunk.
pub fn bind(compiled: &Path, out: &Path) -> Outcome {
    let version = tools::locked("wasm-bindgen")?;
    let Some(bindgen) = tools::wasm_bindgen("wasm-bindgen", &version) else {
        return fail("wasm-bindgen is missing: run `cargo xtask setup`");
    };
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--omit-default-module-path"]);
    quietly("wasm-bindgen", bind.arg("--out-dir").arg(out).arg(compiled))?;
    let Some(optimiser) = tools::wasm_opt() else {
        println!("bench: without wasm-opt the module is not quite the one that is shipped");
        return Ok(());
    };
    let name = compiled.file_stem().unwrap_or_default().to_string_lossy();
    let (bound, small) = (out.join(format!("{name}_bg.wasm")), out.join("small.wasm"));
    let mut opt = Command::new("node");
    opt.arg(optimiser).args(SHRINK).arg(&bound).arg("-o").arg(&small);
    quietly("wasm-opt", &mut opt)?;
    Ok(fs::rename(small, bound)?)
}
