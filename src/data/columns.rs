//! The tables of the data package and their columns.

/// The tables of the package with their columns, in the order in which they depend on each other.
pub const TABLES: [(&str, &[&str]); 8] = [
    (
        "measures.csv",
        &[
            "id",
            "family",
            "unit",
            "name_de",
            "name_en",
            "short_de",
            "short_en",
            "definition_de",
            "definition_en",
            "denominator",
            "per",
            "target",
            "related",
            "note_de",
            "note_en",
        ],
    ),
    (
        "places.csv",
        &[
            "code",
            "key",
            "abbr",
            "name_de",
            "name_en",
            "genitive_de",
            "kind",
            "capital",
            "population",
            "population_date",
            "area_km2",
            "municipalities",
            "tile_col",
            "tile_row",
        ],
    ),
    ("areas.csv", &["id", "name_de", "name_en", "description_de", "description_en"]),
    ("sources.csv", &["id", "publisher", "short", "title", "url", "published", "kind", "licence"]),
    (
        "observations.csv",
        &[
            "measure",
            "place",
            "area",
            "from",
            "to",
            "label",
            "label_en",
            "value",
            "upper",
            "qualifier",
            "due",
            "source",
            "recorded",
            "superseded",
            "reason",
            "note_de",
            "note_en",
        ],
    ),
    ("events.csv", &["id", "from", "to", "place", "title_de", "title_en", "source"]),
    ("breaks.csv", &["measure", "date", "what_de", "what_en", "source"]),
    (
        "targets.csv",
        &["id", "place", "title_de", "title_en", "by_de", "by_en", "from", "to", "due", "target", "counted", "source"],
    ),
];

/// The list of services behind the newest own counts, which an import adds: one row for each service, bundle and place that an
/// export has together.
pub const SERVICES: (&str, &[&str]) =
    ("services.csv", &["place", "area", "ozg_id", "ozg_name", "leika_key", "leika_name", "coverage", "url", "date"]);

/// Words of its column `coverage`, the widest first.
pub const COVERAGES: [&str; 4] = ["nationwide", "statewide", "district", "municipality"];

/// Warnings that the operator has accepted. A package need not have it.
pub const ACCEPTANCES: (&str, &[&str]) =
    ("acceptances.csv", &["recorded", "code", "source", "rows", "reason_de", "reason_en"]);

/// The measures that an import counts, in this order everywhere.
pub const COUNTED: [&str; 4] = ["ozg-land-statewide", "ozg-land-any", "leika-land-statewide", "leika-land-any"];
