//! The files of a card: its page, its embed, picture, preview and records, in both languages.

use super::PublishError;
use super::cards::{Card, Time, best_month, tell};
use super::config::Config;
use super::frame::{Codes, Heights, Target};
use super::hash::{Asset, hexadecimal};
use super::metadata;
use super::pages::link;
use super::painter::Painter;
use super::paths::{Shared, folder, named, page, shell, sources, up};
use super::pictures::{Column, Pictures};
use super::shaped::Shape;
use super::targets::course;
use crate::answer::{Answer, Profile, Ranking};
use crate::chart::Width;
use crate::data::{Dataset, Month, Per};
use crate::output::{Citation, Dialect, Drawing, Provenance, Theme, csv, json, svg};
use crate::question::{Lang, Moment, Question, View};
use crate::ui::components::site::{Block, CardPage, EmbedPage, EmbedParts, Preview, Tile, card, embed};
use crate::ui::state::{Content, dated, latest};
use crate::words::{Named, Reader, fixed, header, say, source_line, ui};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the files of all cards share.
pub struct CardMaker<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The operator.
    pub config: &'a Config,
    /// What static pages load.
    pub shared: Shared<'a>,
    /// All cards as pictures, German and English.
    pub tiles: [&'a [Tile]; 2],
    /// The script of the page with embed codes.
    pub share: &'a Asset,
    /// What stands inside embeds.
    pub embed: &'a EmbedParts,
    /// How high embeds were measured to be.
    pub heights: &'a Heights,
    /// The painter of previews.
    pub painter: &'a Painter,
    /// How many embeds have an estimate for a height.
    pub unmeasured: &'a AtomicUsize,
}

