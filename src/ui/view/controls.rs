//! The controls: native form controls whose `name` is the key of the address. `ui/app` listens for their changes.

use super::Context;
use crate::answer::{Answer, PeriodOption, period_options};
use crate::data::{Measure, Per, Place, sort_by};
use crate::output::{Choice, Group, options};
use crate::question::{Period, Question, Sort, View};
use crate::words::{self, Named, Ui, ui};
use leptos::prelude::*;
use std::sync::Arc;

/// A string of the page.
type Text = fn(&'static Ui) -> &'static str;

/// The three counts that look alike, as cards: the definition is the first control, because it decides the answer.
const CARDS: [(&str, Text, Text); 3] = [
    ("ozg-land-statewide", |ui| ui.card_statewide, |ui| ui.card_statewide_hint),
    ("ozg-land-any", |ui| ui.card_any, |ui| ui.card_any_hint),
    ("leika-land-statewide", |ui| ui.card_leika, |ui| ui.card_leika_hint),
];

/// All controls of the current view.
#[component]
pub(super) fn Controls(context: Context) -> impl IntoView {
    let strings = ui(context.lang);
    let view = Memo::new(move |_| context.state.question.with(|question| question.view));
    let only = move |wanted: View, name: &'static str, label: &'static str, choices: fn(Context) -> Vec<Group>| {
        move || {
            (view.get() == wanted).then(|| view! { <Select context=context name=name label=label choices=choices/> })
        }
    };
    // Where a measure has figures of one place only, there is no state to choose.
    let has_focus = Memo::new(move |_| {
        context.answer.with(|answer| !matches!(answer, Answer::Growth(found) if found.places.len() == 1))
    });
    view! {
        <div class="controls" role="group" aria-label=strings.controls>
            {move || (view.get() == View::Ranking).then(|| view! { <Cards context=context/> })}
            <div class="selects">
                <Select context=context name="view" label=strings.view choices=views/>
                {only(View::Growth, "measure", strings.growth_measure, growth_measures)}
                {only(View::Ranking, "period", strings.period, periods)}
                {move || has_focus.get().then(|| view! { <Select context=context name="focus" label=strings.focus choices=states/> })}
                {only(View::Ranking, "sort", strings.sort, orders)}
            </div>
        </div>
    }
}

/// A labelled select.
#[component]
pub(super) fn Select(
    context: Context,
    /// The key of the address.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// What can be chosen.
    choices: fn(Context) -> Vec<Group>,
) -> impl IntoView {
    let id = format!("control-{name}");
    let options = Signal::derive(move || options(&choices(context)));
    view! {
        <div class="kern-form-input">
            <label class="kern-label" for=id.clone()>{label}</label>
            <div class="kern-form-input__select-wrapper">
                <select class="kern-form-input__select" id=id name=name inner_html=options></select>
            </div>
        </div>
    }
}

/// The measures of the ranking: three cards, the others below them.
#[component]
fn Cards(context: Context) -> impl IntoView {
    let strings = ui(context.lang);
    let chosen = Memo::new(move |_| measure_of(context));
    let cards: Vec<_> = CARDS
        .iter()
        .map(|(id, title, hint)| {
            view! {
                <label class="card">
                    <Radio id=(*id).to_owned() chosen=chosen/>
                    <strong>{title(strings)}</strong>
                    <span class="visually-hidden">": "</span>
                    <span>{hint(strings)}</span>
                </label>
            }
        })
        .collect();
    let is_other = |id: &String| !CARDS.iter().any(|(card, ..)| card == id);
    let more: Vec<_> = context.site.with_value(|site| {
        let others = site.data.measures.iter().filter(|m| View::Ranking.can_show(m) && is_other(&m.id));
        let choice = |measure: &Arc<Measure>| {
            view! {
                <label class="choice">
                    <Radio id=measure.id.clone() chosen=chosen/>
                    <span>{measure.name(context.lang).to_owned()}</span>
                </label>
            }
        };
        others.map(choice).collect()
    });
    let open = Signal::derive(move || chosen.with(is_other));
    view! {
        <fieldset class="kern-fieldset measures">
            <legend class="kern-label">{strings.measure}</legend>
            <div class="cards">{cards}</div>
            <details class="more" open=open>
                <summary>{strings.more_measures}</summary>
                <div class="choices">{more}</div>
            </details>
        </fieldset>
    }
}

/// The radio button of a measure.
#[component]
fn Radio(id: String, chosen: Memo<String>) -> impl IntoView {
    let own = id.clone();
    let checked = Signal::derive(move || chosen.with(|chosen| *chosen == own));
    view! { <input type="radio" name="measure" value=id checked=checked prop:checked=checked/> }
}

/// The id of the measure that is asked for.
fn measure_of(context: Context) -> String {
    context.state.question.with(|q| q.measure.clone().unwrap_or(q.view.default_measure().to_owned()))
}

fn views(context: Context) -> Vec<Group> {
    let (strings, now) = (ui(context.lang), context.state.question.with(|q| q.view));
    let words = |view| match view {
        View::Ranking => strings.view_ranking,
        View::Growth => strings.view_growth,
    };
    vec![("", View::ALL.iter().map(|view| (view.name().to_owned(), words(*view).to_owned(), *view == now)).collect())]
}

/// The periods that have figures, each with its coverage; a period asked for without figures stands first.
fn periods(context: Context) -> Vec<Group> {
    let lang = context.lang;
    let (options, now): (Vec<PeriodOption>, Period) = context.answer.with(|answer| match answer {
        Answer::Ranking(found) => (found.periods.clone(), found.period),
        Answer::Nothing(found) => (found.periods.clone(), context.state.question.with(|q| q.period)),
        Answer::Growth(found) => {
            (context.site.with_value(|site| period_options(site.data.known(None), &found.measure)), Period::Best)
        }
    });
    let known = options.iter().any(|option| option.period == now);
    let asked =
        (!known && now != Period::Best).then(|| (now.name(), format!("{} · 0", words::period(now, lang)), true));
    let choice = |option: PeriodOption| {
        let (with, of) = (option.coverage.with, option.coverage.of);
        let of = format!("{with} {} {of}", words::pick(lang, "von", "of"));
        let period = match option.period {
            Period::Latest => ui(lang).latest.to_owned(),
            other => words::period(other, lang),
        };
        let words = format!("{period} · {of}");
        (option.period.name(), words, option.period == now)
    };
    vec![("", asked.into_iter().chain(options.into_iter().map(choice)).collect())]
}

fn states(context: Context) -> Vec<Group> {
    let (lang, now) = (context.lang, context.state.question.with(Question::focus));
    let mut choices: Vec<Choice> = context.site.with_value(|site| {
        let choice = |place: &Arc<Place>| (place.code.slug(), place.name(lang).to_owned(), place.code == now);
        site.data.states().map(choice).collect()
    });
    sort_by(&mut choices, |a, b| a.1.cmp(&b.1));
    vec![("", choices)]
}

fn orders(context: Context) -> Vec<Group> {
    let (strings, now) = (ui(context.lang), context.state.question.with(|q| q.sort));
    let words = |sort| match sort {
        Sort::Value => strings.sort_value,
        Sort::Name => strings.sort_name,
    };
    vec![("", Sort::ALL.iter().map(|sort| (sort.name().to_owned(), words(*sort).to_owned(), *sort == now)).collect())]
}

/// The measures that have figures over time, in groups.
fn growth_measures(context: Context) -> Vec<Group> {
    let (lang, now) = (context.lang, measure_of(context));
    let strings = ui(lang);
    context.site.with_value(|site| {
        let group = |(per, heading): (Per, &'static str)| {
            let shown = |m: &&Arc<Measure>| m.per == per && View::Growth.can_show(m);
            let has_figures = |m: &&Arc<Measure>| site.data.known(None).figures(m).next().is_some();
            let choice = |m: &Arc<Measure>| (m.id.clone(), m.name(lang).to_owned(), m.id == now);
            (heading, site.data.measures.iter().filter(shown).filter(has_figures).map(choice).collect())
        };
        let groups = [
            (Per::Portal, strings.group_portals),
            (Per::State, strings.group_states),
            (Per::Germany, strings.group_germany),
        ];
        groups.map(group).into_iter().collect()
    })
}
