//! Elements, put together by calls.
//!
//! `html!` writes the making of every element out in place, several hundred bytes
//! for each. Here each step is one call that hands on a pointer, which makes the
//! program a tenth smaller; what comes out are the same nodes (decision 0012).

use std::rc::Rc;

use yew::html::{IntoEventCallback, onchange, onclick, oninput, ontoggle};
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Callback, Event, InputEvent, MouseEvent, NodeRef};

/// An element in the making.
pub(crate) struct Tag(Rc<VTag>);

/// Nodes side by side, without an element around them.
pub(crate) struct Group(Rc<VList>);

/// What may stand inside an element.
pub(crate) trait Child {
    /// As a node of the page.
    fn node(self) -> VNode;

    /// Puts itself last into `tag`. Overridden where that takes fewer bytes.
    #[inline]
    fn put_in(self, tag: Tag) -> Tag
    where
        Self: Sized,
    {
        tag.push(self.node())
    }
}

/// What an attribute may be set to; `None` leaves it out.
pub(crate) trait Value {
    /// As the page takes it.
    fn value(self) -> Option<AttrValue>;
}

pub(crate) use recourse_macros::html;

/// The classes of an element, those that are `None` left out.
macro_rules! classes {
    ($($name:expr),* $(,)?) => {
        $crate::ui::markup::joined(&[$(Option::<&'static str>::from($name)),*])
    };
}
pub(crate) use classes;

/// Names with a blank between each two.
#[inline(never)]
pub(crate) fn joined(names: &[Option<&'static str>]) -> AttrValue {
    let names: Vec<&str> = names.iter().copied().flatten().collect();
    names.join(" ").into()
}

impl Tag {
    /// An element whose attributes are known when the program is built.
    #[inline(never)]
    pub(crate) fn fixed(
        name: &'static str,
        attributes: &'static [(&'static str, AttributeOrProperty)],
    ) -> Self {
        Self::new(name, Attributes::Static(attributes))
    }

    /// An element whose attributes are still to be [`set`](Self::set).
    #[inline(never)]
    pub(crate) fn open(name: &'static str, keys: &'static [&'static str]) -> Self {
        let values = keys.iter().map(|_| None).collect();
        Self::new(name, Attributes::Dynamic { keys, values })
    }

    fn new(name: &'static str, attributes: Attributes) -> Self {
        let mut tag = VTag::new(name);
        tag.set_attributes(attributes);
        Self(Rc::new(tag))
    }

    /// Sets one of the attributes the element was opened with.
    #[inline]
    pub(crate) fn set(self, key: &'static str, value: impl Value) -> Self {
        match value.value() {
            Some(value) => self.put(key, value),
            None => self,
        }
    }

    #[inline(never)]
    fn put(self, key: &'static str, value: AttrValue) -> Self {
        self.with(|tag| {
            if let Attributes::Dynamic { keys, values } = &mut tag.attributes {
                let place = keys.iter().position(|own| *own == key);
                if let Some(place) = place.and_then(|place| values.get_mut(place)) {
                    *place = Some(AttributeOrProperty::Attribute(value));
                }
            }
        })
    }

    /// Names the element among its neighbours.
    #[inline(never)]
    pub(crate) fn key(self, key: impl Into<Key>) -> Self {
        let key = key.into();
        self.with(|tag| tag.key = Some(key))
    }

    /// Lets the element be found on the page.
    #[inline(never)]
    pub(crate) fn node_ref(self, node: NodeRef) -> Self {
        self.with(|tag| tag.node_ref = node)
    }

    /// What a field holds.
    #[inline]
    pub(crate) fn value(self, value: impl Value) -> Self {
        self.hold(value.value())
    }

    #[inline(never)]
    fn hold(self, value: Option<AttrValue>) -> Self {
        self.with(|tag| tag.set_value(value))
    }

    /// Whether a box is ticked.
    #[inline(never)]
    pub(crate) fn checked(self, is_checked: bool) -> Self {
        self.with(|tag| tag.set_checked(is_checked))
    }

    /// Puts one thing inside, after what is there.
    #[inline]
    pub(crate) fn child(self, child: impl Child) -> Self {
        child.put_in(self)
    }

    /// Calls when the element is clicked.
    #[inline]
    pub(crate) fn onclick(self, callback: impl IntoEventCallback<MouseEvent>) -> Self {
        self.listen(callback.into_event_callback(), |callback| {
            Rc::new(onclick::Wrapper::new(callback))
        })
    }

    /// Calls when what a field holds changes.
    #[inline]
    pub(crate) fn oninput(self, callback: impl IntoEventCallback<InputEvent>) -> Self {
        self.listen(callback.into_event_callback(), |callback| {
            Rc::new(oninput::Wrapper::new(callback))
        })
    }

    /// Calls when a choice was made.
    #[inline]
    pub(crate) fn onchange(self, callback: impl IntoEventCallback<Event>) -> Self {
        self.listen(callback.into_event_callback(), |callback| {
            Rc::new(onchange::Wrapper::new(callback))
        })
    }

    /// Calls when the element unfolds or folds.
    #[inline]
    pub(crate) fn ontoggle(self, callback: impl IntoEventCallback<Event>) -> Self {
        self.listen(callback.into_event_callback(), |callback| {
            Rc::new(ontoggle::Wrapper::new(callback))
        })
    }

    #[inline(never)]
    fn listen<E>(
        self,
        call: Option<Callback<E>>,
        wrap: fn(Callback<E>) -> Rc<dyn Listener>,
    ) -> Self {
        let Some(call) = call else { return self };
        self.with(|tag| {
            tag.add_listener(wrap(call));
        })
    }

    #[inline(never)]
    fn push(self, child: VNode) -> Self {
        self.with(|tag| {
            let Some(children) = tag.children_mut() else { return };
            let is_first = matches!(children, VNode::VList(list) if list.is_empty());
            // Alone it needs no list around it, unless it is one that might grow.
            if is_first && !matches!(child, VNode::VList(_)) {
                *children = child;
            } else {
                children.to_vlist_mut().add_child(child);
            }
        })
    }

    #[inline(never)]
    fn push_tag(self, child: Option<Self>) -> Self {
        self.push(child.node())
    }

    #[inline(never)]
    fn push_text(self, text: AttrValue) -> Self {
        self.push(text.node())
    }

    fn with(mut self, change: impl FnOnce(&mut VTag)) -> Self {
        // Always: nobody else holds an element in the making.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            change(tag);
        }
        self
    }
}

impl Group {
    /// No nodes yet.
    pub(crate) fn new() -> Self {
        Self(Rc::default())
    }

    /// Puts one more node at the end.
    #[inline]
    pub(crate) fn child(self, child: impl Child) -> Self {
        self.push(child.node())
    }

    #[inline(never)]
    fn push(mut self, child: VNode) -> Self {
        if let Some(list) = Rc::get_mut(&mut self.0) {
            list.add_child(child);
        }
        self
    }
}

impl Child for VNode {
    fn node(self) -> VNode {
        self
    }
}

impl Child for Tag {
    fn node(self) -> VNode {
        VNode::VTag(self.0)
    }

    #[inline]
    fn put_in(self, tag: Tag) -> Tag {
        tag.push_tag(Some(self))
    }
}

impl Child for Group {
    fn node(self) -> VNode {
        VNode::VList(self.0)
    }
}

impl Child for Option<AttrValue> {
    fn node(self) -> VNode {
        self.map(AttrValue::node).unwrap_or_default()
    }
}

impl Child for Vec<VNode> {
    fn node(self) -> VNode {
        VList::from(self).into()
    }
}

impl Child for usize {
    fn node(self) -> VNode {
        self.to_string().node()
    }
}

impl Child for Option<Tag> {
    fn node(self) -> VNode {
        self.map(Tag::node).unwrap_or_default()
    }

    #[inline]
    fn put_in(self, tag: Tag) -> Tag {
        tag.push_tag(self)
    }
}

impl Child for AttrValue {
    fn node(self) -> VNode {
        VNode::VText(VText::new(self))
    }

    #[inline]
    fn put_in(self, tag: Tag) -> Tag {
        tag.push_text(self)
    }
}

impl Child for &'static str {
    fn node(self) -> VNode {
        AttrValue::Static(self).node()
    }

    #[inline]
    fn put_in(self, tag: Tag) -> Tag {
        tag.push_text(AttrValue::Static(self))
    }
}

impl Child for String {
    fn node(self) -> VNode {
        AttrValue::from(self).node()
    }

    #[inline]
    fn put_in(self, tag: Tag) -> Tag {
        tag.push_text(AttrValue::from(self))
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for String {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::from(self))
    }
}

/// An attribute that is there or not.
impl Value for bool {
    fn value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(V::value)
    }
}
