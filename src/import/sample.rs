//! An invented export in the official form, with the oddities of the real one. The same seed and size give the same bytes.
//!
//! Row `i` is about service `i mod s` and state `(i / s) mod 16`; further rounds are single municipalities. What a state
//! offers follows from fixed random numbers of the service and the state and grows with time, so that exports of several
//! days with one seed make a series.

use super::row::{Coverage, LEFT_OUT};
use crate::data::{Date, PlaceCode};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::io::{self, Write};

/// What the invented names are made of: what is done, and to what.
const DEEDS: [&str; 8] =
    ["Anzeige", "Genehmigung", "Erlaubnis", "Förderung", "Bescheinigung", "Anmeldung", "Auskunft", "Befreiung"];
const THINGS: [&str; 12] = [
    "Wolkenschaukel",
    "Apfelbaumpate",
    "Laternenzug",
    "Brückentroll",
    "Seifenkiste",
    "Sternwarte",
    "Kirschkernbahn",
    "Drachenfest",
    "Zaunkönig",
    "Murmelbahn",
    "Schneeeule",
    "Honigglas",
];
/// Number of bundles, as large as the catalogue.
const MOST_BUNDLES: u64 = 575;
/// The header of the real export, with columns that nobody needs, and the one by which it says that it is invented.
const HEADER: &str = "leika_key,leika_name,leika_bezeichnung,ars,ars_name,ars_federal_state,bundesland,ozgid,ozg_bezeichnung,url,online_status,aktiv,art_flaechendeckung,begruendung_nicht_beruecksichtigt,datenstand_pvog_import,export_datum,erfunden";

/// What to invent.
#[derive(Debug, Clone)]
pub struct Sample {
    /// Seed.
    pub seed: u64,
    /// Number of rows.
    pub rows: u64,
    /// Day of the export.
    pub date: Date,
    /// Semicolons and a byte order mark, as Excel writes them.
    pub excel: bool,
    /// Ids of the service areas.
    pub areas: Vec<String>,
    /// German names of the states in the order of their keys.
    pub states: Vec<String>,
}

/// A service of the invented catalogue.
struct Invented {
    leika: u64,
    ozg: u32,
    name: String,
    bundle: String,
    area: usize,
    /// Another bundle that holds it too, with its name and area.
    also: Option<(u32, String, usize)>,
    /// How readily it goes online, 0 to 999.
    ease: u16,
    nationwide: bool,
}

/// A word by its number, again from the start after the last.
fn pick(words: &[&'static str], number: usize) -> &'static str {
    words.get(number % words.len().max(1)).copied().unwrap_or_default()
}

/// A fixed random number from 0 to 999 for two keys.
fn dice(seed: u64, a: u64, b: u64) -> u16 {
    // SplitMix64 (Steele, Lea, Flood 2014): three rounds of mixing.
    let mut z = seed ^ a.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ b.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) % 1_000) as u16
}

impl Sample {
    /// Id, name and area of a bundle by its number.
    fn bundle(&self, number: usize) -> (u32, String, usize) {
        let (deed, thing) = (pick(&DEEDS, number / 12), pick(&THINGS, number));
        let name = format!("Beispiel {}: {thing} – {deed}", number + 1);
        (10_001 + u32::try_from(number).unwrap_or_default(), name, number % self.areas.len().max(1))
    }

    fn services(&self) -> Vec<Invented> {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        let count = (self.rows / 32).clamp(60, 4_000);
        // Every service area has a bundle that the catalogue keeps.
        let bundles = (count / 5).clamp(32.min(count), MOST_BUNDLES);
        let mut services = Vec::new();
        for index in 0..count {
            let number = (index * bundles / count) as usize;
            let (ozg, bundle, area) = self.bundle(number);
            // Some services lie in two bundles, of which the second may lie in another area.
            let second = (number + 9) % bundles.max(1) as usize;
            let also = (index % 13 == 4 && second != number).then(|| self.bundle(second));
            let deed = pick(&DEEDS, index as usize * 5);
            let name = match index % 17 {
                3 => format!("Beispielleistung {index}, {deed} \"online\"; mit Anlage"),
                5 => format!("Beispielleistung {index}\n{deed}"),
                _ => format!("Beispielleistung {index} {deed}"),
            };
            services.push(Invented {
                leika: 99_000_000_000_000 + (index + 1) * 1_000,
                ozg,
                name,
                bundle,
                area,
                also,
                ease: random.random_range(0..1_000),
                nationwide: random.random_range(0..12) == 0,
            });
        }
        services
    }

