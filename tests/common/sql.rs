//! The same counts a second time, naively: by SQL from the rows alone.

use super::room::Room;
use rusqlite::Connection;
use std::path::PathBuf;

/// The rows that count, as tables `online` and `states`.
fn loaded(room: &Room) -> Connection {
    let db = Connection::open_in_memory().unwrap();
    let load = |table: &str, path: PathBuf| {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let header = reader.headers().unwrap().clone();
        let columns: Vec<&str> = header.iter().collect();
        db.execute(&format!("CREATE TABLE {table} ({})", columns.join(",")), []).unwrap();
        let marks = vec!["?"; columns.len()].join(",");
        db.execute_batch("BEGIN").unwrap();
        let mut insert = db.prepare(&format!("INSERT INTO {table} VALUES ({marks})")).unwrap();
        for record in reader.records() {
            insert.execute(rusqlite::params_from_iter(record.unwrap().iter().map(str::trim))).unwrap();
        }
        drop(insert);
        db.execute_batch("COMMIT").unwrap();
    };
    load("export", room.path("export.csv"));
    load("catalogue", room.path("catalogue.csv"));
    db.execute_batch(
        "CREATE TABLE states AS SELECT DISTINCT ars_federal_state AS state FROM export;
         CREATE TABLE bundles AS SELECT DISTINCT ozg_id, area FROM catalogue;
         CREATE TABLE singles AS SELECT leika_key, min(area) AS area FROM catalogue WHERE leika_key <> ''
           GROUP BY leika_key HAVING count(DISTINCT area) = 1;
         CREATE TABLE online AS
           SELECT e.*, coalesce(b.area, s.area) AS area
           FROM export e LEFT JOIN bundles b ON b.ozg_id = e.ozgid LEFT JOIN singles s ON s.leika_key = e.leika_key
           WHERE lower(e.online_status) = 'ok' AND e.aktiv IN ('ja', '')
             AND e.art_flaechendeckung <> 'nicht in Auswertung berücksichtigt';",
    )
    .unwrap();
    db
}

/// The list of services of a file: place, area, bundle, service, coverage, address.
pub fn list_by_sql(room: &Room) -> Vec<[String; 6]> {
    let db = loaded(room);
    db.execute_batch(
        "CREATE TABLE words AS SELECT 1 AS width, 'bundesweit flächendeckend' AS words, 'nationwide' AS name
           UNION SELECT 2, 'landesweit flächendeckend', 'statewide' UNION SELECT 3, 'kreisweit flächendeckend', 'district'
           UNION SELECT 4, 'in mind. einer Kommune verfügbar', 'municipality';
         CREATE TABLE places AS SELECT o.*, w.width, w.name AS coverage,
           CASE w.width WHEN 1 THEN '00' ELSE ars_federal_state END AS place
           FROM online o JOIN words w ON w.words = o.art_flaechendeckung;",
    )
    .unwrap();
    let mut query = db
        .prepare(
            "SELECT p.place, coalesce(min(p.area), ''), p.ozgid, p.leika_key, min(p.coverage), coalesce(min(nullif(p.url, '')), '')
             FROM places p JOIN (SELECT place, ozgid, leika_key, min(width) AS width FROM places GROUP BY 1, 2, 3) w
             USING (place, ozgid, leika_key, width) GROUP BY 1, 3, 4",
        )
        .unwrap();
    let rows = query.query_map([], |row| {
        let cell = |at: usize| row.get::<_, String>(at);
        Ok([cell(0)?, cell(1)?, cell(2)?, cell(3)?, cell(4)?, cell(5)?])
    });
    let mut found: Vec<[String; 6]> = rows.unwrap().map(Result::unwrap).collect();
    found.sort();
    found
}

/// The counts of a file by naive SQL: state, area, measure → number.
pub fn by_sql(room: &Room) -> Vec<(String, String, String, u32)> {
    let db = loaded(room);
    let mut found = Vec::new();
    for (measure, column, statewide) in [
        ("ozg-land-statewide", "ozgid", true),
        ("ozg-land-any", "ozgid", false),
        ("leika-land-statewide", "leika_key", true),
        ("leika-land-any", "leika_key", false),
    ] {
        let cover = if statewide { "AND o.art_flaechendeckung = 'landesweit flächendeckend'" } else { "" };
        for area in ["'all'", "o.area"] {
            let sql = format!(
                "SELECT s.state, {area}, count(DISTINCT o.{column}) FROM states s JOIN online o
                 ON o.{column} <> '' AND ((o.ars_federal_state = s.state {cover}) OR o.art_flaechendeckung = 'bundesweit flächendeckend')
                 WHERE {area} IS NOT NULL GROUP BY 1, 2"
            );
            let mut query = db.prepare(&sql).unwrap();
            let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
            for (state, area, count) in rows.map(Result::unwrap) {
                found.push((measure.to_owned(), state, area, count));
            }
        }
    }
    found.sort();
    found
}
