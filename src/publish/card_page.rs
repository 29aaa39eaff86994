//! The files of a card: its page, its embed, picture, preview and records, in both languages.

use super::PublishError;
use super::cards::{Card, tell};
use super::config::Config;
use super::hash::integrity;
use super::pages::link;
use super::paths::{Shared, folder, page, shell, sources, up};
use super::png::{Painter, SIZE, preview};
use super::targets::course;
use crate::answer::{Answer, Profile};
use crate::chart::{Scene, Width, draw, text_width};
use crate::data::{Dataset, Per};
use crate::output::{Dialect, Provenance, Theme, csv, json, svg};
use crate::question::{Lang, Question, View};
use crate::ui::components::site::{Block, CardPage, EmbedPage, Preview, Tile, card, embed, iframe, picture};
use crate::ui::state::Content;
use crate::words::{Named, Reader, fixed, header, say, source_line, ui};
use std::sync::Arc;

/// An iframe for a page of others.
struct FrameCode {
    /// The markup.
    code: String,
    /// Its height in a column, in CSS pixels.
    height: i32,
}

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
    /// The styles of embeds.
    pub embed_style: &'a str,
    /// The painter of previews.
    pub painter: &'a Painter,
}

/// Heights of an embed, in CSS pixels, that are enough from 340 px and from 600 px of width on, with a little room, rounded up to tens.
/// Static frames cannot tell their host how high they are: text is measured as the drawings measure it.
pub fn embed_heights(told: &Content, lang: Lang) -> (i32, i32) {
    let needed = |room: i32, width: Width, title: i32| {
        let lines = |text: &str, size: i32, bold: bool| {
            let count = crate::words::lines(text, size, bold, room, text_width).len();
            i32::try_from(count).unwrap_or(1)
        };
        let scale = |scene: &Scene| scene.height * room.min(width.most_pixels()) / scene.width;
        let picture = draw(&told.answer, lang, width).as_ref().map_or(120, scale);
        let events = match &told.answer {
            Answer::Growth(growth) => {
                growth
                    .events
                    .iter()
                    .map(|event| 27 * lines(&format!("30. September 2021: {}", event.name(lang)), 15, false) + 6)
                    .sum::<i32>()
                    + 60
            }
            _ => 0,
        };
        let notes = if matches!(told.answer, Answer::Profile(_)) { 120 } else { 0 };
        let head = title * 125 / 100 * lines(&told.words.headline.title, title, true)
            + 24 * lines(&told.words.headline.definition, 16, false);
        let keys = 28 * (4 * 240 / room + 1);
        let foot = 22 * lines(&source_line(&told.answer, lang), 15, false) + 22 * 3 + 44 + 60;
        24 + head
            + keys
            + picture
            + events
            + notes
            + 24 * lines(&told.words.headline.sentence, 17, false)
            + 32
            + foot
            + 40
    };
    let rounded = |height: i32| (height * 106 / 100 + 9) / 10 * 10;
    // The narrow drawing is shown up to a frame of 496 px, and is highest from 404 px on.
    let narrow = needed(340 - 16, Width::Narrow, 20).max(needed(404 - 16, Width::Narrow, 20));
    let (narrow, wide) = (rounded(narrow), rounded(needed(600 - 16, Width::Medium, 22)));
    (narrow.max(wide), wide)
}

