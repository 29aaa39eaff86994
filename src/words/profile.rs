//! The words of a profile, and of counts side by side.

use super::say::fill;
use super::{Headline, Named, RankingWords, list, observation_date, pick, rank_of, say, value_column};
use crate::answer::{Facets, Profile, RankInterval, Ranking};
use crate::data::sort_by;
use crate::question::Lang;

/// The finding of a profile in plain words: where the state leads, or which ranks it certainly has among all states; where
/// none is certain, the narrowest.
fn profile_title(name: &str, ranks: &[RankInterval], strips: usize, lang: Lang) -> String {
    let leads = ranks.iter().filter(|rank| (rank.best, rank.worst) == (1, 1)).count();
    let most = ranks.iter().map(|rank| rank.of).max().unwrap_or_default();
    let mut certain: Vec<usize> = Vec::new();
    for rank in ranks.iter().filter(|rank| rank.of == most && rank.is_certain()) {
        if !certain.contains(&rank.best) {
            certain.push(rank.best);
        }
    }
    sort_by(&mut certain, |a, b| a.cmp(b));
    let certain: Vec<String> = certain.iter().map(usize::to_string).collect();
    let narrowest = ranks.iter().filter(|rank| rank.of == most).min_by_key(|rank| rank.worst - rank.best);
    let [leading, ranked, all, most] = [leads, ranks.len(), strips, most].map(|number| number.to_string());
    let words = match (certain.len(), leads, narrowest) {
        (_, _, None) => pick(lang, "{0}: Zählungen mit Angabe: {3}", "{0}: counts with a figure: {3}"),
        (_, 2.., _) if leads == ranks.len() => {
            pick(lang, "{0}: in allen {2} Zählungen mit Rang vorn", "{0}: leads in all {2} ranked counts")
        }
        (_, 1.., _) if ranks.len() > 1 => {
            pick(lang, "{0}: in {1} von {2} Zählungen mit Rang vorn", "{0}: leads in {1} of {2} ranked counts")
        }
        (0, _, Some(rank)) => return format!("{name}: {}", super::rank_short(*rank, lang)),
        (1, ..) => pick(lang, "{0}: Rang {5} von {4}", "{0}: rank {5} of {4}"),
        _ => pick(lang, "{0}: je nach Zählung Rang {5} von {4}", "{0}: rank {5} of {4}, depending on the count"),
    };
    fill(words, &[name, &leading, &ranked, &all, &most, &certain.join(pick(lang, " oder ", " or "))])
}

/// The words of a profile: the newest figure of each count, with its month, and its rank where there is one.
pub(super) fn profile(found: &Profile, lang: Lang) -> Headline {
    let name = found.place.name(lang);
    let figure = |strip: &Ranking| strip.focus_row().and_then(|row| row.figure.clone());
    let ranks: Vec<RankInterval> = found.strips.iter().filter_map(|strip| figure(strip)?.rank).collect();
    let sentence = |strip: &Ranking| {
        let figure = figure(strip)?;
        let (value, date) =
            (value_column(figure.value, figure.unit, lang), observation_date(&figure.observation, lang));
        let rank = figure.rank.map(|rank| format!(", {}", rank_of(rank, lang))).unwrap_or_default();
        Some(format!("{}: {value} ({date}){rank}.", strip.measure.name(lang)))
    };
    let sentences: Vec<String> = found.strips.iter().filter_map(sentence).collect();
    let (strips, own) = (found.strips.len().to_string(), found.own.len().to_string());
    let definition = say(
        lang,
        "{0} · Zählungen: {1} vergleichbar, {2} für sich",
        "{0} · counts: {1} comparable, {2} on their own",
        &[name, &strips, &own],
    );
    Headline { title: profile_title(name, &ranks, found.strips.len(), lang), definition, sentence: sentences.join(" ") }
}

/// Where a state stands in a count: the value, and its date with its rank ("Anfang 2023 · Rang 13 von 16"). The date is that of
/// the figure, without what is remarked about it.
pub fn standing(found: Option<&Ranking>, lang: Lang) -> [String; 2] {
    let Some(figure) = found.and_then(|found| found.focus_row()?.figure.as_ref()) else {
        return ["–".to_owned(), super::ui(lang).missing.to_owned()];
    };
    let rank = figure.rank.map(|rank| super::rank_short(rank, lang));
    let rank = rank.unwrap_or_else(|| super::ui(lang).too_few.to_owned());
    let dated = observation_date(&figure.observation, lang);
    let date = super::cut(&dated, ", ").map_or(dated.as_str(), |(date, _)| date);
    [value_column(figure.value, figure.unit, lang), format!("{date} · {rank}")]
}

/// The words of counts side by side: who leads in each.
pub(super) fn facets(found: &Facets, lang: Lang) -> Headline {
    let words = found.panels.iter().map(|ranking| RankingWords { ranking, lang });
    let findings: Vec<String> = words.clone().map(|words| format!("{} – {}", words.panel(), words.finding())).collect();
    let count = found.panels.len().to_string();
    let names: Vec<&str> = found.panels.iter().map(|panel| super::short(&panel.measure, lang)).collect();
    let title = say(
        lang,
        "{0} Zählungen, {0} Rangfolgen: {1}",
        "{0} counts, {0} rankings: {1}",
        &[&count, &list(lang, &names)],
    );
    let definition = found.panels.iter().map(|panel| {
        let when = super::period(panel.moment, lang);
        let coverage = RankingWords { ranking: panel, lang }.among().coverage(lang);
        format!("{} · {when} · {coverage}", panel.measure.name(lang))
    });
    let definition = definition.collect::<Vec<_>>().join("; ");
    let hint = pick(
        lang,
        "Jede Zählung hat ihre eigene Achse; die Balken dürfen nur innerhalb einer Spalte verglichen werden.",
        "Each count has its own axis; bars may be compared within one column only.",
    );
    Headline { title, definition, sentence: format!("{}. {hint}", findings.join("; ")) }
}
