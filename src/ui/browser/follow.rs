//! What follows a choice: the picture at once, by the memos; after the frame what can wait.

use super::listen::watch;
use super::save::save;
use super::{announce, document, focus};
use crate::question::Question;
use crate::ui::state::{Event, PageState};
use leptos::prelude::*;
use std::time::Duration;

/// Follows the choices of the reader. What was delivered answers the first question: nothing follows it.
pub fn follow(state: PageState) {
    let chosen = move |is_first| {
        state.question.track();
        let event = state.event.get();
        if is_first {
            return;
        }
        if let Event::Saving(index, what) = event {
            // It is taken along complete; until then it waits.
            if !state.is_complete.get() {
                return;
            }
            let figure = state.figures.get(index).and_then(|figure| figure.content.get_untracked());
            return figure.iter().for_each(|content| save(state, content, what));
        }
        // The appearance of an embed is that of the page around it, or as that page says.
        if !document::is_embed() {
            document::set_theme(state.question.with_untracked(|question| question.theme));
        }
        // A tap chooses a state and shows what is said of it: that stays.
        if event != Event::Focus {
            state.tip.clear();
        }
        request_animation_frame(move || set_timeout(move || settle(state), Duration::ZERO));
        announce::later(state);
    };
    watch(Box::new(chosen));
}

fn settle(state: PageState) {
    state.settle();
    // What follows it runs before the next task: what had the focus may be gone then.
    set_timeout(focus::restore, Duration::ZERO);
    let is_delivered = state.question.with_untracked(|question| *question == Question::default());
    let content = state.figures[0].content.get_untracked().filter(|_| !is_delivered);
    document::set_title(content.as_ref().map(|content| content.words.headline.title.as_str()));
}
