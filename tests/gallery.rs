//! Pictures of every view as files: a change of the looks shows as a change of a snapshot. They are the gallery.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

mod common;

use common::{ask, data};
use ozg_state_comparison::chart::Width;
use ozg_state_comparison::output::{Theme, svg};
use ozg_state_comparison::question::Lang;

#[test]
fn pictures() {
    let data = data();
    let pictures = [
        ("ranking-default", "", Lang::De, Width::Wide, Theme::Light),
        ("ranking-default-narrow", "", Lang::De, Width::Narrow, Theme::Light),
        ("ranking-default-dark-en", "", Lang::En, Width::Medium, Theme::Dark),
        ("ranking-four-states", "measure=ozg-land-any&period=2021-12", Lang::De, Width::Wide, Theme::Light),
        ("ranking-open-ends", "measure=ozg-land-statewide&period=2023-11", Lang::De, Width::Narrow, Theme::Light),
        ("ranking-percent", "measure=ozg-land-share", Lang::En, Width::Wide, Theme::Light),
        ("ranking-share-since", "unit=share&period=2024-01..2025-01&focus=by", Lang::De, Width::Wide, Theme::Light),
        ("ranking-city-states", "group=city", Lang::En, Width::Medium, Theme::Light),
        ("facets", "facet=measure", Lang::De, Width::Wide, Theme::Light),
        ("facets-narrow", "facet=measure", Lang::En, Width::Narrow, Theme::Dark),
        ("map", "view=map", Lang::De, Width::Wide, Theme::Light),
        ("map-narrow-dark", "view=map&period=2023-11", Lang::En, Width::Narrow, Theme::Dark),
        ("range", "view=range", Lang::De, Width::Wide, Theme::Light),
        ("range-narrow", "view=range", Lang::En, Width::Narrow, Theme::Light),
        ("change", "view=change", Lang::De, Width::Wide, Theme::Light),
        ("change-narrow-dark", "view=change&focus=by", Lang::En, Width::Narrow, Theme::Dark),
        ("areas", "view=areas", Lang::De, Width::Wide, Theme::Light),
        ("profile", "view=profile", Lang::De, Width::Wide, Theme::Light),
        ("profile-narrow", "view=profile&focus=by", Lang::En, Width::Narrow, Theme::Light),
        (
            "growth-states",
            "view=growth&measure=ozg-land-statewide&places=hh~by~th",
            Lang::De,
            Width::Wide,
            Theme::Light,
        ),
        (
            "growth-index",
            "view=growth&measure=ozg-land-statewide&scale=index&focus=by",
            Lang::En,
            Width::Medium,
            Theme::Dark,
        ),
        ("growth-wsp", "view=growth", Lang::De, Width::Wide, Theme::Light),
        ("growth-wsp-narrow-dark", "view=growth", Lang::De, Width::Narrow, Theme::Dark),
        ("growth-bayern", "view=growth&measure=ozg-land-statewide&focus=by", Lang::De, Width::Wide, Theme::Light),
        ("growth-with-break", "view=growth&measure=ozg-nationwide", Lang::En, Width::Medium, Theme::Light),
    ];
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("gallery");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| {
        for (name, query, lang, width, theme) in pictures {
            let file = svg(&ask(&data, query), lang, width, theme, None).unwrap().svg;
            insta::assert_binary_snapshot!(format!("{name}.svg").as_str(), file.into_bytes());
        }
    });
}
