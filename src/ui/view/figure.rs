//! An answer as a figure: finding, definition, key, picture, sentence, foot.

use super::model::{ATTRIBUTES, FIGURES, IDS, State};
use super::page::part;
use crate::words::Ui;
use leptos::prelude::*;

/// One of the figures of the page, by its number from 0; hidden where it has nothing to show. Its attributes are kept in step
/// by `ui/app/patch.rs`.
#[component]
pub(super) fn Figure(state: State, strings: &'static Ui, index: usize, ids: [&'static str; 6]) -> impl IntoView {
    let [head, drawings, text, source, table, foot] = ids;
    let (id, title) = if index == 0 { (FIGURES[0], IDS[0].title) } else { (FIGURES[1], IDS[1].title) };
    // The browser takes over what was delivered, and needs none of it again.
    let is_delivered = cfg!(target_arch = "wasm32");
    let [chart, measure, period, area] = ATTRIBUTES.map(|(_, read)| match is_delivered {
        true => String::new(),
        false => state.with_untracked(|model| model.text(index, read)),
    });
    let (none, empty) = state.with_untracked(|model| (model.figure(index).is_none(), model.is_empty(index)));
    view! {
        <figure
            class="figure"
            id=id
            aria-labelledby=title
            data-chart=chart
            data-measure=measure
            data-period=period
            data-area=area
            data-loading=strings.loading
            data-failed=strings.failed
            hidden=none
        >
            {part(state, head, "head")}
            {part(state, drawings, "drawings")}
            {part(state, text, "text")}
            <figcaption>
                {part(state, source, "sources")}
                <div class="actions">
                    <details class="data" hidden=empty>
                        <summary>{strings.table}</summary>
                        <div class="table" role="region" tabindex="0" aria-labelledby=title>
                            {part(state, table, "rows")}
                        </div>
                    </details>
                    {part(state, foot, "foot")}
                </div>
            </figcaption>
        </figure>
    }
}
