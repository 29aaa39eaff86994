//! The start pages: the app's page with its first charts, its styles and its boot guard inside, so that a chart comes with
//! the first round trip.

use super::PublishError;
use super::cards::newest_ranking;
use super::config::Config;
use super::hash::{Asset, integrity};
use super::package::{Published, Tree};
use super::paths::{folder, or_here, up};
use super::shaped::Shape;
use super::template::filled;
use crate::data::{Dataset, Date};
use crate::output::escape;
use crate::question::{Lang, Question};
use crate::ui::components::site::{
    EmbedParts, StartHead, embed_body, live_html, preload, start_body, start_head, static_html,
};
use crate::ui::state::{Edition, Lists};
use crate::words::{fixed, frame, header};
use std::path::Path;
use std::sync::Arc;

/// The code of a language.
#[derive(Debug, Clone)]
pub struct Code {
    /// The starter, which holds the script of the WebAssembly and names everything else.
    pub start: Asset,
    /// Name of the WebAssembly.
    pub wasm: String,
}

/// Which of the pages that start the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A start page.
    Real,
    /// A start page of the invented data.
    Sample,
    /// The interactive embed.
    Embed,
}

impl Kind {
    /// Its name in the page.
    fn name(self) -> &'static str {
        match self {
            Self::Real => "real",
            Self::Sample => "sample",
            Self::Embed => "embed",
        }
    }
}

/// What stands inside the interactive embed.
pub struct Interactive<'a> {
    /// Its styles, beside those of start pages.
    pub style: &'a str,
    /// The script that tells the height, and the one that tells what is asked.
    pub scripts: [&'a str; 2],
}

