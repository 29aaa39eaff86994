//! The list behind a number as pages: for each state its areas, for each state and area its services.

use super::services::{ServiceRow, of_state};
use super::shell::{Page, Shell, folder, up};
use crate::data::{Dataset, PlaceCode};
use crate::output::escape;
use crate::question::Lang;
use crate::words::{self, Named, fixed, frame, pick, say};

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

/// All pages; `base` is the folder of the site that they belong to, such as `sample/`, and `script` the path of the search.
pub fn pages(
    shell: &Shell<'_>,
    data: &Dataset,
    rows: &[ServiceRow],
    base: &str,
    banner: [&str; 2],
    script: &str,
) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (lang, banner) in [(Lang::De, banner[0]), (Lang::En, banner[1])] {
        let maker = Maker { shell, lang, banner, script };
        let mut list = String::new();
        for code in PlaceCode::STATES {
            let found = of_state(rows, code);
            let Some(place) = data.place(code) else { continue };
            let (slug, name) = (code.slug(), place.name(lang));
            list.push_str(&format!(
                r#"<li><a class="kern-link" href="{slug}/">{}</a> ({})</li>"#,
                escape(name),
                maker.count(&found)
            ));
            let mut areas = String::new();
            for area in &data.areas {
                let own: Vec<&ServiceRow> = found.iter().filter(|row| row.area == area.id).copied().collect();
                if own.is_empty() {
                    continue;
                }
                areas.push_str(&format!(
                    r#"<li><a class="kern-link" href="{}/">{}</a> ({})</li>"#,
                    area.id,
                    escape(area.name(lang)),
                    maker.count(&own)
                ));
                let title = format!("{}, {}", name, area.name(lang));
                files.push(maker.list(&format!("{base}services/{slug}/{}/", area.id), &title, &own));
            }
            files.push(maker.list(&format!("{base}services/{slug}/all/"), name, &found));
            let files_csv =
                format!("{}{base}data/services/{slug}.csv", up(&folder(lang, &format!("{base}services/{slug}/"))));
            let body = format!(
                r#"<ul class="list">{areas}</ul><p><a class="kern-link" href="{files_csv}" download>CSV</a></p>"#
            );
            files.push(maker.page(&format!("{base}services/{slug}/"), name, &body));
        }
        files.push(maker.page(&format!("{base}services/"), "", &format!(r#"<ul class="list">{list}</ul>"#)));
    }
    files
}

struct Maker<'a> {
    shell: &'a Shell<'a>,
    lang: Lang,
    banner: &'a str,
    script: &'a str,
}

impl Maker<'_> {
    fn count(&self, rows: &[&ServiceRow]) -> String {
        let mut keys: Vec<&str> = rows.iter().map(|row| row.leika_key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        words::count_of(keys.len() as u64, self.lang)
    }

    fn page(&self, path: &str, title: &str, body: &str) -> (String, Vec<u8>) {
        let words = fixed(self.lang);
        let own = folder(self.lang, path);
        let root = up(&own);
        let is_sample = path.starts_with("sample/");
        let title = if title.is_empty() { words.services.to_owned() } else { format!("{}: {title}", words.services) };
        // Back to the page of the invented figures.
        let home = match (is_sample, self.lang) {
            (true, Lang::De) => format!("{root}sample/?data=sample"),
            (true, Lang::En) => format!("{root}sample/en/?data=sample"),
            (false, lang) => format!("{root}{}", folder(lang, "")),
        };
        let back = match is_sample {
            true => format!(r#"<p><a class="kern-link" href="{home}">{}</a></p>"#, escape(words.sample_back)),
            false => String::new(),
        };
        let body = format!(
            "{}<h1>{}</h1><p class=\"lead\">{}</p>{body}{back}",
            self.banner,
            escape(&title),
            escape(words.services_lead)
        );
        let head = format!(r#"<script src="{root}{}" defer></script>"#, self.script);
        let title = match is_sample {
            true => format!("{title} ({})", words.sample_short),
            false => title,
        };
        let page = Page {
            path,
            lang: self.lang,
            title: &title,
            description: words.services_lead,
            image: "",
            head: &head,
            body: &body,
            has_other: true,
        };
        let html = self.shell.html(&page);
        let html = match is_sample {
            true => html.replace(&escape(frame(self.lang).independent), &escape(words.sample)),
            false => html,
        };
        (format!("{own}index.html"), html.into_bytes())
    }

    fn list(&self, path: &str, title: &str, rows: &[&ServiceRow]) -> (String, Vec<u8>) {
        let words = fixed(self.lang);
        let german = pick(self.lang, "", r#" lang="de""#);
        let line = |row: &&ServiceRow| {
            let link = match row.url.starts_with("https://") {
                true => format!(
                    r#"<a class="kern-link" href="{}" rel="noopener noreferrer">{}<span class="visually-hidden">: {}</span></a>"#,
                    escape(&row.url),
                    words.open,
                    escape(&row.leika_name)
                ),
                false => "–".to_owned(),
            };
            format!(
                r#"<tr data-coverage="{}" data-ozg="{}"><th scope="row"{german}>{}</th><td>{}</td><td{german}>{}</td><td>{}</td><td>{link}</td></tr>"#,
                row.coverage,
                escape(&row.ozg_id),
                escape(&row.leika_name),
                escape(&row.leika_key),
                escape(&row.ozg_name),
                coverage(&row.coverage, self.lang)
            )
        };
        let lines: String = rows.iter().map(line).collect();
        let count = say(self.lang, "{0} Leistungen (LeiKa)", "{0} services (LeiKa)", &[&self.count(rows)]);
        let (ozg, leika) = (words.group_ozg, words.group_leika);
        let statewide = coverage("statewide", self.lang);
        let all = pick(self.lang, "Alle Leistungen dieser Liste zeigen", "Show all services of this list");
        let body = format!(
            r#"<p class="search-box" hidden><label for="search">{}</label> <input id="search" class="search" type="search" autocomplete="off"></p><p role="status" id="found" data-ozg="{ozg}" data-leika="{leika}" data-statewide="{statewide}">{count}</p><p id="all" hidden><a class="kern-link" href="./">{all}</a></p><div class="table" role="region" tabindex="0" aria-label="{}"><table><thead><tr><th scope="col">{}</th><th scope="col">LeiKa</th><th scope="col">{}</th><th scope="col">{}</th><th scope="col">{}</th></tr></thead><tbody>{lines}</tbody></table></div>"#,
            words.services_search,
            escape(words.services),
            words.service,
            words.bundle,
            words.coverage,
            words.link,
        );
        self.page(path, title, &body)
    }
}
