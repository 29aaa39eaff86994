//! The part of a start page that follows the question: controls, notes, figures, tip.

use super::controls::Controls;
use super::figure::Figure;
use super::host::Host;
use super::notes::Notes;
use super::tip::TipPanel;
use crate::ui::state::PageState;
use leptos::prelude::*;

/// The part of the page that follows the question.
#[component]
pub fn Page(
    /// The state of the page.
    state: PageState,
) -> impl IntoView {
    let [main, second] = state.figures;
    view! {
        <div>
            <Controls state=state/>
            <Notes state=state/>
            <p class="visually-hidden" role="status" id="said">{move || state.said.get()}</p>
            <Figure content=main.content.into() settled=main.settled.into() host=Host::App(state, main)/>
            <Figure content=second.content.into() settled=second.settled.into() host=Host::App(state, second)/>
            <TipPanel state=state/>
        </div>
    }
}
