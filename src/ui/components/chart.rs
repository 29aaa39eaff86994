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
use crate::chart::{Mark, Scene, Shape, Sheet, Width, draw};
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
fn mark_at(event: &Event) -> Option<(Element, String)> {
    let mark = event.target()?.dyn_into::<Element>().ok()?.closest(".mark").ok()??;
    let key = mark_of(&mark.id())?.1.to_owned();
    Some((mark, key))
}

/// The number of the figure and the key of the mark with an id.
pub fn mark_of(id: &str) -> Option<(usize, &str)> {
    let (figure, key) = id.split_once('-')?;
    Some((usize::from(figure.ends_with('1')), key))
}

/// What was drawn of what.
struct Drawn {
    content: Arc<Content>,
    scene: Scene,
    width: Width,
}

/// What a figure shows; `None` hides it.
pub type Shown = Signal<Option<Arc<Content>>>;

/// A drawing of what a figure shows.
#[derive(Clone, Copy)]
struct Drawing {
    now: Memo<Option<Arc<Drawn>>>,
    /// What its marks are called, which follows once the picture is there: nobody hears or reads it before.
    named: Memo<Option<Arc<Drawn>>>,
}

impl Drawing {
    fn of(content: Shown, settled: Shown, width: Signal<Width>) -> Self {
        let drawn = move |_: Option<&Option<Arc<Drawn>>>| {
            let (content, width) = (content.get()?, width.get());
            let scene = draw(&content.answer, Sheet { lang: content.lang, width, reader: content.reader })?;
            Some(Arc::new(Drawn { content, scene, width }))
        };
        // It is drawn anew for another content or width only; what shows it compares.
        let now = Memo::new_with_compare(drawn, |_, _| true);
        let named = move |_: Option<&Option<Arc<Drawn>>>| {
            settled.track();
            now.get_untracked()
        };
        Self { now, named: Memo::new_with_compare(named, |_, _| true) }
    }

    /// The drawing as an element of the figure with this number; in the app with the key of the mark that is its Tab stop.
    fn item(self, index: usize, stop: Option<String>) -> Item {
        let Some(drawn) = self.now.get() else { return Item::svg("svg").attr("hidden", "") };
        let named = self.named.get().unwrap_or_else(|| drawn.clone());
        let Drawn { content, scene, width } = &*drawn;
        let id = |mark: &Mark| id_of(*width, index, &mark.key);
        let own = content.own_mark();
        let is_there = |key: &String| scene.marks.iter().any(|mark| mark.key == *key);
        let first = || scene.marks.first().map(|mark| mark.key.clone());
        let is_app = stop.is_some();
        let stop = stop.filter(is_there).or(own.clone().filter(is_there)).or_else(first);
        let marks = scene.marks.iter().map(|mark| {
            let is = |key: &Option<String>| key.as_ref() == Some(&mark.key);
            let named = named.scene.marks.iter().find(|named| named.key == mark.key).unwrap_or(mark);
            (mark.key.clone(), mark_item(mark, named, id(mark), is_app.then(|| (is(&stop), is(&own)))))
        });
        let layer = |shapes: &[Shape]| Item::svg("g").attr("aria-hidden", "true").children(shapes.iter().map(shape));
        let layers = vec![layer(&scene.back), Item::svg("g").keyed(marks), layer(&scene.front)];
        let owned: Vec<String> = named.scene.marks.iter().map(id).collect();
        Item::svg("svg")
            .attr("viewBox", format!("0 0 {} {}", scene.width, scene.height))
            .attr("width", scene.width.to_string())
            .attr("height", scene.height.to_string())
            .attr("role", if is_app { "listbox" } else { "graphics-document document" })
            .attr("aria-label", named.content.words.picture.clone())
            .maybe("aria-describedby", is_app.then_some(if index == 0 { "keys" } else { "keys-2" }))
            .attr("aria-owns", owned.join(" "))
            .class(format!("chart chart-{}", width.name()))
            .children(if is_app { layers } else { plain(layers) })
    }
}

/// The drawings of a figure: one that follows the width in the app, one for each kind of container on a published page.
#[component]
pub fn Charts(
    /// What is drawn.
    content: Shown,
    /// The same once the picture is there.
    settled: Shown,
    /// Where the figure stands.
    host: Host,
) -> impl IntoView {
    let (app, index) = (host.app(), host.index());
    let live = app.and_then(|(state, _)| {
        let first = state.width.get_untracked()?;
        Some(Signal::derive(move || state.width.get().unwrap_or(first)))
    });
    let widths = live.map_or_else(|| Width::ALL.map(Signal::stored).to_vec(), |width| vec![width]);
    let drawings: Vec<Drawing> = widths.into_iter().map(|width| Drawing::of(content, settled, width)).collect();
    let shown = drawings.first().copied();
    let pointed = move |event: Event| {
        let Some(((state, figure), (mark, key))) = app.zip(mark_at(&event)) else { return };
        let way = match event.type_().as_str() {
            "focusin" => Way::Focus,
            "click" => Way::Click,
            _ => Way::Pointer,
        };
        if way == Way::Focus {
            figure.stop.set(key);
        }
        state.tip.open(mark.id(), way);
    };
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
        let Some(drawn) = shown.and_then(|shown| shown.now.get_untracked()) else { return };
        if let Some(next) = led_to(&drawn.scene, &key, &event.key()) {
            event.prevent_default();
            state.focused.set(id_of(drawn.width, index, &next));
        }
    };
    let parts = items(move || {
        let stop = app.map(|(_, figure)| figure.stop.get());
        drawings.iter().map(|drawing| drawing.item(index, stop.clone())).collect()
    });
    // On the container, as an SVG that listens for focus is a Tab stop of its own.
    view! {
        <div
            class="drawings"
            id=if index == 0 { "drawings" } else { "drawings-2" }
            on:pointerover=move |event| pointed(event.into())
            on:focusin=move |event| pointed(event.into())
            on:click=move |event| pointed(event.into())
            on:keydown=pressed
        >
            {parts}
        </div>
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

/// A mark: what it shows as attributes, what is said of it (both as `named`), its shapes. In the app an option: whether it is the
/// Tab stop of its chart, and whether it is the reader's own.
fn mark_item(mark: &Mark, named: &Mark, id: String, option: Option<(bool, bool)>) -> Item {
    let moved = (mark.at != (0, 0)).then(|| format!("translate({} {})", mark.at.0, mark.at.1));
    let item = Item::svg("g").class("mark").attr("id", id);
    let item = match option {
        None => item.attr("role", "img"),
        Some((is_stop, is_own)) => {
            let item = item.attr("role", "option").attr("tabindex", if is_stop { "0" } else { "-1" });
            item.attr("aria-selected", if is_own { "true" } else { "false" })
        }
    };
    let item = marked(item.attr("aria-label", named.spoken.clone()), &named.attributes).maybe("transform", moved);
    item.children(mark.shapes.iter().map(shape))
}
