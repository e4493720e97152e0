//! Effects that are compiled once: yew's own is made anew for each kind of value it is given.

use std::any::Any;
use std::rc::Rc;

use yew::TearDown;
use yew::prelude::*;

/// A value that an effect follows.
trait Given: Any {
    fn is(&self, other: &dyn Given) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Given for T {
    fn is(&self, other: &dyn Given) -> bool {
        other.as_any().downcast_ref::<Self>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct Key(Rc<dyn Given>);

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

type Undo = Box<dyn FnOnce()>;
type Run = Box<dyn FnOnce(&Key) -> Undo>;

#[hook]
fn use_boxed(key: Key, run: Run) {
    use_effect_with(key, run);
}

/// Runs an effect after a rendering in which `given` has changed; what it returns is run
/// before the next time, and at the end.
#[hook]
pub(crate) fn use_after<T, F, D>(given: T, run: F)
where
    T: PartialEq + 'static,
    F: FnOnce(&T) -> D + 'static,
    D: TearDown,
{
    let given = Rc::new(given);
    let own = Rc::clone(&given);
    use_boxed(
        Key(given),
        Box::new(move |_| {
            let undo = run(&own);
            Box::new(move || undo.tear_down())
        }),
    );
}
