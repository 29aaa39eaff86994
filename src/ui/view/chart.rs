//! A scene as live SVG. Marks are keyed, so that they keep their nodes, and focus, when the question changes; the shapes
//! inside a mark, which nobody can focus, are written as text.

use crate::chart::{Mark, Scene, Shape, Width};
use crate::output::shapes;
use leptos::prelude::*;

/// One drawing. There is one Tab stop; arrow keys move through the marks (`ui/app/keys.rs`). `ids` are those of the
/// heading that names it and of the text that explains the keys.
#[component]
pub(super) fn Chart(scene: Memo<Option<Scene>>, width: Width, ids: (&'static str, &'static str)) -> impl IntoView {
    let active = RwSignal::new(None::<String>);
    let keys = Memo::new(move |_| {
        let marks = |scene: &Scene| scene.marks.iter().map(|mark| mark.key.clone()).collect::<Vec<_>>();
        scene.with(|scene| scene.as_ref().map(marks).unwrap_or_default())
    });
    let current = Memo::new(move |_| {
        let keys = keys.get();
        active.get().filter(|key| keys.contains(key)).or_else(|| keys.first().cloned())
    });
    let size = move |read: fn(&Scene) -> String| Signal::derive(move || scene.with(|scene| scene.as_ref().map(read)));
    view! {
        <svg
            class=format!("chart chart-{}", width.name())
            viewBox=size(|scene| format!("0 0 {} {}", scene.width, scene.height))
            width=size(|scene| scene.width.to_string())
            height=size(|scene| scene.height.to_string())
            role="graphics-document document"
            aria-labelledby=ids.0
            aria-describedby=ids.1
        >
            <Layer scene=scene read=|scene| &scene.back/>
            <For each=move || keys.get() key=Clone::clone let(key)>
                <MarkShapes scene=scene key=key active=active current=current/>
            </For>
            <Layer scene=scene read=|scene| &scene.front/>
        </svg>
    }
}

/// Decoration behind or before the marks.
#[component]
fn Layer(scene: Memo<Option<Scene>>, read: fn(&Scene) -> &[Shape]) -> impl IntoView {
    let svg = Signal::derive(move || {
        scene.with(|scene| scene.as_ref().map(|scene| shapes(read(scene), None)).unwrap_or_default())
    });
    view! { <g aria-hidden="true" inner_html=svg></g> }
}

/// A datum with its shapes, its words and its attributes.
#[component]
fn MarkShapes(
    scene: Memo<Option<Scene>>,
    key: String,
    active: RwSignal<Option<String>>,
    current: Memo<Option<String>>,
) -> impl IntoView {
    let wanted = key.clone();
    let mark = Memo::new(move |_| {
        scene.with(|scene| scene.as_ref().and_then(|s| s.marks.iter().find(|mark| mark.key == wanted).cloned()))
    });
    let text =
        move |read: fn(&Mark) -> Option<String>| Signal::derive(move || mark.with(|mark| mark.as_ref().and_then(read)));
    let svg = Signal::derive(move || {
        mark.with(|mark| mark.as_ref().map(|mark| shapes(&mark.shapes, None)).unwrap_or_default())
    });
    let own = StoredValue::new(key);
    let tabindex = Signal::derive(move || {
        let is_current = current.with(|current| own.with_value(|own| current.as_ref() == Some(own)));
        Some(if is_current { "0" } else { "-1" }.to_owned())
    });
    view! {
        <g
            class="mark"
            role="img"
            tabindex=tabindex
            aria-label=text(|mark| Some(mark.spoken.clone()))
            data-place=text(|mark| Some(mark.place.iso().to_owned()))
            data-value=text(Mark::value_text)
            data-qualifier=text(|mark| mark.value.map(|value| value.qualifier().name().to_owned()))
            data-low=text(|mark| mark.bounds().map(|bounds| mark.unit.write_steps(bounds.low())))
            data-high=text(|mark| mark.bounds().and_then(|bounds| bounds.high()).map(|high| mark.unit.write_steps(high)))
            data-rank-best=text(|mark| mark.rank.map(|rank| rank.best.to_string()))
            data-rank-worst=text(|mark| mark.rank.map(|rank| rank.worst.to_string()))
            on:focus=move |_| active.set(Some(own.get_value()))
            inner_html=svg
        ></g>
    }
}
