//! The page of targets: who set what for when, and the figure nearest to the due date. Whether a target was met is not said.

use super::pages::{PageFile, Pages, link};
use crate::data::{Dataset, Event, Link, Observation, PlaceCode, Target};
use crate::question::Lang;
use crate::ui::components::site::Block;
use crate::words::{self, Linked, Named, fixed, german, names, pick, say, value_column};

/// The folder of the page.
pub const PATH: &str = "targets/";

/// The figure that counts the same thing as a target and lies nearest to its due date.
fn nearest<'a>(data: &'a Dataset, target: &'a Target) -> Option<&'a Link<Observation>> {
    let (counted, due) = (target.counted.as_ref()?, target.due?);
    let here = data.known(None).figures(counted).filter(|o| o.place.code == target.place && o.is_dated());
    here.min_by_key(|o| (o.span.twice_middle() - 2 * due.days()).abs())
}

/// The amount that was to be reached, as its source words it.
fn planned<'a>(data: &'a Dataset, target: &'a Target) -> Option<&'a Link<Observation>> {
    let measure = target.target.as_ref()?;
    data.known(None).figures(measure).find(|o| o.place.code == target.place)
}

/// A figure in words: "über 70 Leistungen im Wirtschafts-Service-Portal.NRW (Herbst 2021; Digitalstrategie NRW)".
fn figure(o: &Observation, lang: Lang) -> String {
    let value = value_column(o.value, o.measure.unit, lang);
    let (what, date) = (words::short(&o.measure, lang), words::observation_date(o, lang));
    format!("{value} {what} ({date}; {})", o.source.short_publisher())
}

/// The page.
pub fn targets(pages: Pages<'_>, data: &Dataset, lang: Lang) -> PageFile {
    let words = fixed(lang);
    let row = |target: &Link<Target>| {
        let planned = planned(data, target).map(|o| value_column(o.value, o.measure.unit, lang));
        let due = target.due.map(|due| words::due_day(due, lang));
        let set = format!("{}, {}", pick(lang, &target.by_de, &target.by_en), words::span(target.span, lang));
        let near = nearest(data, target).map(|o| figure(o, lang));
        let own = |text: Option<String>, none: &str| Linked::plain(text.unwrap_or_else(|| none.to_owned()));
        vec![
            Linked::plain(target.name(lang).to_owned()),
            own(due, words.no_due),
            own(planned, words.no_amount),
            Linked::plain(set),
            own(near, words.none_found),
            words::linked(&target.source, lang),
        ]
    };
    let mut list: Vec<&Link<Target>> = data.targets.iter().collect();
    list.sort_by_key(|target| (target.due.is_none(), target.due, target.span.twice_middle()));
    let heads = vec![
        words.target,
        words.target_due,
        words.target_planned,
        words.target_set,
        words.target_nearest,
        words.source,
    ];
    let table = Block::Table(names(lang).targets.to_owned(), heads, list.into_iter().map(row).collect());
    let growth = link(words.targets_growth, "../cards/growth-wsp-nrw/");
    pages.simple(lang, PATH, (names(lang).targets, words.targets_lead), vec![table, Block::Links(vec![growth], "")])
}

/// The course of a strategy beside the growth of a portal: all events of its place, and the way to the targets.
pub fn course(data: &Dataset, place: PlaceCode, root: &str, lang: Lang) -> Vec<Block> {
    let words = fixed(lang);
    let mut events: Vec<&Link<Event>> = data.events.iter().filter(|event| event.place == place).collect();
    events.sort_by_key(|event| event.span.twice_middle());
    let (first, last) = (events.first(), events.last());
    let years = first.zip(last).map(|(first, last)| [first.span.from().year(), last.span.to().year()]);
    let [from, to] = years.unwrap_or_default().map(|year| year.to_string());
    let name = data.place(place).map(|place| place.name(lang).to_owned()).unwrap_or_default();
    let heading = say(lang, "{0}: die Ereignisse {1} bis {2}", "{0}: the events from {1} to {2}", &[&name, &from, &to]);
    let item = |event: &&Link<Event>| {
        let source = Linked { text: words::source(&event.source, lang), lang: german(lang), ..Linked::default() };
        let before = format!("{}: {} (", words::span(event.span, lang), event.name(lang));
        vec![Linked::plain(before), source, Linked::plain(")".to_owned())]
    };
    let list = events.iter().map(item).collect();
    let way = link(words.targets_way, format!("{root}{PATH}"));
    vec![Block::Heading(heading), Block::Parts(list), Block::Links(vec![way], "")]
}
