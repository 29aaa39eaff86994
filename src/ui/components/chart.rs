//! A picture as live SVG. Its marks are keyed nodes that never change their order: a mark is placed by its transform, and
//! `aria-owns` gives the order of the data, which the arrow keys follow too.
//!
//! In the app the chart is a listbox and its marks are options: one Tab stop, and the one pattern of many named things in which
//! screen readers hand over the arrow keys by themselves (focus mode of NVDA, forms mode of JAWS). Without a script nobody
//! answers keys, and the marks are pictures with names.

use super::host::Host;
use super::item::{Item, items};
use super::keys::led_to;
use super::shapes::shape;
use super::table::marked;
use crate::chart::{Mark, Scene, Shape, Width, draw};
use crate::ui::state::{Content, TIP, Way};
use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::sync::Arc;
use web_sys::Element;

/// The id of a mark: that of its figure, and its key.
fn id_of(width: Width, index: usize, key: &str) -> String {
    format!("{}{index}-{key}", width.name().get(..1).unwrap_or_default())
}

/// The mark at which an event happened, and its key.
pub fn mark_at(event: &Event) -> Option<(Element, String)> {
    let mark = event.target()?.dyn_into::<Element>().ok()?.closest(".mark").ok()??;
    let key = mark_of(&mark.id())?.1.to_owned();
    Some((mark, key))
}

/// The number of the figure and the key of the mark with an id.
pub fn mark_of(id: &str) -> Option<(usize, &str)> {
    let (figure, key) = id.split_once('-')?;
    Some((usize::from(figure.ends_with('1')), key))
}

/// A drawing of what a figure shows.
#[component]
pub fn Chart(
    /// What is drawn.
    content: Signal<Option<Arc<Content>>>,
    /// For which kind of container.
    width: Signal<Width>,
    /// Where the figure stands.
    host: Host,
) -> impl IntoView {
    let index = host.index();
    // It is drawn anew for another content or width only; what shows it compares.
    let drawn = move |_: Option<&Option<Arc<Scene>>>| {
        let width = width.get();
        content.with(|content| content.as_ref().and_then(|own| draw(&own.answer, own.lang, width)).map(Arc::new))
    };
    let scene = Memo::new_with_compare(drawn, |_, _| true);
    let app = host.app();
    let stop = move || app.map(|(_, figure)| figure.stop.get()).unwrap_or_default();
    let pressed = move |event: KeyboardEvent| {
        let Some(((state, _), (mark, key))) = app.zip(mark_at(&event)) else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                state.tip.open(mark.id(), Way::Click);
                return state.focused.set(TIP.to_owned());
            }
            " " => {
                event.prevent_default();
                return state.choose_place(&mark.get_attribute("data-place").unwrap_or_default());
            }
            _ => {}
        }
        let next = scene.with_untracked(|scene| led_to(scene.as_ref()?, &key, &event.key()));
        if let Some(next) = next {
            event.prevent_default();
            state.focused.set(id_of(width.get_untracked(), index, &next));
        }
    };
    let text = move |read: fn(&Content, &Scene, Width, usize) -> String| {
        Signal::derive(move || {
            let (content, width) = (content.get()?, width.get());
            scene.with(|scene| scene.as_ref().map(|scene| read(&content, scene, width, index)))
        })
    };
    let owned = |_: &Content, scene: &Scene, width: Width, index: usize| {
        scene.marks.iter().map(|mark| id_of(width, index, &mark.key)).collect::<Vec<_>>().join(" ")
    };
    let described = app.map(|_| if index == 0 { "keys" } else { "keys-2" });
    let parts = items(move || {
        let Some(scene) = scene.get() else { return Vec::new() };
        let (width, stop) = (width.get(), stop());
        let own = content.with_untracked(|content| content.as_ref().and_then(|content| content.own_mark()));
        let is_there = |key: &String| scene.marks.iter().any(|mark| mark.key == *key);
        let first = || scene.marks.first().map(|mark| mark.key.clone());
        let stop = Some(stop).filter(is_there).or(own.clone().filter(is_there)).or_else(first);
        let marks = scene.marks.iter().map(|mark| {
            let is = |key: &Option<String>| key.as_ref() == Some(&mark.key);
            let option = app.map(|_| (is(&stop), is(&own)));
            (mark.key.clone(), mark_item(mark, id_of(width, index, &mark.key), option))
        });
        let layer = |shapes: &[Shape]| Item::svg("g").attr("aria-hidden", "true").children(shapes.iter().map(shape));
        let layers = vec![layer(&scene.back), Item::svg("g").keyed(marks), layer(&scene.front)];
        if app.is_some() { layers } else { plain(layers) }
    });
    let is_empty = Signal::derive(move || scene.with(Option::is_none));
    view! {
        <svg
            class=text(|_, _, width, _| format!("chart chart-{}", width.name()))
            viewBox=text(|_, scene, _, _| format!("0 0 {} {}", scene.width, scene.height))
            width=text(|_, scene, _, _| scene.width.to_string())
            height=text(|_, scene, _, _| scene.height.to_string())
            role=if app.is_some() { "listbox" } else { "graphics-document document" }
            aria-label=text(|content, _, _, _| content.words.picture.clone())
            aria-describedby=described
            aria-owns=text(owned)
            hidden=is_empty
            on:keydown=pressed
        >
            {parts}
        </svg>
    }
}

/// Layers that are grey outlines without styles, not a black box. Pages of the app carry their styles inside.
#[cfg(not(target_arch = "wasm32"))]
fn plain(layers: Vec<Item>) -> Vec<Item> {
    let outlined = |layer: Item| layer.attr("fill", "none").attr("stroke", "#595959").attr("stroke-width", ".7");
    layers.into_iter().map(outlined).collect()
}

/// In the browser there are no others.
#[cfg(target_arch = "wasm32")]
fn plain(layers: Vec<Item>) -> Vec<Item> {
    layers
}

/// A mark: what it shows as attributes, what is said of it, its shapes. In the app an option: whether it is the Tab stop of its
/// chart, and whether it is the reader's own.
fn mark_item(mark: &Mark, id: String, option: Option<(bool, bool)>) -> Item {
    let moved = (mark.at != (0, 0)).then(|| format!("translate({} {})", mark.at.0, mark.at.1));
    let item = Item::svg("g").class("mark").attr("id", id);
    let item = match option {
        None => item.attr("role", "img"),
        Some((is_stop, is_own)) => {
            let item = item.attr("role", "option").attr("tabindex", if is_stop { "0" } else { "-1" });
            item.attr("aria-selected", if is_own { "true" } else { "false" })
        }
    };
    let item = marked(item.attr("aria-label", mark.spoken.clone()), &mark.attributes).maybe("transform", moved);
    item.children(mark.shapes.iter().map(shape))
}
