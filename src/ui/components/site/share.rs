//! The page with the codes for pages of others. `share.js` fills it, and opens its part as a dialog elsewhere.

use crate::question::{Lang, Theme};
use crate::ui::components::item::Item;
use crate::ui::components::select::framed;
use crate::ui::state::{Choice, Group};
use crate::words::{header, share};
use leptos::prelude::*;

/// What the page is made of.
#[derive(Debug, Clone)]
pub struct SharePage {
    /// Language.
    pub lang: Lang,
    /// Way to the root of the site.
    pub root: String,
    /// Address of the site.
    pub url: String,
    /// Way to the pages of the charts.
    pub cards: String,
    /// Slugs and names of the states.
    pub states: Vec<(String, String)>,
    /// How a chart is cited, with places for what is known in the browser: in words, as a data set, for BibTeX.
    pub citations: [String; 3],
    /// The paragraph for a privacy notice.
    pub privacy: String,
}

/// A radio button or a box with words, and what it means.
fn pick(kind: &'static str, name: &'static str, value: &'static str, is_on: bool, words: [&'static str; 2]) -> Item {
    let [title, means] = words;
    let input = Item::new("input").attr("type", kind).attr("name", name).attr("value", value).flag("checked", is_on);
    let means = (!means.is_empty()).then(|| Item::new("span").class("means").text(": ").text(means));
    Item::new("label").class("pick").child(input).child(Item::new("span").text(title).children(means))
}

fn group(legend: &'static str, picks: impl IntoIterator<Item = Item>) -> Item {
    Item::new("fieldset").child(Item::new("legend").text(legend)).children(picks)
}

fn select(name: &'static str, label: &'static str, choices: &[(&str, &str)], chosen: &str) -> Item {
    let id = format!("share-{name}");
    let choice = |(value, words): &(&str, &str)| Choice {
        value: (*value).to_owned(),
        words: (*words).to_owned(),
        is_chosen: *value == chosen,
    };
    let group = Group { heading: "", choices: choices.iter().map(choice).collect() };
    let label = Item::new("label").class("kern-label").attr("for", id.clone()).text(label);
    Item::new("div").class("kern-form-input").attr("data-field", name).child(label).child(framed(id, name, &[group]))
}

/// A text to be copied: its label and its button.
fn code(id: &'static str, label: &'static str, rows: &'static str, template: String, lang: Lang) -> Item {
    let words = share(lang);
    // The code of the choices is what the form makes.
    let kind = if id == "share-code" { "submit" } else { "button" };
    let area = Item::new("textarea").attr("id", id).class("code").flag("readonly", true).attr("rows", rows);
    let area = area.attr("spellcheck", "false").attr("data-template", template);
    let button = Item::new("button").attr("type", kind).class("copy").attr("data-copy", id).text(words.copy);
    let button = button.child(Item::new("span").class("visually-hidden").text(" ").text(label));
    let label = Item::new("label").attr("for", id).text(label);
    Item::new("div").class("copied").child(Item::new("p").child(label).child(button)).child(area)
}

