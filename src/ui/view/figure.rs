//! An answer as a figure: finding, definition, key, picture, sentence, foot.

use super::Context;
use super::chart::Chart;
use crate::answer::Answer;
use crate::chart::{Scene, Width, draw};
use crate::output::FigureText;
use crate::words::ui;
use leptos::prelude::*;

/// The figure of an answer. `ids` are those of its heading and of its keyboard help.
#[component]
pub(super) fn Figure(context: Context, answer: Memo<Answer>, ids: (&'static str, &'static str)) -> impl IntoView {
    let strings = ui(context.lang);
    let texts = Memo::new(move |_| {
        context.state.question.with(|question| answer.with(|answer| FigureText::of(answer, question, context.lang)))
    });
    let text = move |read: fn(&FigureText) -> &str| Signal::derive(move || texts.with(|texts| read(texts).to_owned()));
    let empty = move |read: fn(&FigureText) -> &str| Signal::derive(move || texts.with(|texts| read(texts).is_empty()));
    let (title, keys) = ids;
    view! {
        <figure
            class="figure"
            aria-labelledby=title
            data-chart=text(|texts| texts.chart)
            data-measure=text(|texts| &texts.measure)
            data-period=text(|texts| &texts.period)
            data-area="all"
            data-loading=strings.loading
            data-failed=strings.failed
        >
            <h2 id=title>{text(|texts| &texts.title)}</h2>
            <p class="definition">{text(|texts| &texts.definition)}</p>
            <ul class="key" hidden=empty(|texts| &texts.key) inner_html=text(|texts| &texts.key)></ul>
            <div class="drawings">
                {Width::ALL
                    .map(|width| view! { <Drawing context=context answer=answer width=width ids=ids/> })
                    .into_iter()
                    .collect::<Vec<_>>()}
            </div>
            <div class="events" hidden=empty(|texts| &texts.events) inner_html=text(|texts| &texts.events)></div>
            <p class="sentence">{text(|texts| &texts.sentence)}</p>
            <p class="ways" hidden=empty(|texts| &texts.ways_out) inner_html=text(|texts| &texts.ways_out)></p>
            <figcaption>
                <p class="source">{text(|texts| &texts.source)}</p>
                <p class="source">{text(|texts| &texts.denominator)}</p>
                <div class="actions">
                    <details hidden=empty(|texts| &texts.table)>
                        <summary>{strings.table}</summary>
                        <div
                            class="table"
                            role="region"
                            tabindex="0"
                            aria-labelledby=title
                            inner_html=text(|texts| &texts.table)
                        ></div>
                    </details>
                    <details hidden=empty(|texts| &texts.counted)>
                        <summary>{strings.what_counts}</summary>
                        <p>{text(|texts| &texts.counted)}</p>
                    </details>
                    <details hidden=empty(|texts| &texts.table)>
                        <summary>{strings.how_to_read}</summary>
                        <p>{text(|texts| texts.how_to_read)}</p>
                        <p id=keys>{strings.keys}</p>
                    </details>
                </div>
            </figcaption>
        </figure>
    }
}

/// The drawing of an answer in one width; nothing is drawn for an empty answer, or where another width fits.
#[component]
fn Drawing(context: Context, answer: Memo<Answer>, width: Width, ids: (&'static str, &'static str)) -> impl IntoView {
    let scene: Memo<Option<Scene>> =
        Memo::new_with_compare(move |_| answer.with(|answer| draw(answer, context.lang, width)), |_, _| true);
    let wanted = Memo::new(move |_| context.state.widths.with(|widths| widths.contains(&width)));
    let drawn = Memo::new(move |_| wanted.get() && scene.with(Option::is_some));
    move || drawn.get().then(|| view! { <Chart scene=scene width=width ids=ids/> })
}
