//! One screen each. A screen gets the visit as a prop, looks the rest up with the
//! hooks of `ui/hooks/context.rs`, and dispatches what happened.

mod browse;
mod describe;
mod plan;
mod reading;

pub(crate) use browse::Browse;
pub(crate) use describe::Describe;
pub(crate) use plan::plan;
pub(crate) use reading::Reading;
