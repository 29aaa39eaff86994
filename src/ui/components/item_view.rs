//! Items in the page: how Leptos builds them, rebuilds them in place, takes them over and writes them.

use super::item::{Child, Item, Property, Text};
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node, Text as TextNode};
use leptos::tachys::renderer::{CastFrom, Rndr};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::JsValue;

/// An item in the page.
#[derive(Debug)]
pub struct ItemState {
    element: Element,
    /// What was rendered last, without its children.
    item: Item,
    children: Vec<ChildState>,
}

#[derive(Debug)]
enum ChildState {
    Text(TextNode, Text),
    Item(ItemState),
}

impl ChildState {
    /// Whether it is rendered again as this child: the same key, the same kind of element.
    fn is(&self, child: &Child) -> bool {
        match (self, child) {
            (Self::Text(..), Child::Text(_)) => true,
            (Self::Item(old), Child::Item(new)) => old.item.0.tag == new.0.tag && old.item.0.key == new.0.key,
            _ => false,
        }
    }

    fn node(&self) -> &Node {
        match self {
            Self::Text(text, _) => text,
            Self::Item(state) => &state.element,
        }
    }
}

fn create(mut item: Item) -> ItemState {
    let element = Rndr::create_element(item.0.tag, item.0.namespace);
    for (name, value) in &item.0.attributes {
        Rndr::set_attribute(&element, name, value);
    }
    let children: Vec<ChildState> = std::mem::take(&mut item.0.children).into_iter().map(create_child).collect();
    for child in &children {
        Rndr::insert_node(&element, child.node(), None);
    }
    for (name, property) in &item.0.properties {
        set(&element, name, property);
    }
    ItemState { element, item, children }
}

fn set(element: &Element, name: &str, property: &Property) {
    let value = match property {
        Property::Flag(is_set) => JsValue::from_bool(*is_set),
        Property::Text(text) => JsValue::from_str(text),
    };
    Rndr::set_property(element, name, &value);
}

fn create_child(child: Child) -> ChildState {
    match child {
        Child::Text(text) => ChildState::Text(Rndr::create_text_node(&text), text),
        Child::Item(item) => ChildState::Item(create(item)),
    }
}

/// Takes over a delivered element. Where its content is not what it should be, it is made anew.
fn take_over(mut item: Item, element: Element) -> ItemState {
    let mut next = Rndr::first_child(&element);
    let mut children = Vec::with_capacity(item.0.children.len());
    for child in std::mem::take(&mut item.0.children) {
        let node = next.take();
        next = node.as_ref().and_then(Rndr::next_sibling);
        let state = match child {
            Child::Text(text) => match node.and_then(TextNode::cast_from) {
                Some(node) => ChildState::Text(node, text),
                None => create_child(Child::Text(text)),
            },
            Child::Item(item) => match node.and_then(Element::cast_from) {
                Some(node) => ChildState::Item(take_over(item, node)),
                None => create_child(Child::Item(item)),
            },
        };
        if Rndr::get_parent(state.node()).is_none() {
            Rndr::insert_node(&element, state.node(), next.as_ref());
        }
        children.push(state);
    }
    ItemState { element, item, children }
}

fn value_of<'a>(attributes: &'a [(&'static str, Text)], name: &str) -> Option<&'a Text> {
    attributes.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
}

/// Renders an item in the place of the one before, which has the same tag.
fn update(state: &mut ItemState, mut item: Item) {
    let element = &state.element;
    let (old, new) = (&state.item.0.attributes, &item.0.attributes);
    for (name, value) in new {
        if value_of(old, name) != Some(value) {
            Rndr::set_attribute(element, name, value);
        }
    }
    for (name, _) in old {
        if value_of(new, name).is_none() {
            Rndr::remove_attribute(element, name);
        }
    }
    let before = std::mem::take(&mut state.children);
    state.children = update_children(element, before, std::mem::take(&mut item.0.children));
    for property in &item.0.properties {
        if !state.item.0.properties.contains(property) {
            set(element, property.0, &property.1);
        }
    }
    state.item = item;
}

/// Renders children in the place of those before. Each is paired with the next one of its key and kind. Of those without keys
/// only as many go for it as there are too many: where a bar loses its band, the texts behind it stay the texts they are.
fn update_children(parent: &Element, before: Vec<ChildState>, now: Vec<Child>) -> Vec<ChildState> {
    let mut before = before.into_iter();
    let mut left = now.len();
    let mut children = Vec::with_capacity(left);
    for child in now {
        let is_keyed = matches!(&child, Child::Item(item) if !item.0.key.is_empty());
        let spare = before.len().saturating_sub(left);
        left -= 1;
        let pair = before.as_slice().iter().position(|old| old.is(&child));
        let pair = pair.filter(|gone| is_keyed || *gone <= spare);
        for gone in before.by_ref().take(pair.unwrap_or_default()) {
            Rndr::remove(gone.node());
        }
        let state = match (pair.and_then(|_| before.next()), child) {
            (Some(ChildState::Text(node, said)), Child::Text(text)) => {
                if said != text {
                    Rndr::set_text(&node, &text);
                }
                ChildState::Text(node, text)
            }
            (Some(ChildState::Item(mut own)), Child::Item(item)) => {
                update(&mut own, item);
                ChildState::Item(own)
            }
            (_, child) => {
                let new = create_child(child);
                Rndr::insert_node(parent, new.node(), before.as_slice().first().map(ChildState::node));
                new
            }
        };
        children.push(state);
    }
    before.for_each(|gone| Rndr::remove(gone.node()));
    children
}

impl Render for Item {
    type State = ItemState;

    fn build(self) -> ItemState {
        create(self)
    }

    fn rebuild(self, state: &mut ItemState) {
        if state.item.0.tag == self.0.tag {
            return update(state, self);
        }
        let new = create(self);
        if let Some(parent) = Rndr::get_parent(&state.element).and_then(Element::cast_from) {
            Rndr::insert_node(&parent, &new.element, Some(&state.element));
        }
        Rndr::remove(&state.element);
        *state = new;
    }
}

impl Mountable for ItemState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(Element::cast_from);
        parent.map(|parent| child.mount(&parent, Some(&self.element))).is_some()
    }

    fn elements(&self) -> Vec<Element> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for Item {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _attr: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Item {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        self.write(html);
        *position = Position::NextChild;
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> ItemState {
        match position.get() {
            Position::FirstChild => cursor.child(),
            Position::Current => {}
            _ => cursor.sibling(),
        }
        let state = match Element::cast_from(cursor.current()) {
            Some(element) => take_over(self, element),
            // What was delivered was changed before: the item is rendered beside it.
            None => create(self),
        };
        position.set(Position::NextChild);
        state
    }

    fn into_owned(self) -> Self {
        self
    }
}
