//! Where the door finds the visit: what is true now, and a way to say what happened.

use std::cell::RefCell;
use std::rc::Rc;

use yew::UseReducerHandle;

use super::state::State;

/// Holds the visit as it was last shown. Cheap to clone.
#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Option<UseReducerHandle<State>>>>);

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    /// Lays the visit down as it is now.
    pub(crate) fn lay(&self, visit: &UseReducerHandle<State>) {
        self.0.replace(Some(visit.clone()));
    }

    /// The visit as it is now; `None` before the first screen.
    pub fn visit(&self) -> Option<UseReducerHandle<State>> {
        self.0.borrow().clone()
    }
}
