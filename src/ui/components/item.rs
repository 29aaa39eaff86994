//! Elements as data, for what is many and alike: marks, rows, options, legends, texts that come and go.
//!
//! Leptos compiles each type of view three times (build, rebuild, hydrate), so that lists of many kinds of elements cost each
//! reader forty kilobytes. An [`Item`] is one type for all of them: a closure returns items, and Leptos rebuilds them in
//! place as it does with views of its own. What stands always, and everything that answers events, is `view!`.

use crate::data::sort_by;
use crate::output::escape;
use std::borrow::Cow;
use std::fmt::Write;
use std::sync::Arc;

/// Elements without an end.
const VOID: [&str; 3] = ["input", "meta", "img"];

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element as data.
#[derive(Debug, Default)]
pub struct Item(pub(super) Box<Parts>);

/// What an element is made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) namespace: Option<&'static str>,
    /// What keeps its node when others come and go; empty for children that are told apart by their position.
    pub(super) key: Text,
    pub(super) attributes: Vec<(&'static str, Text)>,
    /// What the reader may change too (checked, selected, open, value): it is only written when it changes here.
    pub(super) properties: Vec<(&'static str, Property)>,
    pub(super) children: Vec<Child>,
}

/// Most texts of a page are its own and need no copy.
pub(super) type Text = Cow<'static, str>;

/// The value of a property.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Property {
    Flag(bool),
    Text(Text),
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Child {
    Text(Text),
    Item(Item),
}

/// A part of a page that follows signals.
pub type Items = Arc<dyn Fn() -> Vec<Item> + Send + Sync>;

/// Items that follow the signals which the closure reads.
pub fn items(make: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> Items {
    Arc::new(make)
}

impl Item {
    /// An element of HTML.
    pub fn new(tag: &'static str) -> Self {
        Self(Box::new(Parts { tag, ..Parts::default() }))
    }

    /// An element of SVG.
    pub fn svg(tag: &'static str) -> Self {
        Self(Box::new(Parts { tag, namespace: Some(SVG), ..Parts::default() }))
    }

    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// With an attribute, where there is a value.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// With a class.
    pub fn class(self, name: impl Into<Text>) -> Self {
        self.attr("class", name)
    }

    /// With a flag that the reader may change too.
    pub fn flag(mut self, name: &'static str, is_set: bool) -> Self {
        self.0.properties.push((name, Property::Flag(is_set)));
        self
    }

    /// With a value that the reader may change too.
    pub fn value(mut self, value: impl Into<Text>) -> Self {
        self.0.properties.push(("value", Property::Text(value.into())));
        self
    }

    /// With a text after what it holds already; texts that follow each other are one, and an empty one is none.
    pub fn text(mut self, text: impl Into<Text>) -> Self {
        self.add_text(text.into());
        self
    }

    fn add_text(&mut self, text: Text) {
        match self.0.children.last_mut() {
            Some(Child::Text(before)) => before.to_mut().push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.children.push(Child::Text(text)),
        }
    }

    /// With elements that are told apart by their keys: each keeps its node as long as it is there, and their order is that
    /// of the keys, so that no node ever moves.
    pub fn keyed(mut self, items: impl IntoIterator<Item = (String, Self)>) -> Self {
        let keyed = |(key, mut item): (String, Self)| {
            item.0.key = Cow::Owned(key);
            item
        };
        let mut items: Vec<Self> = items.into_iter().map(keyed).collect();
        sort_by(&mut items, |a, b| a.0.key.cmp(&b.0.key));
        self.0.children.extend(items.into_iter().map(Child::Item));
        self
    }

    /// With an element after what it holds already.
    pub fn child(mut self, item: Self) -> Self {
        self.0.children.push(Child::Item(item));
        self
    }

    /// With elements after what it holds already.
    pub fn children(mut self, items: impl IntoIterator<Item = Self>) -> Self {
        self.0.children.extend(items.into_iter().map(Child::Item));
        self
    }

    /// Writes the element as HTML.
    pub(super) fn write(&self, html: &mut String) {
        let _ = write!(html, "<{}", self.0.tag);
        for (name, value) in &self.0.attributes {
            let _ = write!(html, " {name}=\"{}\"", escape(value));
        }
        for (name, property) in &self.0.properties {
            let _ = match property {
                Property::Flag(true) => write!(html, " {name}"),
                Property::Flag(false) => Ok(()),
                Property::Text(text) => write!(html, " {name}=\"{}\"", escape(text)),
            };
        }
        html.push('>');
        for child in &self.0.children {
            match child {
                Child::Text(text) => html.push_str(&escape(text)),
                Child::Item(item) => item.write(html),
            }
        }
        if !VOID.contains(&self.0.tag) {
            let _ = write!(html, "</{}>", self.0.tag);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::RenderHtml;

    #[test]
    fn an_item_is_written_with_its_texts_escaped() {
        let link = Item::new("a").attr("href", "./?a=1&b=\"2\"").text("<more>").text(" & less");
        let own = Item::new("li").class("x").maybe("lang", None::<String>).child(link).text("");
        assert_eq!(
            own.to_html(),
            r#"<li class="x"><a href="./?a=1&amp;b=&quot;2&quot;">&lt;more&gt; &amp; less</a></li>"#
        );
        let input = Item::new("input").flag("checked", true).flag("disabled", false);
        assert_eq!(input.to_html(), "<input checked>");
    }
}
