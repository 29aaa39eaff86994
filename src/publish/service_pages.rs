//! The list behind a number as pages: for each state its areas, for each state and area its services.

use super::hash::Asset;
use super::pages::{PageFile, Pages, link};
use super::paths::{folder, named, or_here, page, shell, up};
use super::services::{ServiceRow, of_state};
use crate::data::{Dataset, Date, Link, Observation, Place, PlaceCode};
use crate::question::Lang;
use crate::ui::components::site::{Block, ServiceLine, ServiceList, prose, services};
use crate::words::{self, Linked, Named, fixed, pick, say};
use rayon::prelude::*;

/// What a coverage is called.
fn coverage(name: &str, lang: Lang) -> &'static str {
    let (de, en) = match name {
        "nationwide" => ("bundesweit", "nationwide"),
        "statewide" => ("im ganzen Land", "throughout the state"),
        "district" => ("kreisweit", "in a district"),
        _ => ("in mindestens einer Kommune", "in at least one municipality"),
    };
    pick(lang, de, en)
}

/// All pages of a list and its day; `base` is the folder of the site that they belong to, such as `sample/`, and `script` the search.
pub fn service_pages(
    pages: Pages<'_>,
    data: &Dataset,
    (rows, day): (&[ServiceRow], Option<Date>),
    base: &str,
    script: &Asset,
) -> Vec<PageFile> {
    let languages = [Lang::De, Lang::En].into_iter();
    let is_invented = |o: &Link<Observation>| o.source.is_invented() && day == Some(o.span.to());
    let is_sample = !base.is_empty() || data.observations.iter().any(is_invented);
    languages.flat_map(|lang| Maker { pages, lang, base, script, day, is_sample }.pages(data, rows)).collect()
}

#[derive(Clone, Copy)]
struct Maker<'a> {
    pages: Pages<'a>,
    lang: Lang,
    base: &'a str,
    script: &'a Asset,
    /// The day that the lists are of.
    day: Option<Date>,
    /// They are invented: those of the sample, or of one beside published figures.
    is_sample: bool,
}

impl Maker<'_> {
    fn pages(self, data: &Dataset, rows: &[ServiceRow]) -> Vec<PageFile> {
        let base = format!("{}services/", self.base);
        // All processors work on them.
        let states: Vec<(_, Vec<PageFile>)> = (PlaceCode::STATES.into_par_iter())
            .filter_map(|code| data.place(code))
            .map(|place| self.state(data, rows, place, &base))
            .collect();
        let (states, files): (Vec<_>, Vec<_>) = states.into_iter().unzip();
        let index = self.page(&base, "", None, vec![Block::Pages(states)]);
        files.into_iter().flatten().chain([index]).collect()
    }

    /// The link to a state and its pages.
    fn state(
        self,
        data: &Dataset,
        rows: &[ServiceRow],
        place: &Place,
        base: &str,
    ) -> ((Linked, String), Vec<PageFile>) {
        let found = of_state(rows, place.code);
        let (slug, name) = (place.code.slug(), place.name(self.lang));
        let (mut areas, mut files) = (Vec::new(), Vec::new());
        for area in &data.areas {
            let own: Vec<&ServiceRow> = found.iter().filter(|row| row.area == area.id).copied().collect();
            if own.is_empty() {
                continue;
            }
            areas.push(self.counted(area.name(self.lang), &format!("{}/", area.id), &own));
            let title = format!("{name}, {}", area.name(self.lang));
            let path = format!("{base}{slug}/{}/", area.id);
            let list = self.list(&own, &format!("{}{slug}/{}", self.data(&path), area.id));
            files.push(self.page(&path, &title, Some(list), Vec::new()));
        }
        let path = format!("{base}{slug}/all/");
        let list = self.list(&found, &format!("{}{slug}", self.data(&path)));
        files.push(self.page(&path, name, Some(list), Vec::new()));
        let path = format!("{base}{slug}/");
        let csv = format!("{}{slug}.csv", self.data(&path));
        let blocks = vec![Block::Pages(areas), Block::Links(vec![link("CSV", csv)], "")];
        files.push(self.page(&path, name, None, blocks));
        (self.counted(name, &format!("{slug}/"), &found), files)
    }

    fn count(self, rows: &[&ServiceRow]) -> String {
        let mut keys: Vec<&str> = rows.iter().map(|row| row.leika_key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        words::count_of(keys.len() as u64, self.lang)
    }

    /// A link with the number of services behind it.
    fn counted(self, name: &str, href: &str, rows: &[&ServiceRow]) -> (Linked, String) {
        (link(name, href), format!(" ({})", self.count(rows)))
    }

    /// The way from a page to the files of lists.
    fn data(self, path: &str) -> String {
        format!("{}{}data/services/", up(&folder(self.lang, path)), self.base)
    }

    /// A list with its files, whose names differ in their endings.
    fn list(self, rows: &[&ServiceRow], file: &str) -> ServiceList {
        let line = |row: &&ServiceRow| ServiceLine {
            name: row.leika_name.clone(),
            key: row.leika_key.clone(),
            bundle: [row.ozg_id.clone(), row.ozg_name.clone()],
            coverage: (row.coverage.clone(), coverage(&row.coverage, self.lang)),
            href: Some(row.url.clone()).filter(|url| url.starts_with("https://")).unwrap_or_default(),
        };
        ServiceList {
            lines: rows.iter().map(line).collect(),
            count: say(self.lang, "{0} Leistungen (LeiKa)", "{0} services (LeiKa)", &[&self.count(rows)]),
            statewide: coverage("statewide", self.lang),
            files: vec![("CSV", format!("{file}.csv")), ("JSON", format!("{file}.json"))],
        }
    }

    fn page(self, path: &str, title: &str, list: Option<ServiceList>, below: Vec<Block>) -> PageFile {
        let words = fixed(self.lang);
        let own = folder(self.lang, path);
        let root = up(&own);
        let is_sample = self.is_sample;
        let title = if title.is_empty() { words.services.to_owned() } else { format!("{}: {title}", words.services) };
        let english = if self.lang == Lang::En { "en/" } else { "" };
        let back = or_here(format!("{root}{}{english}", self.base));
        let day = self.day.map(|day| words::day(day, self.lang)).unwrap_or_default();
        let lead = say(self.lang, words.services_lead, words.services_lead, &[&day]);
        let mut page = page(self.lang, path, &title, &lead);
        page.script = Some(named(&root, self.script));
        page.is_sample = is_sample;
        if is_sample {
            page.title = format!("{title} ({})", words.sample_short);
        }
        let shell = shell(self.pages.config, self.pages.shared, &page);
        let html = shell.html(&page, || {
            let above = prose(vec![Block::Title(title), Block::Lead(lead)]);
            services(self.lang, above, list, prose(below), (back, is_sample))
        });
        (format!("{own}index.html"), html.into_bytes())
    }
}
