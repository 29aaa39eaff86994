//! A scene as live SVG. Marks are keyed, so that they keep their nodes, and focus, when the question changes; the shapes
//! inside a mark, which nobody can focus, are written as text.

use crate::chart::{Mark, Scene, Shape, Width};
use crate::output::shapes;
use leptos::prelude::*;

/// One drawing. There is one Tab stop, the first mark until another has focus; arrow keys move through the marks
/// (`ui/app/keys.rs`). `label` says what kind of picture it is, `keys` is the id of the text that explains the keys.
#[component]
pub(super) fn Chart(
    scene: Memo<Option<Scene>>,
    width: Width,
    label: Signal<String>,
    keys: &'static str,
) -> impl IntoView {
    let described_by = keys;
    let keys = move || {
        let marks = |scene: &Scene| scene.marks.iter().map(|mark| mark.key.clone()).collect::<Vec<_>>();
        scene.with(|scene| scene.as_ref().map(marks).unwrap_or_default())
    };
    let size = move |read: fn(&Scene) -> String| Signal::derive(move || scene.with(|scene| scene.as_ref().map(read)));
    view! {
        <svg
            class=format!("chart chart-{}", width.name())
            viewBox=size(|scene| format!("0 0 {} {}", scene.width, scene.height))
            width=size(|scene| scene.width.to_string())
            height=size(|scene| scene.height.to_string())
            role="graphics-document document"
            aria-label=label
            aria-describedby=described_by
        >
            <Layer scene=scene read=|scene| &scene.back/>
            <For each=keys key=Clone::clone let(key)>
                {move || {
                    scene.with(|scene| {
                        let marks = scene.as_ref().map(|scene| scene.marks.as_slice()).unwrap_or_default();
                        let place = marks.iter().position(|mark| mark.key == key);
                        place.and_then(|place| Some(mark_shapes(marks.get(place)?, place == 0)))
                    })
                }}
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

/// A datum with its shapes, its words and its attributes. When it changes, its node stays.
fn mark_shapes(mark: &Mark, is_first: bool) -> impl IntoView + use<> {
    let bounds = mark.bounds();
    view! {
        <g
            class="mark"
            role="img"
            tabindex=if is_first { "0" } else { "-1" }
            aria-label=mark.spoken.clone()
            data-place=mark.place.iso()
            data-value=mark.value_text()
            data-qualifier=mark.value.map(|value| value.qualifier().name())
            data-low=bounds.map(|bounds| mark.unit.write_steps(bounds.low()))
            data-high=bounds.and_then(|bounds| bounds.high()).map(|high| mark.unit.write_steps(high))
            data-rank-best=mark.rank.map(|rank| rank.best.to_string())
            data-rank-worst=mark.rank.map(|rank| rank.worst.to_string())
            inner_html=shapes(&mark.shapes, None)
        ></g>
    }
}
