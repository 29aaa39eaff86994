//! The files of a card: its page, its embed, picture, preview and records, in both languages.

use super::PublishError;
use super::cards::{Card, Told, tell};
use super::config::Config;
use super::figure::{Use, figure};
use super::png::{Painter, SIZE, preview};
use super::shell::{Page, Shell, folder, source_items, up};
use super::site::integrity;
use crate::answer::Answer;
use crate::chart::{Scene, Width, draw, text_width};
use crate::data::Dataset;
use crate::output::{Dialect, Provenance, Theme, csv, escape, json, source_line, svg};
use crate::question::Lang;
use crate::words::{Named, fixed, frame};

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
    /// The frame of pages.
    pub shell: &'a Shell<'a>,
    /// The styles of embeds.
    pub embed_style: &'a str,
    /// The painter of previews.
    pub painter: &'a Painter,
}

/// Heights of an embed, in CSS pixels, that are enough from 340 px and from 600 px of width on, with a little room, rounded up to tens.
/// Static frames cannot tell their host how high they are: text is measured as the drawings measure it.
pub fn embed_heights(told: &Told, lang: Lang) -> (i32, i32) {
    let needed = |room: i32, width: Width, title: i32| {
        let lines = |text: &str, size: i32, bold: bool| {
            let count = crate::words::lines(text, size, bold, room, text_width).len();
            i32::try_from(count).unwrap_or(1)
        };
        let scale = |scene: &Scene| scene.height * room.min(388.max(width.units() * 135 / 100)) / scene.width;
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
        let head = title * 125 / 100 * lines(&told.headline.title, title, true)
            + 24 * lines(&told.headline.definition, 16, false);
        let keys = 28 * (4 * 240 / room + 1);
        let foot = 22 * lines(&source_line(&told.answer, lang), 15, false) + 22 * 3 + 44 + 60;
        24 + head + keys + picture + events + notes + 24 * lines(&told.headline.sentence, 17, false) + 32 + foot + 40
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
    pub fn files(&self, card: &Card) -> Result<Vec<(String, Vec<u8>)>, PublishError> {
        let mut files = Vec::new();
        for lang in [Lang::De, Lang::En] {
            let told = tell(card, self.data, lang);
            let base = folder(lang, &format!("cards/{}", card.id));
            let address = format!("{}{base}/", self.shell.config.url);
            let provenance = Provenance { address: address.clone(), version: self.data.version() };
            let picture = svg(&told.answer, lang, Width::Wide, Theme::Light, Some(&address)).unwrap_or_default();
            let records = [
                (".csv", csv(&told.answer, lang, Dialect::Rfc4180, &provenance)),
                (".excel.csv", csv(&told.answer, lang, Dialect::GermanExcel, &provenance)),
                (".json", json(&told.answer, lang, &provenance)),
                (".svg", picture),
            ];
            files.extend(records.map(|(ending, text)| (format!("{base}{ending}"), text.into_bytes())));
            if let Some(drawn) = preview(&told, lang) {
                files.push((format!("{base}.png"), self.painter.png(&drawn)?));
            }
            let frame = self.frame_code(card, &told, lang);
            files.push((format!("{base}/index.html"), self.page(card, &told, lang, &frame.code).into_bytes()));
            let embed = folder(lang, &format!("embed/{}/index.html", card.id));
            files.push((embed, self.embed(card, &told, lang).into_bytes()));
            let oembed = folder(lang, &format!("oembed/{}.json", card.id));
            files.push((oembed, self.oembed(card, &told, lang, &frame).into_bytes()));
        }
        Ok(files)
    }

    /// The page.
    fn page(&self, card: &Card, told: &Told, lang: Lang, frame_code: &str) -> String {
        let path = format!("cards/{}/", card.id);
        let own = folder(lang, &path);
        let root = up(&own);
        let home = format!("{root}{}", folder(lang, ""));
        let words = fixed(lang);
        let url = &self.shell.config.url;
        let image = folder(lang, &format!("cards/{}.png", card.id));
        let description = format!("{} {}", told.headline.sentence, told.headline.definition);
        let names = [
            ("SVG", ".svg"),
            ("PNG", ".png"),
            ("CSV", ".csv"),
            (crate::words::ui(lang).csv_excel, ".excel.csv"),
            ("JSON", ".json"),
        ];
        let files: String = names
            .map(|(name, ending)| format!(r#"<li><a href="../{}{ending}" download>{}</a></li>"#, card.id, escape(name)))
            .concat();
        let query = told.question.to_query(lang);
        let explore = if query.is_empty() { home.clone() } else { format!("{home}?{}", escape(&query)) };
        let picture_code = format!(
            r#"<figure><a href="{url}{own}"><img src="{url}{}" alt="{}" width="860" loading="lazy"></a><figcaption>{}</figcaption></figure>"#,
            folder(lang, &format!("cards/{}.svg", card.id)),
            escape(&format!("{}. {}", told.headline.title, told.headline.sentence)),
            escape(&source_line(&told.answer, lang))
        );
        let code = |id: &str, label: &str, text: &str| {
            format!(
                r#"<p><label for="{id}">{}</label></p><textarea id="{id}" class="code" readonly rows="5" spellcheck="false">{}</textarea>"#,
                escape(label),
                escape(text)
            )
        };
        let body = format!(
            r#"{}
<section aria-labelledby="sources"><h2 id="sources">{}</h2><ul class="prose sources">{}</ul><p class="prose">{}</p></section>
<p class="explore"><a class="kern-link" href="{explore}">{}</a></p>
<section aria-labelledby="files"><h2 id="files">{}</h2><ul class="files">{files}</ul></section>
<section aria-labelledby="embedding"><h2 id="embedding">{}</h2><p>{}</p>{}{}</section>
<p><a class="kern-link" href="../">{}</a></p>"#,
            figure(told, lang, &home, Use::Card),
            escape(words.sources),
            source_items(&told.answer.sources(), lang),
            escape(&self.terms(lang)),
            escape(words.explore),
            escape(words.files),
            escape(words.embed),
            escape(words.embed_help),
            code("code-frame", words.embed_frame, frame_code),
            code("code-picture", words.embed_picture, &picture_code),
            escape(words.all_cards),
        );
        let head = format!(
            r#"<link rel="alternate" type="application/json+oembed" href="{url}{}" title="{}">
<script type="application/ld+json">{}</script>"#,
            folder(lang, &format!("oembed/{}.json", card.id)),
            escape(&told.headline.title),
            self.linked_data(card, told, lang)
        );
        self.shell.html(&Page {
            path: &path,
            lang,
            title: &told.headline.title,
            description: &description,
            image: &image,
            head: &head,
            body: &body,
            has_other: true,
        })
    }

    /// The state of the data and the terms of use.
    fn terms(&self, lang: Lang) -> String {
        let day = self.data.version().map(|day| crate::words::day(day, lang)).unwrap_or_default();
        crate::words::say(
            lang,
            "Datenstand: {0}. Bild, Tabelle und Dateien dürfen mit Quellenangabe frei verwendet werden (EUPL-1.2); die Rechte an den Quellen liegen bei ihren Herausgebern.",
            "Data version: {0}. Picture, table and files may be used freely with the source named (EUPL-1.2); the rights in the sources are with their publishers.",
            &[&day],
        )
    }

    /// The iframe for a page of others.
    fn frame_code(&self, card: &Card, told: &Told, lang: Lang) -> FrameCode {
        let address = format!("{}{}", self.shell.config.url, folder(lang, &format!("embed/{}/", card.id)));
        let (narrow, wide) = embed_heights(told, lang);
        let style = height_style(narrow, wide);
        let code = format!(
            r#"<iframe src="{address}" title="{}" lang="{}" loading="lazy" width="100%" height="{wide}" style="border:0;width:100%;{style}"></iframe>"#,
            escape(&told.headline.title),
            lang.name()
        );
        FrameCode { code, height: wide }
    }

    /// The answer to oEmbed discovery.
    fn oembed(&self, card: &Card, told: &Told, lang: Lang, code: &FrameCode) -> String {
        let config: &Config = self.shell.config;
        let image = format!("{}{}", config.url, folder(lang, &format!("cards/{}.png", card.id)));
        let found = serde_json::json!({
            "type": "rich",
            "version": "1.0",
            "title": told.headline.title,
            "provider_name": frame(lang).site,
            "provider_url": config.url,
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
    fn linked_data(&self, card: &Card, told: &Told, lang: Lang) -> String {
        let url = &self.shell.config.url;
        let base = folder(lang, &format!("cards/{}", card.id));
        let sources = told.answer.sources();
        let based: Vec<_> = sources.iter().filter(|source| !source.url.is_empty()).map(|source| &source.url).collect();
        let file = |ending: &str, kind: &str| serde_json::json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": format!("{url}{base}{ending}") });
        let found = serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": told.headline.title,
            "description": format!("{} {}", told.headline.definition, told.headline.sentence),
            "url": format!("{url}{base}/"),
            "inLanguage": lang.name(),
            "isAccessibleForFree": true,
            "license": "https://eupl.eu/1.2/de/",
            "dateModified": self.data.version().map(|day| day.to_string()),
            "creator": { "@type": "Organization", "name": self.shell.config.operator.name },
            "isBasedOn": based,
            "distribution": [file(".csv", "text/csv"), file(".json", "application/json"), file(".svg", "image/svg+xml")],
        });
        // A script element ends at "</", whatever stands around it.
        found.to_string().replace("</", "<\\/")
    }

    /// The embed: a page without any script, its styles inside, open to any frame.
    fn embed(&self, card: &Card, told: &Told, lang: Lang) -> String {
        let own = folder(lang, &format!("embed/{}/", card.id));
        let root = up(&own);
        let url = &self.shell.config.url;
        let (page, site) =
            (format!("{root}{}", folder(lang, &format!("cards/{}/", card.id))), escape(frame(lang).site));
        let hash = integrity(self.embed_style.as_bytes());
        let html = figure(told, lang, &format!("{root}{}", folder(lang, "")), Use::Embed);
        // Every link leaves the frame, whether it had a relation before or not.
        let html = html.replace(r#" rel="noopener noreferrer""#, "");
        let html = html.replace("<a ", r#"<a target="_blank" rel="noopener noreferrer" "#);
        let style = self.embed_style;
        format!(
            r#"<!doctype html>
<html lang="{}" data-state="static">
<head>
<meta charset="utf-8">
<title>{}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{hash}'; img-src 'self'; base-uri 'none'; form-action 'none'">
<link rel="canonical" href="{url}{}">
<link rel="icon" type="image/svg+xml" href="{root}icon.svg">
<style>{style}</style>
</head>
<body class="embed">
<main>{html}<p class="brand"><a href="{page}" target="_blank" rel="noopener">{site}</a></p></main>
</body>
</html>
"#,
            lang.name(),
            escape(&told.headline.title),
            folder(lang, &format!("cards/{}/", card.id)),
        )
    }
}