impl CardMaker<'_> {
    /// All files of a card, by path.
    pub fn files(&self, own: &Card) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
        let mut files = Vec::new();
        for lang in [Lang::De, Lang::En] {
            let told = Arc::new(tell(own, self.data, lang));
            let base = folder(lang, &format!("cards/{}", own.id));
            let address = format!("{}{base}/", self.config.url);
            let provenance =
                Provenance { address: address.clone(), version: self.data.version(), licence: self.data.licence };
            let drawn = svg(&told.answer, lang, Width::Wide, Theme::Light, Some(&address)).unwrap_or_default();
            let embedded = self.embed_page(own, told.clone(), lang);
            let key = key(&embedded);
            if !self.heights.has(&key) {
                self.unmeasured.fetch_add(1, Ordering::Relaxed);
            }
            let codes = self.codes(own, &told, &key, &drawn);
            let figures = csv(&told.answer, lang, Dialect::Rfc4180, &provenance);
            let (name, title) = (format!("{}.csv", own.id), &told.words.headline.title);
            let described = metadata::figures(&figures, &name, title, lang, self.data.licence);
            let records = [
                (".csv-metadata.json", described),
                (".csv", figures),
                (".excel.csv", csv(&told.answer, lang, Dialect::GermanExcel, &provenance)),
                (".json", json(&told.answer, lang, &provenance)),
                (".svg", drawn.svg),
            ];
            files.extend(records.map(|(ending, text)| (format!("{base}{ending}"), text.into_bytes())));
            let pictures = Pictures { told: &told, lang, address: Some(&address), painter: self.painter };
            files.extend(pictures.files()?.into_iter().map(|(ending, bytes)| (format!("{base}{ending}"), bytes)));
            files.push((format!("{base}/index.html"), self.page(own, &told, lang, codes.list()).into_bytes()));
            let path = folder(lang, &format!("embed/{}/index.html", own.id));
            files.push((path, embed(EmbedPage { key: Some(key), ..embedded }).into_bytes()));
            let oembed = folder(lang, &format!("oembed/{}.json", own.id));
            files.push((oembed, self.oembed(own, &told, lang, &codes).into_bytes()));
        }
        Ok(files)
    }

    /// The page.
    fn page(&self, own: &Card, told: &Arc<Content>, lang: Lang, codes: [String; 3]) -> String {
        let path = format!("cards/{}/", own.id);
        let folder_of = |path: &str| folder(lang, path);
        let (url, headline) = (&self.config.url, &told.words.headline);
        let main = CardPage {
            content: told.clone(),
            home: format!("{}{}", up(&folder_of(&path)), folder_of("")),
            sources: sources(&told.answer.sources(), lang),
            time: self.time(own, told, lang),
            more: self.more(told, &up(&folder_of(&path)), lang),
            terms: self.terms(lang),
            files: files(&own.id, lang),
            citations: self.citations(own, told, lang),
            share: told.question.with(|asked| asked.unknown = vec![("card".to_owned(), own.id.clone())]),
            codes,
        };
        let mut page = page(lang, &path, &headline.title, &format!("{} {}", headline.sentence, headline.definition));
        let image = format!("{url}{}", folder_of(&format!("cards/{}-{}.png", own.id, Shape::Preview.name())));
        page.preview = Preview { image, size: Shape::Preview.pixels() };
        let oembed = format!("{url}{}", folder_of(&format!("oembed/{}.json", own.id)));
        page.oembed = Some((oembed, headline.title.clone()));
        page.script = Some(named(&up(&folder_of(&path)), self.share));
        page.linked_data = Some(self.linked_data(own, told, lang));
        shell(self.config, self.shared, &page).html(&page, || card(main))
    }

    /// How the card is cited.
    fn citations(&self, own: &Card, told: &Content, lang: Lang) -> [String; 3] {
        let Some(version) = self.data.version() else { return Default::default() };
        // The title of what always shows the newest month will be another one: its present month is cited.
        let id = match (own.time, &told.answer) {
            (Time::Latest, Answer::Ranking(found)) => {
                best_month(self.data, &found.measure.id).map(|month| dated(&found.measure.id, month))
            }
            _ => None,
        };
        let id = id.unwrap_or_else(|| own.id.clone());
        let cited = Citation {
            id: &id,
            title: &told.words.headline.title,
            site: header(lang).site,
            operator: &self.config.operator.name,
            version,
            source: &source_line(&told.answer, lang),
            address: &format!("{}{}", self.config.url, folder(lang, &format!("cards/{id}/"))),
            retrieved: None,
            lang,
        };
        [cited.text(), cited.apa(), cited.bibtex()]
    }

    /// Which figures the card will show when there are newer ones, and the way to the other kind of card.
    fn time(&self, own: &Card, told: &Content, lang: Lang) -> Vec<Block> {
        let words = fixed(lang);
        let way = |text: &str, month: Month, id: String| {
            let text = say(lang, text, text, &[&crate::words::month(month, lang)]);
            Block::Links(vec![link(text, format!("../{id}/"))], "")
        };
        match (own.time, &told.answer) {
            (Time::Dated, Answer::Ranking(found)) => {
                let when = crate::words::period(found.moment, lang);
                let best = best_month(self.data, &found.measure.id);
                let way = best.map(|month| way(words.to_latest, month, latest(&found.measure.id)));
                let text = say(lang, words.time_dated, words.time_dated, &[&when]);
                std::iter::once(Block::Text(text)).chain(way).collect()
            }
            (Time::Latest, Answer::Ranking(found)) => {
                let best = best_month(self.data, &found.measure.id);
                let way = best.map(|month| way(words.to_dated, month, dated(&found.measure.id, month)));
                std::iter::once(Block::Text(words.time_latest.to_owned())).chain(way).collect()
            }
            _ => vec![Block::Text(words.time_live.to_owned())],
        }
    }

    /// On the embed of a month, where there is a newer one: its words and its card.
    fn newer(&self, own: &Card, told: &Content, root: &str, lang: Lang) -> Option<[String; 2]> {
        let Answer::Ranking(Ranking { moment: Moment::Month(shown), measure, .. }) = &told.answer else { return None };
        let best = best_month(self.data, &measure.id).filter(|best| own.time == Time::Dated && best > shown)?;
        let words = fixed(lang).newer;
        let path = folder(lang, &format!("cards/{}/", latest(&measure.id)));
        Some([say(lang, words, words, &[&crate::words::month(best, lang)]), format!("{root}{path}")])
    }

    /// Beside the growth of a portal the whole course of its strategy, and its targets; below a profile the range of the
    /// state, and all cards with figures of it.
    fn more(&self, told: &Content, root: &str, lang: Lang) -> Vec<Block> {
        match &told.answer {
            Answer::Growth(growth) if growth.measure.per == Per::Portal => {
                let place = growth.main().map_or(growth.focus, |main| main.place.code);
                course(self.data, place, &format!("{root}{}", folder(lang, "")), lang)
            }
            Answer::Profile(profile) => self.state(profile, told, root, lang),
            _ => Vec::new(),
        }
    }

    /// What there is about a state beside its profile.
    fn state(&self, profile: &Profile, told: &Content, root: &str, lang: Lang) -> Vec<Block> {
        let [german, english] = self.tiles;
        let slug = profile.place.code.slug();
        let tiles = if lang == Lang::De { german } else { english };
        // What is about this state alone comes first.
        let mut own: Vec<Tile> =
            tiles.iter().filter(|tile| tile.kind != "profile" && tile.places.contains(&slug)).cloned().collect();
        own.sort_by_key(|tile| tile.places.len() > 1);
        let asked = Question { view: View::Range, focus: told.question.focus, ..Question::default() };
        let range = Content::of(self.data, asked.clone(), lang, Reader::All);
        let href = asked.address(&format!("{root}{}", folder(lang, "")), lang);
        let heading = say(lang, fixed(lang).all_of, fixed(lang).all_of, &[profile.place.name(lang)]);
        vec![
            Block::Heading(ui(lang).view_range.to_owned()),
            Block::Text(range.words.headline.sentence),
            Block::Links(vec![link(range.words.headline.title, href)], ""),
            Block::Heading(heading),
            Block::Tiles("../".to_owned(), own),
        ]
    }

    /// The state of the data and the terms of use.
    fn terms(&self, lang: Lang) -> String {
        let day = self.data.version().map(|day| crate::words::day(day, lang)).unwrap_or_default();
        crate::words::say(
            lang,
            "Datenstand: {0}. Bild, Text, Tabelle und Dateien stehen unter {1}: mit Quellenangabe frei verwendbar. Die Rechte an den Quellen liegen bei ihren Herausgebern.",
            "Data version: {0}. Picture, text, table and files are under {1}: free to use with the source named. The rights in the sources are with their publishers.",
            &[&day, self.data.licence.title()],
        )
    }

    /// The codes for pages of others.
    fn codes(&self, own: &Card, told: &Content, key: &str, drawn: &Drawing) -> Codes {
        let address = |path: String| format!("{}{}", self.config.url, folder(told.lang, &path));
        let target = Target {
            embed: address(format!("embed/{}/", own.id)),
            card: address(format!("cards/{}/", own.id)),
            image: address(format!("cards/{}.svg", own.id)),
            size: (drawn.width, drawn.height),
            script: format!("{}embed.js", self.config.url),
        };
        target.codes(told, &self.heights.of(key, told))
    }

    /// The answer to oEmbed discovery.
    fn oembed(&self, own: &Card, told: &Content, lang: Lang, codes: &Codes) -> String {
        let (width, height) = Shape::Preview.pixels();
        let name = format!("cards/{}-{}.png", own.id, Shape::Preview.name());
        let image = format!("{}{}", self.config.url, folder(lang, &name));
        let found = serde_json::json!({
            "type": "rich",
            "version": "1.0",
            "title": told.words.headline.title,
            "provider_name": header(lang).site,
            "provider_url": self.config.url,
            "html": codes.frame,
            "width": 600,
            "height": codes.height,
            "thumbnail_url": image,
            "thumbnail_width": width,
            "thumbnail_height": height,
        });
        format!("{found}\n")
    }

    /// The card as a data set for search engines (schema.org).
    fn linked_data(&self, own: &Card, told: &Content, lang: Lang) -> String {
        let url = &self.config.url;
        let base = folder(lang, &format!("cards/{}", own.id));
        let sources = told.answer.sources();
        let based: Vec<_> = sources.iter().filter(|source| !source.url.is_empty()).map(|source| &source.url).collect();
        let file = |ending: &str, kind: &str| serde_json::json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{url}{base}{ending}") });
        let headline = &told.words.headline;
        let found = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": headline.title,
            "description": format!("{} {}", headline.definition, headline.sentence),
            "url": format!("{url}{base}/"),
            "inLanguage": lang.name(),
            "isAccessibleForFree": true,
            "license": self.data.licence.url(),
            "dateModified": self.data.version().map(|day| day.to_string()),
            "creator": { "@type": "Organization", "name": self.config.operator.name },
            "isBasedOn": based,
            "distribution": [file(".csv", "text/csv"), file(".json", "application/json"), file(".svg", "image/svg+xml")],
        });
        // A script element ends at "</", whatever stands around it.
        found.to_string().replace("</", "<\\/")
    }

    /// The embed: a page with its styles inside, open to any frame.
    fn embed_page(&self, own: &Card, told: Arc<Content>, lang: Lang) -> EmbedPage {
        let root = up(&folder(lang, &format!("embed/{}/", own.id)));
        let card = folder(lang, &format!("cards/{}/", own.id));
        EmbedPage {
            newer: self.newer(own, &told, &root, lang),
            content: told,
            key: None,
            home: format!("{root}{}", folder(lang, "")),
            card: [format!("{root}{card}"), format!("{}{card}", self.config.url)],
            root,
            parts: self.embed.clone(),
            id: own.id.clone(),
            version: self.data.version().map(|day| day.to_string()),
        }
    }
}

