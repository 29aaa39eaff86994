//! The page with the codes for pages of others.

use super::hash::Asset;
use super::pages::{PageFile, Pages};
use super::paths::{folder, named, page, shell, up};
use crate::data::Dataset;
use crate::output::Citation;
use crate::question::Lang;
use crate::ui::components::site::{SharePage, share_page};
use crate::words::{Named, header, privacy_notice, share};

/// The script and the style sheet of the page.
#[derive(Debug, Clone, Copy)]
pub struct ShareFiles<'a> {
    /// The script.
    pub script: &'a Asset,
    /// The style sheet, which goes with the page's part into a dialog.
    pub style: &'a Asset,
}

/// The page in a language.
pub fn share_file(pages: Pages<'_>, data: &Dataset, files: ShareFiles<'_>, lang: Lang) -> PageFile {
    let own = folder(lang, "share/");
    let words = share(lang);
    let mut states: Vec<(String, String)> =
        data.states().map(|place| (place.code.slug(), place.name(lang).to_owned())).collect();
    states.sort_by(|a, b| a.1.cmp(&b.1));
    let mut page = page(lang, "share/", words.title, words.lead);
    page.script = Some(named(&up(&own), files.script));
    page.style = Some(named(&up(&own), files.style));
    page.is_listed = false;
    let main = SharePage {
        lang,
        root: up(&own),
        url: pages.config.url.clone(),
        cards: "../cards/".to_owned(),
        states,
        citations: citations(pages, data, lang),
        privacy: privacy_notice(&pages.config.url, lang),
    };
    let html = shell(pages.config, pages.shared, &page).html(&page, || share_page(main));
    (format!("{own}index.html"), html.into_bytes())
}

/// How a chart is cited, with places for what only the browser knows.
fn citations(pages: Pages<'_>, data: &Dataset, lang: Lang) -> [String; 3] {
    let Some(version) = data.version() else { return Default::default() };
    let cited = Citation {
        id: "‹id›",
        title: "‹title›",
        site: header(lang).site,
        operator: &pages.config.operator.name,
        version,
        source: "‹source›",
        address: "‹address›",
        retrieved: Some(["‹day›", "‹iso›"]),
        lang,
    };
    [cited.text(), cited.apa(), cited.bibtex()]
}
