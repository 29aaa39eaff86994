//! An answer as a figure: finding, definition, key, picture, sentence, foot.

use super::Context;
use super::chart::Chart;
use crate::answer::Answer;
use crate::chart::{Scene, Width, draw};
use crate::output::{FigureText, table, take};
use crate::words::ui;
use leptos::prelude::*;

/// The figure of an answer. `ids` are those of its heading and of its keyboard help.
#[component]
pub(super) fn Figure(context: Context, answer: Memo<Answer>, ids: (&'static str, &'static str)) -> impl IntoView {
    let strings = ui(context.lang);
    // The answer follows the question, which is only read here.
    let texts = Memo::new(move |_| {
        let question = context.state.question;
        answer.with(|answer| question.with_untracked(|question| FigureText::of(answer, question, context.lang)))
    });
    // The table is behind a button in most visits: it is made after the frame with the picture.
    let table = Signal::derive(move || {
        context.state.calm.track();
        answer.with_untracked(|answer| table(answer, context.lang))
    });
    let text = move |read: fn(&FigureText) -> &str| Signal::derive(move || texts.with(|texts| read(texts).to_owned()));
    let empty = move |read: fn(&FigureText) -> &str| Signal::derive(move || texts.with(|texts| read(texts).is_empty()));
    let (title, keys) = ids;
    let summary = move |words: &'static str| {
        view! { <summary>{words}<span class="visually-hidden">{text(|texts| &texts.short)}</span></summary> }
    };
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
            <h2 id=title tabindex="-1">{text(|texts| &texts.title)}</h2>
            <p class="definition">{text(|texts| &texts.definition)}</p>
            <ul class="key" hidden=empty(|texts| &texts.key) inner_html=text(|texts| &texts.key)></ul>
            <p class="visually-hidden" id=keys>{strings.keys}</p>
            <div class="drawings">
                {Width::ALL
                    .map(|width| {
                        let label = text(|texts| &texts.picture);
                        view! { <Drawing context=context answer=answer width=width label=label keys=keys/> }
                    })
                    .into_iter()
                    .collect::<Vec<_>>()}
            </div>
            <p class="sentence">{text(|texts| &texts.sentence)}</p>
            <p class="remark" hidden=empty(|texts| &texts.remark)>{text(|texts| &texts.remark)}</p>
            <div class="events" hidden=empty(|texts| &texts.events) inner_html=text(|texts| &texts.events)></div>
            <p class="ways" hidden=empty(|texts| &texts.ways_out) inner_html=text(|texts| &texts.ways_out)></p>
            <figcaption>
                <p class="source" hidden=empty(|texts| &texts.source) inner_html=text(|texts| &texts.source)></p>
                <p class="source" hidden=empty(|texts| &texts.denominator)>{text(|texts| &texts.denominator)}</p>
                <div class="actions">
                    <details hidden=empty(|texts| &texts.picture)>
                        {summary(strings.table)}
                        <div class="table" role="region" tabindex="0" aria-labelledby=title inner_html=table></div>
                    </details>
                    <details hidden=empty(|texts| &texts.counted)>
                        {summary(strings.what_counts)}
                        <p>{text(|texts| &texts.counted)}</p>
                    </details>
                    <details hidden=empty(|texts| &texts.picture)>
                        {summary(strings.how_to_read)}
                        <p>{text(|texts| texts.how_to_read)}</p>
                        <p>{strings.keys}</p>
                    </details>
                    <div class="take" hidden=empty(|texts| &texts.picture) inner_html=take(context.lang)></div>
                </div>
            </figcaption>
        </figure>
    }
}

/// The drawing of an answer in one width; nothing is drawn for an empty answer, or where another width fits.
#[component]
fn Drawing(
    context: Context,
    answer: Memo<Answer>,
    width: Width,
    label: Signal<String>,
    keys: &'static str,
) -> impl IntoView {
    let scene: Memo<Option<Scene>> =
        Memo::new_with_compare(move |_| answer.with(|answer| draw(answer, context.lang, width)), |_, _| true);
    let wanted = Memo::new(move |_| context.state.widths.with(|widths| widths.contains(&width)));
    let drawn = Memo::new(move |_| wanted.get() && scene.with(Option::is_some));
    move || drawn.get().then(|| view! { <Chart scene=scene width=width label=label keys=keys/> })
}