/// The height as CSS: that of a phone up to 500 px of the window, falling to that of a column at 600 px.
fn height_style(narrow: i32, wide: i32) -> String {
    match narrow > wide {
        true => {
            // A line through (500, narrow) and (600, wide).
            let slope = narrow - wide;
            let base = narrow + slope * 5;
            format!("height:clamp({wide}px,calc({base}px - {slope}vw),{narrow}px)")
        }
        false => format!("height:{wide}px"),
    }
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
            let records = [
                (".csv", csv(&told.answer, lang, Dialect::Rfc4180, &provenance)),
                (".excel.csv", csv(&told.answer, lang, Dialect::GermanExcel, &provenance)),
                (".json", json(&told.answer, lang, &provenance)),
                (".svg", drawn),
            ];
            files.extend(records.map(|(ending, text)| (format!("{base}{ending}"), text.into_bytes())));
            if let Some(drawn) = preview(&told, lang) {
                files.push((format!("{base}.png"), self.painter.png(&drawn)?));
            }
            let frame = self.frame_code(own, &told, lang);
            files.push((format!("{base}/index.html"), self.page(own, &told, lang, &frame.code).into_bytes()));
            let path = folder(lang, &format!("embed/{}/index.html", own.id));
            files.push((path, self.embed(own, told.clone(), lang).into_bytes()));
            let oembed = folder(lang, &format!("oembed/{}.json", own.id));
            files.push((oembed, self.oembed(own, &told, lang, &frame).into_bytes()));
        }
        Ok(files)
    }

    /// The page.
    fn page(&self, own: &Card, told: &Arc<Content>, lang: Lang, frame_code: &str) -> String {
        let path = format!("cards/{}/", own.id);
        let folder_of = |path: &str| folder(lang, path);
        let (url, headline) = (&self.config.url, &told.words.headline);
        let files =
            [("SVG", ".svg"), ("PNG", ".png"), ("CSV", ".csv"), (ui(lang).csv_excel, ".excel.csv"), ("JSON", ".json")];
        let address = format!("{url}{}", folder_of(&path));
        let image = format!("{url}{}", folder_of(&format!("cards/{}.svg", own.id)));
        let main = CardPage {
            content: told.clone(),
            home: format!("{}{}", up(&folder_of(&path)), folder_of("")),
            sources: sources(&told.answer.sources(), lang),
            more: self.more(told, &up(&folder_of(&path)), lang),
            terms: self.terms(lang),
            files: files.map(|(name, ending)| (name, format!("../{}{ending}", own.id))).to_vec(),
            codes: [frame_code.to_owned(), picture(told, address, image)],
        };
        let mut page = page(lang, &path, &headline.title, &format!("{} {}", headline.sentence, headline.definition));
        let image = format!("{url}{}", folder_of(&format!("cards/{}.png", own.id)));
        page.preview = Preview { image, size: SIZE };
        let oembed = format!("{url}{}", folder_of(&format!("oembed/{}.json", own.id)));
        page.oembed = Some((oembed, headline.title.clone()));
        page.linked_data = Some(self.linked_data(own, told, lang));
        shell(self.config, self.shared, &page).html(&page, || card(main))
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

    /// The iframe for a page of others.
    fn frame_code(&self, own: &Card, told: &Content, lang: Lang) -> FrameCode {
        let address = format!("{}{}", self.config.url, folder(lang, &format!("embed/{}/", own.id)));
        let (narrow, wide) = embed_heights(told, lang);
        let style = height_style(narrow, wide);
        FrameCode { code: iframe(address, told.words.headline.title.clone(), lang, wide, style), height: wide }
    }

    /// The answer to oEmbed discovery.
    fn oembed(&self, own: &Card, told: &Content, lang: Lang, code: &FrameCode) -> String {
        let image = format!("{}{}", self.config.url, folder(lang, &format!("cards/{}.png", own.id)));
        let found = serde_json::json!({
            "type": "rich",
            "version": "1.0",
            "title": told.words.headline.title,
            "provider_name": header(lang).site,
            "provider_url": self.config.url,
            "html": code.code,
            "width": 600,
            "height": code.height,
            "thumbnail_url": image,
            "thumbnail_width": SIZE.0,
            "thumbnail_height": SIZE.1,
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

    /// The embed: a page without any script, its styles inside, open to any frame.
    fn embed(&self, own: &Card, told: Arc<Content>, lang: Lang) -> String {
        let root = up(&folder(lang, &format!("embed/{}/", own.id)));
        let card = folder(lang, &format!("cards/{}/", own.id));
        embed(EmbedPage {
            content: told,
            home: format!("{root}{}", folder(lang, "")),
            card: [format!("{root}{card}"), format!("{}{card}", self.config.url)],
            root,
            style: self.embed_style.to_owned(),
            style_hash: integrity(self.embed_style.as_bytes()),
        })
    }
}
