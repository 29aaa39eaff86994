//! What is new: the days on which anything entered or left the data.

use super::pages::{PageFile, Pages, link};
use super::paths::{folder, up};
use crate::data::diff::Diff;
use crate::data::{Dataset, Date};
use crate::question::Lang;
use crate::ui::components::site::{Block, Section};
use crate::words::command::history;
use crate::words::{self, Linked, Named, fixed, names};

/// The days on which anything entered or left the data, the newest first, each with what changed on it.
pub fn releases(data: &Dataset) -> Vec<(Date, Diff)> {
    let days = |o: &crate::data::Link<crate::data::Observation>| [Some(o.recorded), o.superseded.map(|(day, _)| day)];
    let mut days: Vec<Date> = data.observations.iter().flat_map(days).flatten().collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    let before = |day: Date| Date::from_days(day.days() - 1).unwrap_or(day);
    days.into_iter().map(|day| (day, Diff::between(data.known(Some(before(day))), data.known(Some(day))))).collect()
}

/// What is new, by day.
pub fn news(pages: Pages<'_>, data: &Dataset, lang: Lang) -> PageFile {
    let words = fixed(lang);
    let feed = format!("{}{}", up(&folder(lang, "news/")), folder(lang, "feed.xml"));
    let day = |(day, diff): (Date, Diff)| {
        let id = format!("d{day}");
        Block::Section(Section { id, heading: words::day(day, lang), blocks: changes(&diff, lang) })
    };
    let blocks = std::iter::once(Block::Links(vec![link(words.feed, feed)], ""));
    let blocks = blocks.chain(releases(data).into_iter().map(day)).collect();
    pages.simple(lang, "news/", (names(lang).news, words.news_lead), blocks)
}

/// What a day added, corrected and withdrew.
fn changes(diff: &Diff, lang: Lang) -> Vec<Block> {
    let words = fixed(lang);
    let mut blocks = vec![Block::Text(history::summary(diff, lang))];
    for (measure, list) in history::by_measure(&diff.added) {
        let summary = format!("{}: {} ({})", words.added, measure.name(lang), list.len());
        blocks.push(Block::Details(summary, list.iter().map(|o| history::parts(o, lang)).collect()));
    }
    let corrected = diff.corrected.iter();
    let corrected = corrected
        .map(|c| vec![Linked::plain(format!("{}, {}", c.new.measure.name(lang), history::correction(c, lang)))]);
    let withdrawn = diff.withdrawn.iter().map(|(o, why)| {
        let before = Linked::plain(format!("{}, ", o.measure.name(lang)));
        let after = Linked::plain(format!(", {}", history::reason(*why, lang)));
        std::iter::once(before).chain(history::parts(o, lang)).chain([after]).collect()
    });
    for (heading, list) in [(words.corrected, corrected.collect::<Vec<_>>()), (words.withdrawn, withdrawn.collect())] {
        if !list.is_empty() {
            blocks.extend([Block::Subheading(heading.to_owned()), Block::Parts(list)]);
        }
    }
    blocks
}
