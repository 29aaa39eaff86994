//! The start pages: the app's page with its first charts, its styles and its boot guard inside, so that a chart comes with
//! the first round trip.

use super::PublishError;
use super::config::Config;
use super::shell::{folder, or_here, up};
use super::site::{Data, Site, integrity};
use crate::data::{Dataset, Date};
use crate::output::escape;
use crate::question::{Lang, Question};
use crate::ui::view::{self, page_html};
use crate::words::{fixed, footer_links, frame};
use std::path::Path;
use std::sync::Arc;

/// What start pages are made of.
pub struct Start<'a> {
    /// The template as Trunk has made it.
    pub template: &'a str,
    /// The styles that the page needs before any script.
    pub critical: &'a str,
    /// Name of the style sheet with all styles.
    pub style: &'a str,
    /// The boot guard.
    pub boot: &'a str,
    /// Name of the starter.
    pub start: &'a str,
    /// Folder with the code.
    pub to: &'a Path,
    /// The operator.
    pub config: &'a Config,
    /// Name of the script that links numbers to their lists.
    pub services: &'a str,
}

/// The banner of invented data; it cannot be closed.
pub fn banner(lang: Lang, exit: &str) -> String {
    let words = fixed(lang);
    let link = match exit {
        "" => String::new(),
        exit => format!(r#" <a href="{exit}">{}</a>"#, escape(words.sample_exit)),
    };
    format!(r#"<p class="note sample">{}{link}</p>"#, escape(words.sample))
}

impl Start<'_> {
    /// The pages of both languages for a package; `base` is empty, or `sample/`; `listed` is the day for which the package has
    /// lists of services.
    pub fn pages(
        &self,
        data: &Arc<Dataset>,
        published: &Data,
        base: &str,
        listed: Option<Date>,
    ) -> Result<Site, PublishError> {
        let mut site = Site::new();
        // The English page of another site lies inside it, so that links between the languages stay the same.
        for (lang, own, root) in [(Lang::De, base.to_owned(), ""), (Lang::En, format!("{base}en/"), "../")] {
            let mut html = self.page(data, published, lang, &own, root)?;
            if let Some(day) = listed {
                html = html.replacen("</head>", &(self.lists(lang, &own, day) + "</head>"), 1);
            }
            site.insert(format!("{own}index.html"), html.into_bytes());
        }
        Ok(site)
    }

    fn page(
        &self,
        data: &Arc<Dataset>,
        published: &Data,
        lang: Lang,
        own: &str,
        root: &'static str,
    ) -> Result<String, PublishError> {
        let strings = frame(lang);
        let site = view::Site { data: data.clone(), lang, root };
        let title = format!("{} – {}", strings.page_title, strings.site);
        let (top, url, is_sample) = (up(own), &self.config.url, own.starts_with("sample/"));
        let title = match is_sample {
            true => format!("{title} ({})", fixed(lang).sample_short),
            false => title,
        };
        let template = &self.in_language(lang)?;
        let marks = [
            ("%lang%", lang.name().to_owned()),
            ("%title%", escape(&title)),
            ("%description%", escape(strings.description)),
            ("%failed%", escape(crate::words::ui(lang).failed)),
            ("%reload%", escape(strings.reload)),
            ("%release%", format!("./{}", published.release)),
            ("%release-integrity%", published.integrity.clone()),
            ("%wasm-integrity%", self.wasm_integrity(template)?),
            ("%styles%", format!("./{}", self.style)),
            ("%style-hash%", integrity(self.critical.as_bytes())),
            ("%boot-hash%", integrity(self.boot.as_bytes())),
        ];
        let mut html = template.clone();
        for (mark, text) in marks {
            html = self.replace(&html, mark, &text)?;
        }
        html = self.replace(&html, "./start.js", &format!("./{}", self.start))?;
        // Addresses of the template begin with "./"; a page in a folder goes up first.
        html = html.replace("=\"./", &format!("=\"{}", or_here(&top)));
        let style = html.split("<link rel=\"stylesheet\"").nth(1).and_then(|rest| rest.split('>').next());
        let style = style.map(|rest| format!("<link rel=\"stylesheet\"{rest}>"));
        let style = style.ok_or_else(|| self.missing("style-*.css"))?;
        html = html.replace(&style, &format!("<style>{}</style>", self.critical));
        let boot = format!("<script src=\"{}boot.js\"></script>", or_here(&top));
        if !html.contains(&boot) {
            return Err(self.missing("boot.js"));
        }
        html = html.replace(&boot, &format!("<script>{}</script>", self.boot));
        let head = match is_sample {
            true => r#"<meta name="robots" content="noindex">"#.to_owned(),
            false => format!(
                r#"<link rel="canonical" href="{url}{own}"><link rel="alternate" hreflang="de" href="{url}"><link rel="alternate" hreflang="en" href="{url}en/"><meta property="og:title" content="{}"><meta property="og:image" content="{url}{}">"#,
                escape(strings.page_title),
                folder(lang, "cards/ranking-ozg-land-statewide-2025-01.png")
            ),
        };
        html = self.replace(&html, "<!--%head%-->", &head)?;
        let mut page = page_html(site, Question::default());
        if is_sample {
            // Pages of the real site lie outside.
            let home = format!("{top}{}", folder(lang, ""));
            for (path, _) in footer_links(lang) {
                page = page.replace(&format!("href=\"{path}\""), &format!("href=\"{home}{path}\""));
            }
            page = page.replace(&escape(strings.independent), &escape(fixed(lang).sample));
            html = html.replacen("<html ", "<html data-sample ", 1);
            page = banner(lang, &home) + &page;
        }
        self.replace(&html, "<!--%page%-->", &page)
    }

    /// The script that links each number to its list; `day` is the one for which there are lists.
    fn lists(&self, lang: Lang, own: &str, day: Date) -> String {
        let (words, top) = (fixed(lang), up(own));
        let base = own.strip_suffix("en/").filter(|_| lang == Lang::En).unwrap_or(own);
        let target = format!("{top}{}", folder(lang, &format!("{base}services/")));
        let (word, head) = (words.list_of, crate::words::ui(lang).value);
        format!(
            r#"<script id="services" type="module" src="{}{}" data-services="{target}" data-month="{}" data-word="{word}" data-head="{head}"></script>"#,
            or_here(&top),
            self.services,
            day.month()
        )
    }

    fn missing(&self, mark: &'static str) -> PublishError {
        PublishError::Template(self.to.join("index.html"), mark)
    }

    /// The template with the module of the language: Trunk builds the German one and names it; the English one stands beside it.
    fn in_language(&self, lang: Lang) -> Result<String, PublishError> {
        let german = self.template.split("data-js=\"./").nth(1).and_then(|rest| rest.split(".js\"").next());
        let german = german.ok_or_else(|| self.missing("data-js"))?;
        if lang == Lang::De {
            return Ok(self.template.to_owned());
        }
        let entries = std::fs::read_dir(self.to).map_err(|error| PublishError::File(self.to.to_owned(), error))?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut stems = names.filter_map(|name| Some(name.strip_suffix(".js")?.to_owned()));
        let english = stems.find(|stem| stem.starts_with("app-en-")).ok_or_else(|| self.missing("app-en-*.js"))?;
        Ok(self.template.replace(german, &english))
    }

    fn replace(&self, html: &str, mark: &'static str, text: &str) -> Result<String, PublishError> {
        if html.contains(mark) { Ok(html.replace(mark, text)) } else { Err(self.missing(mark)) }
    }

    /// The hash of the WebAssembly module that the template names.
    fn wasm_integrity(&self, template: &str) -> Result<String, PublishError> {
        let name = template.split("data-wasm=\"./").nth(1).and_then(|rest| rest.split('"').next());
        let path = self.to.join(name.ok_or_else(|| self.missing("data-wasm"))?);
        let bytes = std::fs::read(&path).map_err(|error| PublishError::File(path, error))?;
        Ok(integrity(&bytes))
    }
}
