//! Downloads against a local server that plays the documented interface, faults included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use ozg_state_comparison::import::fetch::{Event, FetchError, FetchOptions, Why, fetch};
use ozg_state_comparison::question::Lang;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The export of a state, some kilobytes.
fn export(state: &str) -> String {
    let mut text =
        "leika_key,leika_name,ars,ars_federal_state,ozgid,ozg_bezeichnung,url,online_status,art_flaechendeckung\n"
            .to_owned();
    for number in 0..2_000 {
        let row = format!(
            "99000000{number:06},Beispiel {number},{state}0000000000,{state},10001,Bündel,,ok,landesweit flächendeckend\n"
        );
        text.push_str(&row);
    }
    text
}

/// What the server does with a request for an export; the number is how often it was asked before.
type Play = fn(&Asked, &mut TcpStream);

/// A request.
struct Asked {
    path: String,
    headers: Vec<(String, String)>,
    /// How many requests came for this path before.
    before: usize,
}

impl Asked {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn state(&self) -> &str {
        &self.path.split("open-pvog/").nth(1).unwrap()[..2]
    }
}

fn reply(stream: &mut TcpStream, status: &str, headers: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n{headers}\r\n", body.len());
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body);
}

fn good(asked: &Asked, stream: &mut TcpStream) {
    let body = export(asked.state());
    let start =
        asked.header("range").map(|range| range["bytes=".len()..].trim_end_matches('-').parse::<usize>().unwrap());
    match start.filter(|_| asked.header("if-range") == Some("\"v1\"")) {
        Some(start) => {
            let range = format!("ETag: \"v1\"\r\nContent-Range: bytes {start}-{}/{}\r\n", body.len() - 1, body.len());
            reply(stream, "206 Partial Content", &range, &body.as_bytes()[start..]);
        }
        None => reply(stream, "200 OK", "ETag: \"v1\"\r\n", body.as_bytes()),
    }
}

/// Path, range and time of each request.
type Log = Arc<Mutex<Vec<(String, Option<String>, Instant)>>>;

/// A server; every request is noted.
struct Host {
    address: String,
    log: Log,
}

impl Host {
    fn playing(play: Play) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/api", listener.local_addr().unwrap());
        let log = Log::default();
        let kept = log.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, kept) = (stream.unwrap(), kept.clone());
                std::thread::spawn(move || {
                    let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                    let first = lines.next().unwrap_or(Ok(String::new())).unwrap_or_default();
                    let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
                    let headers: Vec<(String, String)> = lines
                        .map_while(Result::ok)
                        .take_while(|line| !line.is_empty())
                        .filter_map(|line| {
                            line.split_once(": ").map(|(name, value)| (name.to_lowercase(), value.to_owned()))
                        })
                        .collect();
                    let mut log = kept.lock().unwrap();
                    let before = log.iter().filter(|(known, ..)| *known == path).count();
                    let asked = Asked { path: path.clone(), headers, before };
                    log.push((path, asked.header("range").map(str::to_owned), Instant::now()));
                    drop(log);
                    play(&asked, &mut stream);
                });
            }
        });
        Self { address, log }
    }

    fn paths(&self) -> Vec<String> {
        self.log.lock().unwrap().iter().map(|(path, ..)| path.clone()).collect()
    }
}

struct Run {
    folder: tempfile::TempDir,
    events: Vec<Event>,
}

impl Run {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), events: Vec::new() }
    }

    fn fetch(&mut self, host: &Host, states: &[&str]) -> Result<usize, FetchError> {
        let mut options = FetchOptions::new(self.folder.path().to_owned());
        options.host.clone_from(&host.address);
        options.states = states.iter().map(|state| (*state).to_owned()).collect();
        options.pause = Duration::from_millis(20);
        options.patience = Duration::from_millis(400);
        options.page_size = 500;
        let events = &mut self.events;
        fetch(&options, &mut |event| events.push(event)).map(|files| files.len())
    }

    fn file(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).unwrap()
    }

    fn again(&self) -> Vec<String> {
        let words = self.events.iter().filter_map(|event| match event {
            Event::Again(why, _) => Some(why.text(Lang::En)),
            _ => None,
        });
        words.collect()
    }
}

