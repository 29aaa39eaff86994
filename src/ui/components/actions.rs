//! What readers take along of a figure: files, sentence, address.

use super::item::{Item, items};
use crate::answer::Answer;
use crate::ui::state::{Event, FigureState, PageState, Saved};
use crate::words::ui;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

/// The buttons.
#[component]
pub fn Actions(state: PageState, figure: FigureState, is_empty: Signal<bool>) -> impl IntoView {
    let strings = state.with_edition(|edition| ui(edition.lang));
    let button = |(what, words): &(Saved, &'static str)| {
        Item::new("button").attr("type", "button").attr("data-save", what.name()).text(*words)
    };
    let files = [
        (Saved::Csv, "CSV"),
        (Saved::Excel, strings.csv_excel),
        (Saved::Json, "JSON"),
        (Saved::Svg, "SVG"),
        (Saved::Png, "PNG"),
    ];
    let copies = [(Saved::Sentence, strings.copy_sentence), (Saved::Link, strings.copy_link)];
    let details = Item::new("details").child(Item::new("summary").text(strings.download));
    let details = details.child(Item::new("p").children(files.iter().map(button)));
    let all: Vec<Item> = std::iter::once(details).chain(copies.iter().map(button)).collect();
    let saved = move |click: MouseEvent| {
        let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
        let what = target.and_then(|button| Saved::from_name(&button.get_attribute("data-save")?));
        if let Some(what) = what {
            state.event.set(Event::Saving(figure.index, what));
        }
    };
    // Scripts of their own, which the starter opens as dialogs: the sounds, and the page with the codes for pages of others.
    let dialogs = items(move || {
        let theme = state.settled.with(|question| question.theme);
        let Some(content) = figure.settled.get() else { return Vec::new() };
        let href = state.with_edition(|edition| edition.share_address(&content, theme));
        let link =
            |href| Item::new("a").class("kern-link").attr("href", href).attr("data-share", "").text(strings.embed);
        let is_heard = matches!(content.answer, Answer::Ranking(_) | Answer::Growth(_));
        let sound = || Item::new("button").attr("type", "button").attr("data-listen", "").text(strings.listen);
        is_heard.then(sound).into_iter().chain(href.map(link)).collect()
    });
    view! {
        <div class="take" hidden=is_empty on:click=saved>
            {all}
            {dialogs}
        </div>
    }
}
