//! `ozg check`, `ozg verify` and `ozg explain`.

use crate::args::{CheckArgs, VerifyArgs};
use crate::tell::{Done, Failure, Tell};
use ozg_state_comparison::data::Date;
use ozg_state_comparison::data::check::{Acceptance, Fault, Rule, accepted as known, against, extents, letters};
use ozg_state_comparison::data::package::read_rows;
use ozg_state_comparison::import::{ImportError, lock, replace_package, write_acceptances};
use ozg_state_comparison::publish::{PublishError, check_site, read_package_files, today, verify};
use ozg_state_comparison::question::Lang;
use ozg_state_comparison::words::command::fault;
use serde_json::{Value, json};
use std::process::ExitCode;

/// What each rule wants, in both languages; one section a code.
const RULES: &str = include_str!("../../../docs/checks.md");

/// Lists the faults of a package, and writes down in it which warnings are accepted.
pub fn check(args: &CheckArgs, tell: &Tell) -> Done {
    let say = |error: PublishError| tell.wrong(&error);
    let day = today().map_err(say)?;
    let files = read_package_files(&args.package).map_err(say)?;
    let mut read = read_rows(&files, day);
    if let Some(old) = &args.against {
        let last = read_rows(&read_package_files(old).map_err(say)?, day);
        let mut moved = Vec::new();
        against(&last.data, &read.data, &read.rows, &mut moved);
        read.add(moved);
    }
    let is_published = args.package.join("manifest.json").exists();
    if is_published && read.faults.is_empty() {
        read.faults.extend(check_site(&args.package, &files, &read.data).map_err(say)?);
    }
    let passes = |fault: &Fault| fault.problem.is_warning() && args.accepted.accept.contains(&fault.rule());
    let (passing, stopping): (Vec<Fault>, Vec<Fault>) = read.faults.into_iter().partition(passes);
    if is_published && !passing.is_empty() {
        return Err(tell.failure(
            format!("{}: veröffentlicht; im Paket bestätigen und neu veröffentlichen", args.package.display()),
            format!("{}: published; accept it in the package and publish again", args.package.display()),
        ));
    }
    write_down(&passing, &read.acceptances, args, day, tell)?;
    let accepted = [passing, read.accepted].concat();
    let package = args.package.display();
    if args.sarif {
        out!("{:#}", sarif(&stopping, args));
    } else if tell.json {
        let list: Vec<Value> = stopping.iter().map(as_json).collect();
        out!("{:#}", json!({ "package": package.to_string(), "faults": list, "accepted": accepted.len() }));
    } else if stopping.is_empty() {
        let data = &read.data;
        let numbers = [data.observations.len(), data.measures.len(), data.sources.len()].map(|n| n.to_string());
        let [figures, measures, sources] = &numbers;
        let de = format!("{package}: {figures} Zahlen, {measures} Zählweisen, {sources} Quellen, keine Fehler");
        let en = format!("{package}: {figures} figures, {measures} measures, {sources} sources, no faults");
        out!("{}", tell.pick(&de, &en));
    } else {
        out!("{}", fault::faults(&stopping, tell.lang));
    }
    if !accepted.is_empty() && !tell.json && !args.sarif {
        let count = accepted.len();
        out!("{}", tell.pick(&format!("{count} Warnungen bestätigt"), &format!("{count} warnings accepted")));
    }
    Ok(if stopping.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Says what differs between a live site and a release.
pub fn live(args: &VerifyArgs, tell: &Tell) -> Done {
    let bar = tell.files(tell.pick("Dateien", "files"));
    let heard = |done: usize, of: usize| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    };
    let found = verify(&args.url, &args.release, &heard).map_err(|error| tell.wrong(&error))?;
    bar.finish_and_clear();
    if tell.json {
        let list: Vec<Value> = found.iter().map(as_json).collect();
        out!("{:#}", json!({ "url": args.url, "faults": list }));
    } else if found.is_empty() {
        let (url, release) = (&args.url, args.release.display());
        let de = format!("{url}: Dateien, Inhalt und Kopfzeilen wie in {release}");
        out!("{}", tell.pick(&de, &format!("{url}: files, content and headers as in {release}")));
    } else {
        out!("{}", fault::faults(&found, tell.lang));
    }
    Ok(if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes down in the package that warnings were accepted.
fn write_down(
    passing: &[Fault],
    before: &[Acceptance],
    args: &CheckArgs,
    day: Date,
    tell: &Tell,
) -> Result<(), Failure> {
    if passing.is_empty() {
        return Ok(());
    }
    let wrong = |error: ImportError| Failure::of(|lang| error.text(lang));
    let _lock = lock(&args.package).map_err(wrong)?;
    let mut files = read_package_files(&args.package).map_err(|error| tell.wrong(&error))?;
    let more: Vec<_> = (extents(passing.iter()).into_iter())
        .map(|(key, rows)| {
            let known = known(before, key.0, &key.1);
            (key, rows.saturating_sub(known))
        })
        .collect();
    let before = files.clone();
    write_acceptances(&mut files, &more, day, &args.accepted.reasons());
    files.retain(|name, bytes| before.get(name) != Some(bytes));
    replace_package(&args.package, &files).map_err(wrong)
}

/// A fault for machines, with both languages.
pub fn as_json(found: &Fault) -> Value {
    let column = found.column.as_ref();
    json!({
        "code": found.rule().code(),
        "level": if found.problem.is_warning() { "warning" } else { "error" },
        "file": found.file,
        "row": found.row,
        "column": column.map(|(name, _)| name),
        "letter": column.map(|(_, position)| letters(*position)),
        "line": found.excerpt.as_ref().map(|excerpt| &excerpt.line),
        "what": { "de": fault::what(&found.problem, Lang::De), "en": fault::what(&found.problem, Lang::En) },
        "remedy": { "de": fault::remedy(&found.problem, Lang::De), "en": fault::remedy(&found.problem, Lang::En) },
    })
}

/// The faults as SARIF 2.1.0.
fn sarif(found: &[Fault], args: &CheckArgs) -> Value {
    let rules: Vec<Value> = (Rule::ALL.iter())
        .map(|rule| {
            let (id, short) = (rule.code(), fault::rule(*rule, Lang::En));
            let help = format!("docs/checks.md#{}", id.to_lowercase());
            json!({ "id": id, "shortDescription": { "text": short }, "helpUri": help })
        })
        .collect();
    let results: Vec<Value> = (found.iter())
        .map(|one| {
            let text = format!("{}. {}.", fault::what(&one.problem, Lang::En), fault::remedy(&one.problem, Lang::En));
            let uri = args.package.join(&one.file).display().to_string();
            let region = one.row.map(|row| match &one.column {
                Some((_, position)) => json!({ "startLine": row, "startColumn": position + 1 }),
                None => json!({ "startLine": row }),
            });
            let level = if one.problem.is_warning() { "warning" } else { "error" };
            let location =
                json!({ "artifactLocation": { "uri": uri }, "region": region.unwrap_or(json!({ "startLine": 1 })) });
            json!({
                "ruleId": one.rule().code(),
                "level": level,
                "message": { "text": text },
                "locations": [{ "physicalLocation": location }],
            })
        })
        .collect();
    let driver = json!({ "name": "ozg check", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    json!({
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [{ "tool": { "driver": driver }, "results": results }],
    })
}

/// The section of a code in `docs/checks.md`.
pub fn section(code: &str) -> Option<&'static str> {
    let heading = format!("## {}", code.to_uppercase());
    let start = RULES.find(&format!("{heading}\n"))?;
    let rest = RULES.get(start..)?;
    let end = rest.get(3..)?.find("\n## ").map_or(rest.len(), |end| end + 3);
    rest.get(..end).map(str::trim_end)
}

/// Prints what a rule wants.
pub fn explain(code: &str, tell: &Tell) -> Done {
    match Rule::from_code(code).and_then(|rule| section(&rule.code())) {
        Some(text) => {
            let mark = |lang: &str| text.lines().find_map(|line| line.strip_prefix(lang)).unwrap_or_default().trim();
            let (german, english) = (mark("**Deutsch**"), mark("**English**"));
            if tell.json {
                out!("{:#}", json!({ "code": code.to_uppercase(), "de": german, "en": english }));
            } else {
                out!("{}: {}", code.to_uppercase(), tell.pick(german, english));
            }
            Ok(ExitCode::SUCCESS)
        }
        None => {
            let last = Rule::ALL.len();
            let de = format!("„{code}“ ist kein Code; es gibt V01 bis V{last:02}");
            let en = format!("“{code}” is no code; there are V01 to V{last:02}");
            Err(Failure { code: 2, ..tell.failure(de, en) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for rule in Rule::ALL {
            let text = section(&rule.code()).unwrap_or_default();
            assert!(text.contains("**Deutsch**") && text.contains("**English**"), "{}: {text}", rule.code());
        }
        assert_eq!(section("V99"), None);
    }
}