/// The files of a card, in groups with what each is for.
fn files(id: &str, lang: Lang) -> [(&'static str, Vec<(String, String)>); 3] {
    let words = fixed(lang);
    let way = |name: &str, ending: &str| (name.to_owned(), format!("../{id}{ending}"));
    let whole = [
        way("SVG", ".svg"),
        way("PNG", ".png"),
        way("CSV", ".csv"),
        way(ui(lang).csv_excel, ".excel.csv"),
        way("JSON", ".json"),
    ];
    let shapes = Shape::ALL.map(|shape| {
        let (width, height) = shape.pixels();
        way(&format!("{width} × {height}"), &format!("-{}.png", shape.name()))
    });
    let columns = Column::ALL.map(Column::millimetres);
    let columns = columns.map(|width| way(&format!("PDF, {width} mm"), &format!("-{width}mm.pdf")));
    [(words.files_whole, whole.to_vec()), (words.files_shaped, shapes.to_vec()), (words.files_print, columns.to_vec())]
}

/// What the height of an embed follows from, as a key: all of it but its script, the version of the data and who runs the site.
fn key(page: &EmbedPage) -> String {
    let parts = EmbedParts { script: String::new(), script_hash: String::new(), ..page.parts.clone() };
    let page = EmbedPage { version: None, card: Default::default(), parts, ..page.clone() };
    hexadecimal(embed(page).as_bytes()).get(..16).unwrap_or_default().to_owned()
}