/// What start pages are made of.
pub struct Start<'a> {
    /// The template as Trunk has made it, and where it is.
    pub template: (&'a str, &'a Path),
    /// The styles that the page needs before any script.
    pub critical: &'a str,
    /// The boot guard.
    pub boot: &'a str,
    /// The German and the English code.
    pub code: &'a [Code; 2],
    /// What stands inside the interactive embed.
    pub interactive: &'a Interactive<'a>,
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
            let pages = pages(lang, base, &own);
            let edition = Edition { data: data.clone(), lang, root, today: None, pages, lists, is_embed: false };
            let kind = if base.is_empty() { Kind::Real } else { Kind::Sample };
            tree.insert(format!("{own}index.html"), self.page(edition, published, &own, kind)?.into_bytes());
        }
        Ok(tree)
    }

    /// The interactive embeds of both languages.
    pub fn embeds(
        &self,
        data: &Arc<Dataset>,
        published: &Published,
        listed: Option<Date>,
    ) -> Result<Tree, PublishError> {
        let page = |lang: Lang| {
            let own = folder(lang, "embed/");
            let pages = format!("{}{}", up(&own), folder(lang, ""));
            let lists = listed.map(|day| lists(lang, &own, "", day));
            let edition = Edition { data: data.clone(), lang, root: "", today: None, pages, lists, is_embed: true };
            Ok((format!("{own}index.html"), self.page(edition, published, &own, Kind::Embed)?.into_bytes()))
        };
        [Lang::De, Lang::En].into_iter().map(page).collect()
    }

    /// The styles that a page needs before any script.
    fn critical(&self, kind: Kind) -> String {
        match kind {
            Kind::Embed => format!("{}{}", self.critical, self.interactive.style),
            _ => self.critical.to_owned(),
        }
    }

    /// The inline scripts of a page as a policy names them.
    fn inline(&self, kind: Kind) -> String {
        let scripts = if kind == Kind::Embed { self.interactive.scripts.as_slice() } else { &[] };
        let hashes = std::iter::once(&self.boot).chain(scripts).map(|script| integrity(script.as_bytes()));
        hashes.map(|hash| format!("'{hash}'")).collect::<Vec<_>>().join(" ")
    }

    /// The policy of all embeds, but for who may frame them. Those of cards narrow it themselves.
    pub fn embed_policy(&self, cards: &EmbedParts) -> String {
        format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self' '{}' '{}'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'",
            self.inline(Kind::Embed),
            integrity(self.critical(Kind::Embed).as_bytes()),
            cards.style_hash
        )
    }

    fn page(&self, edition: Edition, published: &Published, own: &str, kind: Kind) -> Result<String, PublishError> {
        let lang = edition.lang;
        let is_sample = kind == Kind::Sample;
        let way = |path: &str| format!("{}{path}", or_here(up(own)));
        let title = format!("{} – {}", frame(lang).page_title, header(lang).site);
        let title = match is_sample {
            true => format!("{title} ({})", fixed(lang).sample_short),
            false => title,
        };
        let [de, en] = self.code;
        let code = if lang == Lang::De { de } else { en };
        let [release, complete] = published.for_pages(lang);
        let head = self.head(&edition, own, way(&code.wasm), kind);
        let way_to_release = way(&release.path);
        let (page, preload) = match kind {
            Kind::Embed => (live_html(|| embed_body(edition)), String::new()),
            _ => {
                let page = live_html(|| start_body(edition, Question::default(), is_sample));
                (page, static_html(|| preload(way_to_release)))
            }
        };
        let critical = self.critical(kind);
        let texts = [
            ("lang", lang.name().to_owned()),
            ("site", kind.name().to_owned()),
            ("title", escape(&title)),
            ("description", escape(frame(lang).description)),
            ("style-hash", integrity(critical.as_bytes())),
            ("inline-scripts", self.inline(kind)),
            ("head", static_html(|| start_head(head))),
            ("critical", critical),
            ("boot", self.boot.to_owned()),
            ("translation", translation(lang, kind).to_owned()),
            (
                "sample",
                if kind == Kind::Real { format!("{}sample/{}", up(own), folder(lang, "")) } else { String::new() },
            ),
            ("start", way(&code.start.name)),
            ("start-integrity", code.start.integrity.clone()),
            ("release", way(&release.path)),
            ("release-integrity", release.integrity.clone()),
            ("complete", way(&complete.path)),
            ("complete-integrity", complete.integrity.clone()),
            ("page", page),
            ("preload", preload),
        ];
        filled(self.template.0, self.template.1, &texts)
    }

    fn head(&self, edition: &Edition, own: &str, wasm: String, kind: Kind) -> StartHead {
        let (lang, url) = (edition.lang, &self.config.url);
        let icon = format!("{}icon.svg", or_here(up(own)));
        let head = StartHead { icon, ..StartHead::default() };
        match kind {
            Kind::Sample => return StartHead { wasm, ..head },
            Kind::Embed => {
                let scripts = self.interactive.scripts.map(str::to_owned).to_vec();
                return StartHead { scripts, ..head };
            }
            Kind::Real => {}
        }
        let picture = newest_ranking(&edition.data)
            .map(|id| format!("{url}{}", folder(lang, &format!("cards/{id}-{}.png", Shape::Preview.name()))));
        StartHead {
            canonical: format!("{url}{own}"),
            alternates: [Lang::De, Lang::En].map(|lang| (lang.name(), format!("{url}{}", folder(lang, "")))).to_vec(),
            preview: picture.map(|picture| (frame(lang).page_title, picture)),
            wasm,
            ..head
        }
    }
}

/// The way from a page to the same in the other language.
fn translation(lang: Lang, kind: Kind) -> &'static str {
    match (lang, kind) {
        (Lang::De, Kind::Embed) => "../en/embed/",
        (Lang::En, Kind::Embed) => "../../embed/",
        (Lang::De, _) => "en/",
        (Lang::En, _) => "../",
    }
}

/// The way from a start page to the static pages of its language; those of the sample are those of the real site.
fn pages(lang: Lang, base: &str, own: &str) -> String {
    if base.is_empty() { String::new() } else { format!("{}{}", up(own), folder(lang, "")) }
}
