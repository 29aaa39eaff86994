//! What programs read about the files of the site: CSV on the Web (W3C, 2015) and OpenAPI 3.1. Both are made from what is published,
//! so that they cannot say anything else; see docs/metadata.md.

use super::config::Config;
use crate::data::Licence;
use crate::data::package::{Files, TABLES};
use crate::output::csv_columns;
use crate::question::Lang;
use crate::words::{frame, header};
use serde_json::{Map, Value, json};

const CSVW: &str = "http://www.w3.org/ns/csvw";

/// `data/csv-metadata.json`: the tables of the package with their types, keys and references, from its descriptor.
pub fn tables(files: &Files, licence: Licence) -> Option<String> {
    let descriptor: Value = serde_json::from_slice(files.get("datapackage.json")?).ok()?;
    let resources = descriptor.get("resources")?.as_array()?;
    let tables: Vec<Value> = resources.iter().filter_map(|resource| table(resource, resources)).collect();
    // Each table or none: half of them would be wrong.
    (tables.len() == resources.len()).then(|| {
        let group = json!({
            "@context": [CSVW, { "@language": "en" }],
            "dc:title": descriptor.get("title"),
            "dc:license": { "@id": licence.url() },
            "tables": tables,
        });
        format!("{group:#}\n")
    })
}

fn table(resource: &Value, all: &[Value]) -> Option<Value> {
    let schema = resource.get("schema")?;
    let columns: Option<Vec<Value>> = schema.get("fields")?.as_array()?.iter().map(column).collect();
    let mut own = json!({ "columns": columns? });
    let object = own.as_object_mut()?;
    if let Some(key) = schema.get("primaryKey") {
        object.insert("primaryKey".to_owned(), key.clone());
    }
    if let Some(keys) = schema.get("foreignKeys").and_then(Value::as_array) {
        let path = resource.get("path")?;
        // Of references that may be empty readers of CSV on the Web think differently.
        let is_required = |key: &&Value| {
            let name = key.pointer("/fields/0");
            let field = schema.get("fields").and_then(Value::as_array).into_iter().flatten();
            let mut field = field.filter(|field| field.get("name") == name);
            field.any(|field| field.pointer("/constraints/required") == Some(&Value::Bool(true)))
        };
        let keys: Option<Vec<Value>> = keys.iter().filter(is_required).map(|key| foreign_key(key, path, all)).collect();
        object.insert("foreignKeys".to_owned(), keys?.into());
    }
    Some(json!({ "url": resource.get("path")?, "dc:description": resource.get("description"), "tableSchema": own }))
}

fn foreign_key(key: &Value, own: &Value, all: &[Value]) -> Option<Value> {
    let name = key.pointer("/reference/resource")?.as_str()?;
    let other = all.iter().find(|other| other.get("name").and_then(Value::as_str) == Some(name));
    // Without a name it is the table itself.
    let path = if name.is_empty() { own } else { other?.get("path")? };
    let columns = key.pointer("/reference/fields")?;
    Some(
        json!({ "columnReference": key.get("fields")?, "reference": { "resource": path, "columnReference": columns } }),
    )
}

fn column(field: &Value) -> Option<Value> {
    let limits = field.get("constraints");
    let limit = |name: &str| limits.and_then(|limits| limits.get(name));
    let base = match field.get("type")?.as_str()? {
        "integer" => "integer",
        "number" => "decimal",
        "date" => "date",
        "boolean" => "boolean",
        _ => "string",
    };
    let mut datatype = Map::from_iter([("base".to_owned(), base.into())]);
    let among = limit("enum")
        .and_then(Value::as_array)
        .map(|values| values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("|"));
    if let Some(format) = among.or_else(|| limit("pattern").and_then(Value::as_str).map(str::to_owned)) {
        datatype.insert("format".to_owned(), format.into());
    }
    if let Some(least) = limit("minimum") {
        datatype.insert("minimum".to_owned(), least.clone());
    }
    let mut column = Map::from_iter([
        ("name".to_owned(), field.get("name")?.clone()),
        ("titles".to_owned(), field.get("name")?.clone()),
        ("datatype".to_owned(), datatype.into()),
    ]);
    column.extend(field.get("description").map(|text| ("dc:description".to_owned(), text.clone())));
    column.extend(limit("required").map(|is_required| ("required".to_owned(), is_required.clone())));
    Some(column.into())
}

