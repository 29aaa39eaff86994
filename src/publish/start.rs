//! The start pages: the app's page with its first charts, its styles and its boot guard inside, so that a chart comes with
//! the first round trip.

use super::PublishError;
use super::cards::newest_ranking;
use super::config::Config;
use super::hash::integrity;
use super::package::{Published, Tree};
use super::paths::{folder, or_here, up};
use super::template::filled;
use crate::data::{Dataset, Date};
use crate::output::escape;
use crate::question::{Lang, Question};
use crate::ui::components::site::{StartHead, live_html, preload, start_body, start_head, static_html};
use crate::ui::state::{Edition, Lists};
use crate::words::{fixed, frame, header, ui};
use std::path::Path;
use std::sync::Arc;

/// The code of a language: names of its script and its WebAssembly, and the hash of the latter.
#[derive(Debug, Clone)]
pub struct Code {
    /// The script.
    pub js: String,
    /// The WebAssembly.
    pub wasm: String,
    /// Its hash.
    pub integrity: String,
}

/// What start pages are made of.
pub struct Start<'a> {
    /// The template as Trunk has made it, and where it is.
    pub template: (&'a str, &'a Path),
    /// The styles that the page needs before any script.
    pub critical: &'a str,
    /// Name of the style sheet with the other styles.
    pub style: &'a str,
    /// The boot guard.
    pub boot: &'a str,
    /// Name of the starter.
    pub start: &'a str,
    /// The German and the English code.
    pub code: &'a [Code; 2],
    /// The operator.
    pub config: &'a Config,
}

/// Where the lists for a day are, seen from the page in the folder `own` of the site in the folder `base`.
pub fn lists(lang: Lang, own: &str, base: &str, day: Date) -> Lists {
    Lists { base: format!("{}{}", up(own), folder(lang, &format!("{base}services/"))), month: day.month().to_string() }
}

impl Start<'_> {
    /// The pages of both languages for a package; `base` is empty, or `sample/`; `listed` is the day for which the package has
    /// lists of services.
    pub fn pages(
        &self,
        data: &Arc<Dataset>,
        published: &Published,
        base: &str,
        listed: Option<Date>,
    ) -> Result<Tree, PublishError> {
        let mut tree = Tree::new();
        // The English page of another site lies inside it, so that links between the languages stay the same.
        for (lang, own, root) in [(Lang::De, base.to_owned(), ""), (Lang::En, format!("{base}en/"), "../")] {
            let lists = listed.map(|day| lists(lang, &own, base, day));
            let edition =
                Edition { data: data.clone(), lang, root, today: None, pages: pages(lang, base, &own), lists };
            let page = self.page(edition, published, &own)?;
            tree.insert(format!("{own}index.html"), page.into_bytes());
        }
        Ok(tree)
    }

    fn page(&self, edition: Edition, published: &Published, own: &str) -> Result<String, PublishError> {
        let lang = edition.lang;
        let is_sample = own.starts_with("sample/");
        let way = |path: &str| format!("{}{path}", or_here(up(own)));
        let title = format!("{} – {}", frame(lang).page_title, header(lang).site);
        let title = match is_sample {
            true => format!("{title} ({})", fixed(lang).sample_short),
            false => title,
        };
        let [de, en] = self.code;
        let code = if lang == Lang::De { de } else { en };
        let [release, complete] = published.for_pages(lang);
        let head = self.head(&edition, own, way(&code.wasm), is_sample);
        let files = [&release.path, &code.js, self.style].map(way);
        let page = live_html(|| start_body(edition, Question::default(), is_sample));
        let texts = [
            ("lang", lang.name().to_owned()),
            ("site", if is_sample { "sample" } else { "real" }.to_owned()),
            ("title", escape(&title)),
            ("description", escape(frame(lang).description)),
            ("style-hash", integrity(self.critical.as_bytes())),
            ("boot-hash", integrity(self.boot.as_bytes())),
            ("head", static_html(|| start_head(head))),
            ("critical", self.critical.to_owned()),
            ("boot", self.boot.to_owned()),
            ("start", way(self.start)),
            ("js", way(&code.js)),
            ("wasm", way(&code.wasm)),
            ("wasm-integrity", code.integrity.clone()),
            ("styles", way(self.style)),
            ("release", way(&release.path)),
            ("release-integrity", release.integrity.clone()),
            ("complete", way(&complete.path)),
            ("complete-integrity", complete.integrity.clone()),
            ("page", page),
            ("preload", static_html(|| preload(files))),
            ("failed", escape(ui(lang).failed)),
            ("reload", escape(frame(lang).reload)),
        ];
        filled(self.template.0, self.template.1, &texts)
    }

    fn head(&self, edition: &Edition, own: &str, wasm: String, is_sample: bool) -> StartHead {
        let (lang, url) = (edition.lang, &self.config.url);
        let icon = format!("{}icon.svg", or_here(up(own)));
        let head = StartHead { icon, wasm, ..StartHead::default() };
        if is_sample {
            return head;
        }
        let picture =
            newest_ranking(&edition.data).map(|id| format!("{url}{}", folder(lang, &format!("cards/{id}.png"))));
        StartHead {
            canonical: format!("{url}{own}"),
            alternates: [Lang::De, Lang::En].map(|lang| (lang.name(), format!("{url}{}", folder(lang, "")))).to_vec(),
            preview: picture.map(|picture| (frame(lang).page_title, picture)),
            ..head
        }
    }
}

/// The way from a start page to the static pages of its language; those of the sample are those of the real site.
fn pages(lang: Lang, base: &str, own: &str) -> String {
    if base.is_empty() { String::new() } else { format!("{}{}", up(own), folder(lang, "")) }
}
