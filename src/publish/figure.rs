//! A figure on a page without script: the same heading, pictures, sentence, source and table as in the app.

use super::cards::Told;
use crate::chart::Width;
use crate::output::{FigureIds, FigureText, drawings, escape, table};
use crate::question::Lang;
use crate::words::{cut, fixed, pick, ui};

/// The ids of the figure.
const IDS: FigureIds = FigureIds { title: "title", keys: "keys" };

/// What differs between a card and an embed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// On its own page.
    Card,
    /// In a page of others.
    Embed,
}

/// The figure. `root` leads from its page to the start page of its language.
pub fn figure(told: &Told, lang: Lang, root: &str, used: Use) -> String {
    let text = FigureText::of(&told.answer, &told.question, lang, IDS);
    let words = fixed(lang);
    // Without a script the arrow keys do nothing: the help for them goes, and with it the Tab stops.
    let head = cut(&text.head, r#"<p class="visually-hidden" id="keys">"#).map_or(text.head.as_str(), |(head, _)| head);
    let head = head.replacen("<h2 ", "<h1 ", 1).replacen("</h2>", "</h1>", 1).replacen(r#" tabindex="-1""#, "", 1);
    let pictures = drawings(&told.answer, lang, &Width::ALL, "keys")
        .replace(r#" tabindex="0""#, "")
        .replace(r#" tabindex="-1""#, "")
        .replace(r#" aria-describedby="keys""#, "");
    let about = cut(&text.foot, r#"<div class="take">"#).map_or("", |(about, _)| about);
    // Of the details only what counts: how to read it speaks of keys.
    let counted = cut(about, "</details>").map(|(counted, _)| format!("{counted}</details>")).unwrap_or_default();
    let counted = if used == Use::Card { counted.replacen("<details>", "<details open>", 1) } else { counted };
    let rows = plain_table(&table(&told.answer, lang, None));
    let open = if used == Use::Card { " open" } else { "" };
    let (chart, measure, period, area) = (text.chart, escape(&text.measure), escape(&text.period), escape(&text.area));
    let html = format!(
        r#"<figure class="figure" id="figure" aria-labelledby="title" data-chart="{chart}" data-measure="{measure}" data-period="{period}" data-area="{area}"><div class="head">{head}</div><div class="drawings">{pictures}</div><div class="text">{}</div><figcaption><div class="sources">{}</div><div class="actions"><details class="data"{open}><summary>{}</summary><div class="table" role="region" tabindex="0" aria-label="{}"><div class="rows">{rows}</div></div></details><div class="foot">{counted}</div></div></figcaption></figure>"#,
        with_sentence(&text.text, &told.headline.sentence),
        text.source,
        escape(words.table),
        escape(words.table),
    );
    // The heading of the page is that of the figure: the next level follows.
    let html = html.replace("<h3>", "<h2>").replace("</h3>", "</h2>");
    // Nobody has chosen a state here: it is marked, not the reader's.
    let (mine, marked) = (ui(lang), pick(lang, "Hervorgehoben", "Highlighted"));
    let html = html.replace(mine.key_my_state, marked).replace(&format!("({})", mine.my_state), &format!("({marked})"));
    html.replace(r#" data-ask href="./"#, &format!(r#" href="{root}"#)).replace(" data-ask", "")
}

/// The text of a figure with the sentence of its card.
fn with_sentence(html: &str, sentence: &str) -> String {
    let start = r#"<p class="sentence">"#;
    match cut(html, start).and_then(|(before, rest)| Some((before, cut(rest, "</p>")?.1))) {
        Some((before, after)) => format!("{before}{start}{}</p>{after}", escape(sentence)),
        None => html.to_owned(),
    }
}

/// The table without its buttons: without a script nothing sorts.
fn plain_table(html: &str) -> String {
    let mut plain = String::new();
    let mut rest = html;
    while let Some((before, after)) = cut(rest, "<button") {
        plain.push_str(before);
        let inner = cut(after, ">").map_or("", |(_, inner)| inner);
        match cut(inner, "</button>") {
            Some((label, after)) => {
                plain.push_str(label);
                rest = after;
            }
            None => rest = inner,
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_lose_their_buttons_only() {
        let html = r#"<th><button type="button" data-sort="0">Land</button></th><th>x</th>"#;
        assert_eq!(plain_table(html), "<th>Land</th><th>x</th>");
    }
}