fn choices(page: &SharePage) -> Item {
    let (words, names) = (share(page.lang), header(page.lang));
    let box_of = |value, title, is_on| pick("checkbox", "parts", value, is_on, [title, ""]);
    let parts = [
        box_of("title", words.part_title, true),
        box_of("sentence", words.part_sentence, true),
        box_of("controls", words.part_controls, false),
        box_of("table", words.part_table, true),
        box_of("source", words.part_source, true),
    ];
    let states = page.states.iter().map(|(slug, name)| (slug.as_str(), name.as_str()));
    let states: Vec<(&str, &str)> = [("none", words.nobody)].into_iter().chain(states).collect();
    let themes = [(Theme::Auto, words.theme_auto), (Theme::Light, names.theme_light), (Theme::Dark, names.theme_dark)];
    let themes = themes.map(|(theme, words)| (theme.name(), words));
    let widths = [
        ("320", "320 px"),
        ("360", "360 px"),
        ("480", "480 px"),
        ("600", "600 px"),
        ("720", "720 px"),
        ("860", "860 px"),
    ];
    let time = [
        pick("radio", "time", "live", true, [words.live, words.live_means]),
        pick("radio", "time", "frozen", false, [words.frozen, words.frozen_means]),
    ];
    let kinds = [
        pick("radio", "kind", "script", true, [words.kind_script, words.kind_script_means]),
        pick("radio", "kind", "frame", false, [words.kind_frame, words.kind_frame_means]),
        pick("radio", "kind", "element", false, [words.kind_element, words.kind_element_means]),
        pick("radio", "kind", "picture", false, [words.kind_picture, words.kind_picture_means]),
    ];
    let selects = [
        select("focus", words.highlight, &states, "nw"),
        select("theme", names.theme, &themes, "auto"),
        select("lang", words.lang, &[("de", "Deutsch"), ("en", "English")], page.lang.name()),
        select("width", words.width, &widths, "600"),
    ];
    let form =
        Item::new("div").class("choices").child(group(words.time, time)).child(group(words.parts, parts).class("pair"));
    let form = form.child(Item::new("div").class("fields").children(selects));
    form.child(group(words.kind, kinds)).child(Item::new("p").class("note").attr("hidden", "").text(words.no_picture))
}

/// The main part of the page.
pub fn share_page(page: SharePage) -> impl IntoView {
    let (lang, words) = (page.lang, share(page.lang));
    let choices = choices(&page);
    let host = page.url.trim_end_matches('/').to_owned();
    let policy = format!("frame-src {host}; script-src {host}; img-src {host}");
    let [text, apa, bibtex] = page.citations;
    let cite = crate::words::fixed(lang);
    let said = |name: &'static str, words: &'static str| (name, words);
    let strings = [
        said("data-close", words.close),
        said("data-copied", words.copied),
        said("data-marked", words.marked),
        said("data-not-copied", words.not_copied),
        said("data-measuring", words.measuring),
        said("data-failed", words.failed),
    ];
    let frame = Item::new("iframe").attr("title", words.preview).attr("hidden", "");
    let part = Item::new("div").attr("id", "share").class("share").attr("hidden", "");
    let part = strings.into_iter().fold(part, |part, (name, words)| part.attr(name, words));
    let part = part.attr("data-root", page.root).attr("data-url", page.url).attr("data-lang", lang.name());
    let preview = Item::new("div").class("preview").attr("role", "group").attr("aria-labelledby", "share-preview");
    // A frame wider than a phone is moved by the arrow keys.
    let preview = preview.attr("tabindex", "0");
    let preview = preview.child(Item::new("h2").attr("id", "share-preview").text(words.preview)).child(frame);
    let send = Item::new("button").attr("type", "button").class("send").attr("hidden", "").text(words.send);
    let image = Item::new("button").attr("type", "button").class("image").attr("hidden", "").text(words.copy_picture);
    let citing = Item::new("details").child(Item::new("summary").text(cite.cite));
    let citing = citing.child(code("share-text", cite.cite_text, "3", text, lang));
    let citing = citing.child(code("share-apa", "APA", "3", apa, lang));
    let citing = citing.child(code("share-bibtex", "BibTeX", "10", bibtex, lang));
    let hosting = Item::new("details").child(Item::new("summary").text(words.host));
    let hosting = hosting.child(Item::new("p").text(page.privacy)).child(Item::new("p").text(words.policy));
    let hosting = hosting.child(Item::new("pre").child(Item::new("code").text(policy)));
    let codes = Item::new("div").class("codes").child(code("share-code", words.kind, "4", String::new(), lang));
    let codes = codes.child(code("share-address", words.address, "2", String::new(), lang)).child(image).child(send);
    let codes = codes.child(citing).child(hosting);
    let status = Item::new("p").class("status").attr("role", "status");
    let asked = Item::new("form").class("asked").child(choices).child(codes);
    let part = part.child(asked).child(preview).child(status);
    view! {
        <h1>{words.title}</h1>
        <p class="prose">{words.lead}</p>
        <p class="no-script">{words.no_script}" "<a class="kern-link" href=page.cards>{crate::words::names(lang).cards}</a></p>
        {part}
    }
}