#[test]
fn each_state_is_a_file_and_nothing_is_asked_twice() {
    let (host, mut run) = (Host::playing(good), Run::new());
    assert_eq!(run.fetch(&host, &["01", "05"]).unwrap(), 2);
    assert_eq!(run.file("pvog-05.csv"), export("05"));
    let first = host.paths();
    assert_eq!(
        first[0],
        "/api/public/v1/dash/open-pvog/010000000000/export?filetype=csv&includeAbove=true&includeBelow=true"
    );
    assert_eq!(run.fetch(&host, &["01", "05"]).unwrap(), 2);
    assert_eq!(host.paths().len(), first.len());
    assert!(run.events.iter().any(|event| matches!(event, Event::There(name) if name == "pvog-05.csv")));
    let log = run.file("fetched.tsv");
    assert!(log.lines().count() == 2 && log.contains("pvog-01.csv\t"), "{log}");
}

#[test]
fn requests_are_polite() {
    let (host, mut run) = (Host::playing(good), Run::new());
    run.fetch(&host, &["01", "02", "03", "04"]).unwrap();
    let log = host.log.lock().unwrap();
    assert!(log.windows(2).all(|pair| pair[1].2 - pair[0].2 >= Duration::from_millis(15)));
}

#[test]
fn passing_faults_are_tried_again() {
    let plays: [(Play, &str); 6] = [
        (
            |asked, stream| {
                if asked.before == 0 {
                    reply(stream, "500 Internal Server Error", "", b"oops")
                } else {
                    good(asked, stream)
                }
            },
            "HTTP 500",
        ),
        (
            |asked, stream| {
                if asked.before == 0 {
                    reply(stream, "429 Too Many Requests", "Retry-After: 1\r\n", b"")
                } else {
                    good(asked, stream)
                }
            },
            "HTTP 429",
        ),
        (
            |asked, stream| {
                if asked.before == 0 {
                    reply(stream, "200 OK", "", b"<!doctype html><title>Wartung</title>")
                } else {
                    good(asked, stream)
                }
            },
            "HTML",
        ),
        (
            |asked, stream| {
                if asked.before == 0 { reply(stream, "200 OK", "", b"a,b\n1,2\n") } else { good(asked, stream) }
            },
            "leika_key",
        ),
        (
            |asked, stream| {
                if asked.before > 0 {
                    good(asked, stream)
                }
            },
            "",
        ),
        (
            |asked, stream| {
                if asked.before > 0 {
                    return good(asked, stream);
                }
                // A body that stops coming, while the connection stays open.
                let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nleika_key,");
                std::thread::sleep(Duration::from_secs(2));
            },
            "without a byte",
        ),
    ];
    for (play, words) in plays {
        let (host, mut run) = (Host::playing(play), Run::new());
        let begin = Instant::now();
        assert_eq!(run.fetch(&host, &["05"]).unwrap(), 1, "{words}");
        assert_eq!(run.file("pvog-05.csv"), export("05"), "{words}");
        let again = run.again();
        assert!(again.len() == 1 && again[0].contains(words), "{words}: {again:?}");
        if words == "HTTP 429" {
            assert!(begin.elapsed() >= Duration::from_secs(1), "the wait that was asked for is kept");
        }
    }
}

