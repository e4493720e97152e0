//! Recourse 找对门: where to turn when something goes wrong with WeChat, WeChat
//! Pay, mini programs, official accounts, `WeCom` or `WhatsApp`.
//!
//! Four rooms, in reading order: [`engine`] thinks, `browser` touches the page,
//! `ui` shows, `embed` is the door. `docs/architecture.md` is the map.

/// Memory in WebAssembly, in half the bytes of the standard library's (decision 0008).
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub mod engine;

#[cfg(feature = "widget")]
pub mod browser;
#[cfg(feature = "widget")]
pub mod embed;
#[cfg(any(test, feature = "keeper"))]
pub mod keeper;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "widget")]
pub mod ui;
