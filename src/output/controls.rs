//! The controls of a question as HTML: native form controls whose `name` is the key of the address. `ui/app` listens for
//! their changes.

use super::html::{Choice, Group, options};
use super::shapes::escape;
use crate::answer::{Answer, period_options};
use crate::data::{Dataset, Link, Measure, Per, Place, sort_by};
use crate::question::{ALIKE, Lang, Moment, Question, View};
use crate::words::{self, Named, ui};

/// What the controls need to know.
#[derive(Debug, Clone, Copy)]
pub struct Controls<'a> {
    /// What is asked.
    pub question: &'a Question,
    /// What answers.
    pub answer: &'a Answer,
    /// All that was published.
    pub data: &'a Dataset,
    /// The language of the page.
    pub lang: Lang,
    /// Only the first choices, as on the page that is delivered: the app fills in what stands behind the button.
    pub brief: bool,
}

impl Controls<'_> {
    /// All controls of the view: the counts, the selects, what is chosen, and the rest behind a button.
    pub fn html(&self) -> String {
        let strings = ui(self.lang);
        let view = self.question.view;
        let has_places = self.has_places();
        let is_ranked = matches!(view, View::Ranking | View::Map | View::Change);
        let mut selects = String::new();
        if matches!(view, View::Growth | View::Areas) {
            selects += &self.select("measure", strings.growth_measure, self.measures());
        }
        if is_ranked {
            selects += &self.periods();
        }
        let one_place = matches!(self.answer, Answer::Growth(found) if found.places.len() == 1);
        if !one_place && !matches!(self.answer, Answer::Areas(found) if found.catalogue().is_some()) {
            selects += &self.select("focus", strings.focus, self.states());
        }
        let more = if self.brief { String::new() } else { self.more(is_ranked, has_places) };
        let cards = if is_ranked { self.cards() } else { String::new() };
        format!(
            r#"{}{cards}<div class="selects">{selects}</div><details class="more"><summary>{}</summary><div class="selects">{more}</div></details>{}"#,
            self.views(),
            strings.more,
            self.chosen(),
        )
    }

    /// Whether a selection of states means something in the answer.
    pub(super) fn has_places(&self) -> bool {
        match self.answer {
            Answer::Growth(found) => found.measure.per == Per::State,
            Answer::Areas(found) => found.catalogue().is_none(),
            _ => self.question.view.has_places(),
        }
    }

    /// What stands behind the button.
    fn more(&self, is_ranked: bool, has_places: bool) -> String {
        let (strings, view) = (ui(self.lang), self.question.view);
        let mut more = String::new();
        if is_ranked || view == View::Growth {
            more += &self.since();
        }
        if view == View::Growth {
            more += &self.period_end();
        }
        if view != View::Profile {
            let list = [("count", strings.unit_count), ("share", strings.unit_share)];
            more += &self.fixed("unit", strings.unit, self.question.unit.name(), &list);
        }
        if view == View::Growth {
            let list = [("count", strings.scale_count), ("index", strings.scale_index)];
            more += &self.fixed("scale", strings.scale, self.question.scale.name(), &list);
        }
        if has_places && view != View::Growth && view != View::Profile {
            let list = [("all", strings.group_all), ("area", strings.group_area), ("city", strings.group_city)];
            more += &self.fixed("group", strings.group, self.question.group.name(), &list);
        }
        if matches!(view, View::Ranking | View::Range | View::Areas) {
            let list = [("value", strings.sort_value), ("name", strings.sort_name)];
            more += &self.fixed("sort", strings.sort, self.question.sort.name(), &list);
        }
        if view == View::Ranking {
            let list = [("none", strings.facet_one), ("measure", strings.facet_measure)];
            more += &self.fixed("facet", strings.facet, self.question.facet.name(), &list);
        }
        more += &self.asof();
        if has_places {
            more += &self.places();
        }
        more + &self.areas()
    }

    /// The view switch.
    fn views(&self) -> String {
        let strings = ui(self.lang);
        let words = |view| match view {
            View::Ranking => strings.view_ranking,
            View::Map => strings.view_map,
            View::Range => strings.view_range,
            View::Change => strings.view_change,
            View::Growth => strings.view_growth,
            View::Areas => strings.view_areas,
            View::Profile => strings.view_profile,
        };
        let tab = |view: &View| {
            let checked = if *view == self.question.view { " checked" } else { "" };
            let (name, words) = (view.name(), words(*view));
            format!(
                r#"<label class="tab"><input type="radio" name="view" value="{name}"{checked}><span>{words}</span></label>"#
            )
        };
        let tabs: String = View::ALL.iter().map(tab).collect();
        format!(r#"<fieldset class="views"><legend class="visually-hidden">{}</legend>{tabs}</fieldset>"#, strings.view)
    }

    /// A labelled select.
    pub(super) fn select(&self, name: &str, label: &str, groups: Vec<Group>) -> String {
        self.part_select(name, "", label, groups)
    }

    /// A labelled select for a part of a key: `from` is the start of a period.
    fn part_select(&self, name: &str, part: &str, label: &str, groups: Vec<Group>) -> String {
        let (id, data) = match part {
            "" => (format!("control-{name}"), String::new()),
            part => {
                let end = self.now().unwrap_or(Moment::Latest).name();
                (format!("control-{name}-{part}"), format!(r#" data-end="{end}""#))
            }
        };
        format!(
            r#"<div class="kern-form-input"><label class="kern-label" for="{id}">{label}</label><div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id="{id}" name="{name}"{data}>{}</select></div></div>"#,
            options(&groups)
        )
    }

    /// The id of the measure that is asked for.
    pub(super) fn measure(&self) -> &str {
        self.question.measure.as_deref().unwrap_or(self.question.view.default_measure())
    }

    /// The measures of rankings: the three that look alike as cards, as the definition decides the answer; the others below.
    fn cards(&self) -> String {
        let strings = ui(self.lang);
        let radio = |id: &str| {
            let checked = if id == self.measure() { " checked" } else { "" };
            format!(r#"<input type="radio" name="measure" value="{id}"{checked}>"#)
        };
        let texts = [
            (strings.card_statewide, strings.card_statewide_hint),
            (strings.card_any, strings.card_any_hint),
            (strings.card_leika, strings.card_leika_hint),
        ];
        let card = |(id, (title, hint)): (&str, (&str, &str))| {
            let radio = radio(id);
            format!(
                r#"<label class="card">{radio}<strong>{title}</strong><span class="visually-hidden">: </span><span>{hint}</span></label>"#
            )
        };
        let cards: String = ALIKE.into_iter().zip(texts).map(card).collect();
        let known = self.data.known(self.question.asof);
        let is_other = |m: &&Link<Measure>| View::Ranking.can_show(m, known) && !ALIKE.contains(&m.id.as_str());
        let others = self.data.measures.iter().filter(is_other);
        let choice = |m: &Link<Measure>| {
            format!(r#"<label class="choice">{}<span>{}</span></label>"#, radio(&m.id), escape(m.name(self.lang)))
        };
        let more: String = others.map(choice).collect();
        let open = if ALIKE.contains(&self.measure()) { "" } else { " open" };
        format!(
            r#"<fieldset class="kern-fieldset measures"><legend class="kern-label">{}</legend><div class="cards">{cards}</div><details class="others"{open}><summary>{}</summary><div class="choices">{more}</div></details></fieldset>"#,
            strings.measure, strings.more_measures
        )
    }

    /// A time with its coverage.
    fn moment(&self, moment: Moment, coverage: Option<crate::answer::Coverage>, chosen: bool) -> Choice {
        let strings = ui(self.lang);
        let period = match moment {
            Moment::Latest => strings.latest.to_owned(),
            Moment::Earliest => strings.earliest.to_owned(),
            other => words::period(other, self.lang),
        };
        let words = match coverage {
            Some(found) => {
                let (with, of) = (found.with.to_string(), found.of.to_string());
                words::say(self.lang, "{0} · {1} von {2}", "{0} · {1} of {2}", &[&period, &with, &of])
            }
            None => format!("{period} · 0"),
        };
        (moment.name(), words, chosen)
    }

    /// The time that is shown.
    fn now(&self) -> Option<Moment> {
        match self.answer {
            Answer::Ranking(found) => Some(found.moment),
            Answer::Facets(found) => found.panels.first().map(|panel| panel.moment),
            Answer::Pairs(found) if found.view == View::Change => found.ends[1].month.map(Moment::Month),
            _ => self.question.period.end(),
        }
    }

    /// The times that have figures, each with its coverage, as a select and as a slider; a time asked for without figures
    /// stands first.
    fn periods(&self) -> String {
        let strings = ui(self.lang);
        let (options, now) = (self.answer.periods(), self.now());
        let known = now.is_none_or(|now| options.iter().any(|option| option.moment == now));
        let asked = now.filter(|_| !known).map(|moment| self.moment(moment, None, true));
        let choices = options.iter().map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == now));
        let select = self.select("period", strings.period, vec![("", asked.into_iter().chain(choices).collect())]);
        let mut months: Vec<Moment> =
            options.iter().map(|option| option.moment).filter(|moment| matches!(moment, Moment::Month(_))).collect();
        months.reverse();
        if months.len() < 3 {
            return select;
        }
        let place = months.iter().position(|month| Some(*month) == now);
        let names: Vec<String> = months.iter().map(|month| month.name()).collect();
        let slider = format!(
            r#"<input type="range" class="slider" name="period" aria-label="{}" min="0" max="{}" value="{}" aria-valuetext="{}" data-values="{}">"#,
            strings.period_slider,
            months.len() - 1,
            place.unwrap_or(months.len() - 1),
            now.map(|now| words::period(now, self.lang)).unwrap_or_default(),
            names.join("~"),
        );
        // Inside the select's own box, so that both stand in one column.
        format!("{}{slider}</div>", select.get(..select.len().saturating_sub(6)).unwrap_or_default())
    }

    /// The start with which a time is compared.
    fn since(&self) -> String {
        let strings = ui(self.lang);
        let start = match self.answer {
            Answer::Pairs(found) if found.view == View::Change => found.ends[0].month.map(Moment::Month),
            _ => self.question.period.start(),
        };
        let end = self.now();
        let growth_options = self.growth_options();
        let options = if self.question.view == View::Growth { &growth_options } else { self.answer.periods() };
        let earlier = |moment: Moment| match (moment, end) {
            (Moment::Month(month), Some(Moment::Month(end))) => month < end,
            (Moment::Month(_), _) => true,
            _ => self.question.view == View::Growth && moment == Moment::Earliest,
        };
        let choices = options.iter().filter(|option| earlier(option.moment));
        let choices = choices.map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == start));
        let none = match self.question.view {
            View::Change => None,
            View::Growth => Some((String::new(), strings.from_start.to_owned(), start.is_none())),
            _ => Some((String::new(), strings.no_comparison.to_owned(), start.is_none())),
        };
        let label = if self.question.view == View::Growth { strings.period_from } else { strings.since };
        self.part_select("period", "from", label, vec![("", none.into_iter().chain(choices).collect())])
    }

    /// The end of a growth.
    fn period_end(&self) -> String {
        let (options, now) = (self.growth_options(), self.question.period.end());
        let choices = options.iter().filter(|option| option.moment != Moment::Earliest);
        let choices = choices.map(|o| self.moment(o.moment, Some(o.coverage), Some(o.moment) == now));
        let all = (now.is_none()).then(|| (String::new(), ui(self.lang).to_end.to_owned(), true));
        self.select("period", ui(self.lang).period_to, vec![("", all.into_iter().chain(choices).collect())])
    }

    fn growth_options(&self) -> Vec<crate::answer::PeriodOption> {
        let measure = self.answer.measure();
        let known = self.data.known(self.question.asof);
        measure.map(|measure| period_options(known, measure, None)).unwrap_or_default()
    }

    pub(super) fn states(&self) -> Vec<Group> {
        let now = self.question.focus();
        let choice = |place: &Link<Place>| (place.code.slug(), place.name(self.lang).to_owned(), place.code == now);
        let mut choices: Vec<Choice> = self.data.states().map(choice).collect();
        sort_by(&mut choices, |a, b| a.1.cmp(&b.1));
        vec![("", choices)]
    }

    /// A select of fixed choices: spelling in addresses and words.
    fn fixed(&self, name: &str, label: &str, now: &str, list: &[(&str, &str)]) -> String {
        let choice = |(value, words): &(&str, &str)| ((*value).to_owned(), (*words).to_owned(), *value == now);
        self.select(name, label, vec![("", list.iter().map(choice).collect())])
    }

    /// The measures of a growth or of the service areas that have figures, in groups.
    fn measures(&self) -> Vec<Group> {
        let strings = ui(self.lang);
        let (view, now) = (self.question.view, self.measure());
        let known = self.data.known(self.question.asof);
        let group = |(per, heading): (Per, &'static str)| {
            let shown = |m: &&Link<Measure>| m.per == per && view.can_show(m, known);
            let has = |m: &&Link<Measure>| view == View::Areas || known.figures(m).next().is_some();
            let choice = |m: &Link<Measure>| (m.id.clone(), m.name(self.lang).to_owned(), m.id == now);
            (heading, self.data.measures.iter().filter(shown).filter(has).map(choice).collect::<Vec<_>>())
        };
        let groups = [
            (Per::Portal, strings.group_portals),
            (Per::State, strings.group_states),
            (Per::Germany, strings.group_germany),
        ];
        groups.map(group).into_iter().filter(|(_, choices)| !choices.is_empty()).collect()
    }
}