    /// The catalogue as CSV. Some services are missing, as in real life.
    pub fn catalogue(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let _ = writer.write_record(["ozg_id", "ozg_name", "area", "leika_key", "leika_name", "leika_type"]);
        for service in &self.services() {
            let leika = service.leika.to_string();
            let leika = if service.leika % 23_000 == 0 { "" } else { &leika };
            let own = (service.ozg, service.bundle.clone(), service.area);
            for (ozg, bundle, area) in [Some(own), service.also.clone()].into_iter().flatten() {
                if ozg % 41 != 0 {
                    let area = self.areas.get(area).map_or("", String::as_str);
                    let _ = writer.write_record([&ozg.to_string(), &bundle, area, leika, &service.name, "2/3"]);
                }
            }
        }
        writer.into_inner().unwrap_or_default()
    }

    /// Writes the export.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let services = self.services();
        if self.excel {
            to.write_all(b"\xEF\xBB\xBF")?;
        }
        let mut csv = csv::WriterBuilder::new();
        let mut csv = csv.delimiter(if self.excel { b';' } else { b',' }).from_writer(to);
        csv.write_record(HEADER.split(','))?;
        let (count, day) = (services.len() as u64, self.date.to_string());
        // A state is at 25 to 65 percent at the end of 2025 and gains some two points a quarter.
        let months = self.date.month().index() - 2025 * 12;
        for index in 0..self.rows {
            let Some(service) = services.get((index % count) as usize) else { continue };
            let (state, round) = ((index / count) % 16, index / count / 16);
            let pace = 250 + dice(self.seed, 7, state) * 2 / 5;
            let reach = i32::from(pace) + months * 7;
            let wish = (i32::from(service.ease) + i32::from(dice(self.seed, service.leika, state))) / 2;
            self.row(&mut csv, service, (index, state, round), (wish, reach), &day)?;
        }
        csv.flush()
    }

    fn row<W: Write>(
        &self,
        csv: &mut csv::Writer<W>,
        service: &Invented,
        (index, state, round): (u64, u64, u64),
        (wish, reach): (i32, i32),
        day: &str,
    ) -> io::Result<()> {
        let odd = dice(self.seed, index, 3);
        let coverage = match (service.nationwide, round) {
            (true, 0) => Some(Coverage::Nationwide),
            (_, 0) if wish < reach * 2 / 3 => Some(Coverage::Statewide),
            _ if wish < reach && odd.is_multiple_of(5) => Some(Coverage::District),
            _ if wish < reach => Some(Coverage::Municipality),
            _ => None,
        };
        let cover = match coverage {
            Some(coverage) => coverage.words(),
            // What is not online: left out, inactive, or not reachable.
            None if odd.is_multiple_of(3) => LEFT_OUT,
            None => Coverage::Municipality.words(),
        };
        let gone = coverage.is_none() && !odd.is_multiple_of(3);
        let status = if gone && odd.is_multiple_of(2) {
            "nicht ok"
        } else if odd == 11 {
            "OK"
        } else {
            "ok"
        };
        let active = match (gone, odd) {
            (true, _) if status == "ok" => "nein",
            (_, 20..60) => "",
            _ => "ja",
        };
        let number = state + 1;
        let ars = if round == 0 { format!("{number:02}0000000000") } else { format!("{number:02}{round:010}") };
        let land = self.states.get(state as usize).map_or("", String::as_str);
        let land_written = match odd {
            70 => land.replace('ü', "u\u{308}"),
            71 => format!("{land} "),
            72 => String::new(),
            _ => land.to_owned(),
        };
        // In some states a service goes online as part of its other bundle.
        let also = service.also.as_ref().filter(|_| (state + round) % 3 == 1);
        let (ozg, bundle) = also.map_or((service.ozg, &service.bundle), |(ozg, bundle, _)| (*ozg, bundle));
        let ozg = if odd == 80 { String::new() } else { ozg.to_string() };
        let url = match odd {
            90..95 => String::new(),
            95..99 => format!("http://beispiel.invalid/{}/{}", service.ozg, service.leika),
            _ => format!("https://beispiel.invalid/{number:02}/{}", service.leika),
        };
        let why = if cover == LEFT_OUT { "erfunden" } else { "" };
        let place = if round == 0 { land.to_owned() } else { format!("Beispielort {round}") };
        let state_digits = format!("{number:02}");
        csv.write_record([
            &service.leika.to_string(),
            &service.name,
            &service.name,
            &ars,
            &place,
            &state_digits,
            &land_written,
            &ozg,
            bundle,
            &url,
            status,
            active,
            cover,
            why,
            day,
            "",
            "ja",
        ])?;
        Ok(())
    }
}

/// The sample for a package: its areas and states.
pub fn sample(data: &crate::data::Dataset, seed: u64, rows: u64, date: Date) -> Sample {
    let state = |code: &PlaceCode| data.place(*code).map(|place| place.name_de.clone()).unwrap_or_default();
    Sample {
        seed,
        rows,
        date,
        excel: false,
        areas: data.areas.iter().map(|area| area.id.clone()).collect(),
        states: PlaceCode::STATES.iter().map(state).collect(),
    }
}