/// How the names of columns end that hold numbers.
const NUMBERS: [&str; 6] = ["value", "low", "high", "best", "worst", "denominator"];
/// The columns that hold days.
const DAYS: [&str; 2] = ["date_from", "date_to"];

/// `cards/<id>.csv-metadata.json`: the columns of the figures of a card, in the order of its CSV.
pub fn figures(csv: &str, name: &str, title: &str, lang: Lang, licence: Licence) -> String {
    let head: Vec<&str> = csv.lines().next().unwrap_or_default().split(',').collect();
    let column = |[own, german]: [&'static str; 2]| {
        let datatype = match own {
            number if number.rsplit('_').next().is_some_and(|end| NUMBERS.contains(&end)) => "decimal",
            day if DAYS.contains(&day) => "date",
            "source_url" | "address" => "anyURI",
            _ => "string",
        };
        json!({ "name": own, "titles": { "en": own, "de": german }, "datatype": datatype })
    };
    let columns: Vec<Value> = csv_columns().filter(|[own, _]| head.contains(own)).map(column).collect();
    let table = json!({
        "@context": [CSVW, { "@language": lang.name() }],
        "url": name,
        "dc:title": title,
        "dc:license": { "@id": licence.url() },
        "tableSchema": { "columns": columns },
    });
    format!("{table:#}\n")
}

/// `openapi.json`: the addresses of the files for programs. All of them are static: there is nothing to ask but the file.
pub fn openapi(config: &Config, cards: &[String], version: &str) -> String {
    let answer = |kind: &str, what: &str| json!({ "200": { "description": what, "content": { kind: {} } }, "404": { "description": "There is no such file." } });
    let get = |id: &str, what: &str, kind: &str, parameters: &[Value]| json!({ "get": { "operationId": id, "summary": what, "parameters": parameters, "responses": answer(kind, what) } });
    let card = json!({ "name": "card", "in": "path", "required": true, "description": "The id of a card", "schema": { "type": "string", "enum": cards } });
    let tables: Vec<&str> = TABLES.iter().map(|(name, _)| *name).collect();
    let table = json!({ "name": "table", "in": "path", "required": true, "description": "A table of the data package", "schema": { "type": "string", "enum": tables } });
    let (json_type, csv_type, svg_type) = ("application/json", "text/csv", "image/svg+xml");
    let mut paths = Map::new();
    let mut add = |path: &str, item: Value| drop(paths.insert(path.to_owned(), item));
    add(
        "/data/datapackage.json",
        get("datapackage", "The descriptor of the data package (Data Package 2.0)", json_type, &[]),
    );
    add("/data/csv-metadata.json", get("csvw", "The same tables as CSV on the Web", json_type, &[]));
    add("/data/{table}", get("table", "A table of the data package", csv_type, &[table]));
    add("/data/latest.json", get("release", "All figures as one document", json_type, &[]));
    add("/data/manifest.json", get("manifest", "The files of the release with their hashes", json_type, &[]));
    add("/version.json", get("version", "The version of site and data, with the hash of each file", json_type, &[]));
    add("/catalog.jsonld", get("catalogue", "The data set as DCAT-AP.de", "application/ld+json", &[]));
    for (lang, base) in [("De", ""), ("En", "/en")] {
        let of = |name: &str| format!("{name}{lang}");
        let card = || [card.clone()];
        add(&format!("{base}/cards/{{card}}.json"), get(&of("figures"), "The figures of a card", json_type, &card()));
        add(
            &format!("{base}/cards/{{card}}.csv"),
            get(&of("figuresCsv"), "The figures of a card as CSV", csv_type, &card()),
        );
        add(&format!("{base}/cards/{{card}}.svg"), get(&of("picture"), "The picture of a card", svg_type, &card()));
        add(
            &format!("{base}/oembed/{{card}}.json"),
            get(&of("oembed"), "The embed code of a card (oEmbed 1.0)", json_type, &card()),
        );
        add(
            &format!("{base}/feed.xml"),
            get(&of("feed"), "What was added, corrected and withdrawn (Atom)", "application/atom+xml", &[]),
        );
    }
    let found = json!({
        "openapi": "3.1.0",
        "info": {
            "title": header(Lang::En).site,
            "description": frame(Lang::En).description,
            "version": version,
            "contact": { "name": config.operator.name, "email": config.operator.email },
            "license": { "name": config.licence.title(), "url": config.licence.url() },
        },
        "servers": [{ "url": config.url.trim_end_matches('/') }],
        "paths": paths,
    });
    format!("{found:#}\n")
}