#[test]
fn a_cut_body_goes_on_where_it_ended() {
    let play: Play = |asked, stream| {
        if asked.before > 0 {
            return good(asked, stream);
        }
        let body = export("05");
        let head = format!("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {}\r\n\r\n", body.len());
        let _ = stream.write_all(head.as_bytes());
        let _ = stream.write_all(&body.as_bytes()[..body.len() / 2]);
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    run.fetch(&host, &["05"]).unwrap();
    assert_eq!(run.file("pvog-05.csv"), export("05"));
    let ranges: Vec<Option<String>> = host.log.lock().unwrap().iter().map(|(_, range, _)| range.clone()).collect();
    assert!(ranges.len() == 2 && ranges[0].is_none(), "{ranges:?}");
    assert!(ranges[1].as_ref().is_some_and(|range| range.starts_with("bytes=") && range != "bytes=0-"), "{ranges:?}");
    assert!(!run.folder.path().join("pvog-05.part").exists());
}

#[test]
fn another_version_is_not_glued_to_the_old_half() {
    let play: Play = |asked, stream| {
        let body = export("05");
        if asked.before == 0 {
            let head = format!("HTTP/1.1 200 OK\r\nETag: \"old\"\r\nContent-Length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(head.as_bytes());
            let _ = stream.write_all(&body.as_bytes()[..body.len() / 2]);
            return;
        }
        good(asked, stream);
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    run.fetch(&host, &["05"]).unwrap();
    assert_eq!(run.file("pvog-05.csv"), export("05"));
}

#[test]
fn too_large_an_export_comes_page_by_page() {
    let play: Play = |asked, stream| {
        if asked.path.contains("/export") {
            return reply(stream, "413 Content Too Large", "", b"");
        }
        if asked.before == 0 && asked.path.contains("page=1&") {
            return reply(stream, "503 Service Unavailable", "", b"");
        }
        let number: usize = asked.path.split("page=").nth(1).unwrap().split('&').next().unwrap().parse().unwrap();
        let entries: Vec<serde_json::Value> = (0..if number == 2 { 100 } else { 500 })
            .map(|n| serde_json::json!({ "leikaKey": 500 * number + n }))
            .collect();
        let page = serde_json::json!({ "content": entries, "last": number == 2 });
        reply(stream, "200 OK", "Content-Type: application/json\r\n", page.to_string().as_bytes());
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    assert_eq!(run.fetch(&host, &["05"]).unwrap(), 3);
    assert!(run.events.iter().any(|event| matches!(event, Event::Pages(state) if state == "05")));
    assert_eq!(run.again(), ["HTTP 503"]);
    let asked = host.paths().len();
    assert_eq!(run.fetch(&host, &["05"]).unwrap(), 3);
    assert_eq!(host.paths().len(), asked, "pages that are there are not asked for again");
}

#[test]
fn what_another_try_would_not_change_ends_at_once() {
    let play: Play = |_, stream| reply(stream, "404 Not Found", "", b"");
    let (host, mut run) = (Host::playing(play), Run::new());
    assert!(matches!(run.fetch(&host, &["05"]), Err(FetchError::Status(_, 404))));
    assert_eq!(host.paths().len(), 1);
    let play: Play = |_, stream| reply(stream, "500 Internal Server Error", "", b"");
    let (host, mut run) = (Host::playing(play), Run::new());
    let Err(error) = run.fetch(&host, &["05"]) else { panic!("it passed") };
    assert!(matches!(&error, FetchError::GaveUp(_, Why::Status(500))), "{error}");
    assert_eq!(host.paths().len(), 5);
}

/// Plays pages of entries: what comes for a number, and how large the export is said to be.
fn paged(asked: &Asked, stream: &mut TcpStream, entries: impl Fn(usize) -> Vec<usize>, more: serde_json::Value) {
    if asked.path.contains("/export") {
        return reply(stream, "413 Content Too Large", "", b"");
    }
    let number: usize = asked.path.split("page=").nth(1).unwrap().split('&').next().unwrap().parse().unwrap();
    let mut page = more;
    page["content"] = entries(number).into_iter().map(|n| serde_json::json!({ "leikaKey": n })).collect();
    reply(stream, "200 OK", "Content-Type: application/json\r\n", page.to_string().as_bytes());
}

fn full(number: usize) -> Vec<usize> {
    (500 * number..500 * number + 500).collect()
}

#[test]
fn another_part_than_was_asked_for_is_not_glued() {
    let play: Play = |asked, stream| {
        let body = export("05");
        match asked.before {
            0 => {
                let head = format!("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: {}\r\n\r\n", body.len());
                let _ = stream.write_all(head.as_bytes());
                let _ = stream.write_all(&body.as_bytes()[..body.len() / 2]);
            }
            // The end of the file, but from another byte on.
            1 => {
                let start = body.len() / 3;
                let range =
                    format!("ETag: \"v1\"\r\nContent-Range: bytes {start}-{}/{}\r\n", body.len() - 1, body.len());
                reply(stream, "206 Partial Content", &range, &body.as_bytes()[start..]);
            }
            _ => good(asked, stream),
        }
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    run.fetch(&host, &["05"]).unwrap();
    assert_eq!(run.file("pvog-05.csv"), export("05"));
    assert!(run.again().iter().any(|why| why.contains("from the start")), "{:?}", run.again());
    // A part that nobody asked for.
    let play: Play = |asked, stream| match asked.before {
        0 => {
            reply(stream, "206 Partial Content", "Content-Range: bytes 0-99/5000\r\n", &export("05").as_bytes()[..100])
        }
        _ => good(asked, stream),
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    run.fetch(&host, &["05"]).unwrap();
    assert_eq!(run.file("pvog-05.csv"), export("05"));
}

#[test]
fn what_is_there_counts_only_as_it_was_downloaded() {
    let (host, mut run) = (Host::playing(good), Run::new());
    run.fetch(&host, &["05", "06"]).unwrap();
    let path = run.folder.path().join("pvog-05.csv");
    let same_size = export("05").replace("Beispiel 7,", "Beispiel 8,");
    for text in [same_size, export("05")[..900].to_owned(), String::new()] {
        fs::write(&path, &text).unwrap();
        run.events.clear();
        run.fetch(&host, &["05", "06"]).unwrap();
        assert_eq!(run.file("pvog-05.csv"), export("05"));
        assert_eq!(run.file("pvog-05.csv.old"), text, "nothing is lost");
        assert!(run.events.iter().any(|event| matches!(event, Event::Changed(name, _) if name == "pvog-05.csv")));
        assert!(run.events.iter().any(|event| matches!(event, Event::There(name) if name == "pvog-06.csv")));
    }
    // Without its line in the log a file is of unknown origin.
    fs::remove_file(run.folder.path().join("fetched.tsv")).unwrap();
    let before = host.paths().len();
    run.fetch(&host, &["05"]).unwrap();
    assert_eq!(host.paths().len(), before + 1);
}

#[test]
fn paging_ends_where_the_count_agrees() {
    // An empty page, although more was announced.
    let play: Play = |asked, stream| {
        let entries = |number: usize| if number < 2 { full(number) } else { vec![] };
        paged(asked, stream, entries, serde_json::json!({ "totalElements": 1_700 }));
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    let Err(error) = run.fetch(&host, &["05"]) else { panic!("it passed") };
    assert!(matches!(&error, FetchError::Count(_, 1_000, Some(1_700))), "{error}");
    let left = fs::read_dir(run.folder.path())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".json"));
    assert_eq!(left.count(), 0, "pages that do not belong together do not count as there");
    // The same where all have come.
    let play: Play = |asked, stream| {
        let entries = |number: usize| if number < 2 { full(number) } else { vec![] };
        paged(asked, stream, entries, serde_json::json!({}));
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    assert_eq!(run.fetch(&host, &["05"]).unwrap(), 3);
    // Empty, and more to come.
    let play: Play = |asked, stream| paged(asked, stream, |_| vec![], serde_json::json!({ "last": false }));
    let (host, mut run) = (Host::playing(play), Run::new());
    assert!(matches!(run.fetch(&host, &["05"]), Err(FetchError::Count(_, 0, None))));
    // A page that is not full, although more was announced.
    let play: Play = |asked, stream| {
        let entries = |number: usize| match number {
            0 => full(0),
            1 => vec![500, 501],
            _ => vec![],
        };
        paged(asked, stream, entries, serde_json::json!({ "totalElements": 900 }));
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    assert!(matches!(run.fetch(&host, &["05"]), Err(FetchError::Count(_, 502, Some(900)))));
}

#[test]
fn a_server_that_does_not_heed_the_number_is_noticed() {
    let play: Play = |asked, stream| paged(asked, stream, |_| full(0), serde_json::json!({}));
    let (host, mut run) = (Host::playing(play), Run::new());
    let Err(error) = run.fetch(&host, &["05"]) else { panic!("it passed") };
    assert!(matches!(&error, FetchError::Repeats(url) if url.contains("page=1")), "{error}");
    assert_eq!(host.paths().len(), 3, "it does not go on for ever");
}

#[test]
fn a_wait_may_be_a_date() {
    let play: Play = |asked, stream| {
        if asked.before > 0 {
            return good(asked, stream);
        }
        let soon = httpdate::fmt_http_date(std::time::SystemTime::now() + Duration::from_secs(3));
        reply(stream, "503 Service Unavailable", &format!("Retry-After: {soon}\r\n"), b"");
    };
    let (host, mut run) = (Host::playing(play), Run::new());
    let begin = Instant::now();
    run.fetch(&host, &["05"]).unwrap();
    assert!(begin.elapsed() >= Duration::from_millis(1_500), "{:?}", begin.elapsed());
}

#[test]
fn wrong_addresses_are_said_in_both_languages() {
    let said = |host: &str| {
        let folder = tempfile::tempdir().unwrap();
        let mut options = FetchOptions::new(folder.path().to_owned());
        host.clone_into(&mut options.host);
        (options.tries, options.pause) = (2, Duration::from_millis(1));
        let error = fetch(&options, &mut |_| {}).unwrap_err();
        [Lang::De, Lang::En].map(|lang| error.text(lang))
    };
    let [german, english] = said("dashboard.example");
    assert!(german.contains("keine Adresse") && english.contains("no address"), "{german} {english}");
    let [german, english] = said("http://127.0.0.1:9");
    assert!(german.contains("niemand antwortet") && german.contains("--host"), "{german}");
    assert!(english.contains("nobody answers") && !german.contains("refused"), "{english}");
    let [german, _] = said("http://nowhere.invalid");
    assert!(german.contains("--host") && !german.to_lowercase().contains("error"), "{german}");
}
