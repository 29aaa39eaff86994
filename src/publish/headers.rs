//! Headers of the site: one list of rules, from which each host gets a file in its own words (`hosts`).

use super::hash::before_hash;
use super::types::FEED;
use std::collections::BTreeSet;

/// Headers for the paths under a prefix; of two rules with the same header the later wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Start of the paths, with that of the site.
    pub path: String,
    /// Names and values; an empty value removes.
    pub headers: Vec<(&'static str, String)>,
}

/// What the rules of a site depend on.
#[derive(Debug, Clone, Copy)]
pub struct Policies<'a> {
    /// Path of the site on its host, with a slash at both ends.
    pub base: &'a str,
    /// Hash of the styles inside start pages, as `sha256-…`.
    pub style: &'a str,
    /// Hash of the boot guard.
    pub boot: &'a str,
    /// The policy of all embeds, but for who may frame them.
    pub embed: &'a str,
    /// Whether browsers are told to ask this host by HTTPS alone.
    pub is_https: bool,
}

/// Two years, as preload lists ask for. Without subdomains: the site speaks for its own host.
const HTTPS: &str = "max-age=63072000";
/// Powerful features that no page needs. `web-share` is not in it: Chromium on Linux does not know it, and says so.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=(), clipboard-write=(self), fullscreen=(self)";

/// A browser may ask for the icon again after each change of the address, that is after each choice of a reader.
const DAY: &str = "public, max-age=86400";

/// What a page on other hosts may read: data, pictures, codes for embedding.
const OPEN: [&str; 8] =
    ["data/", "cards/", "en/cards/", "oembed/", "en/oembed/", "embed.js", "openapi.json", "sample/data/"];

/// The rules of a site that has these files.
pub fn rules<'a>(site: Policies<'_>, files: impl Iterator<Item = &'a String>) -> Vec<Rule> {
    let Policies { base, style, boot, embed, .. } = site;
    let text = str::to_owned;
    let rule = |path: &str, headers: &[(&'static str, String)]| Rule {
        path: format!("{base}{path}"),
        headers: headers.to_vec(),
    };
    let page = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{boot}'; style-src 'self' '{style}'; img-src 'self' data:; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let mut all = vec![
        ("Content-Security-Policy", page),
        ("X-Frame-Options", text("DENY")),
        ("X-Content-Type-Options", text("nosniff")),
        ("Referrer-Policy", text("no-referrer")),
        ("Cross-Origin-Opener-Policy", text("same-origin")),
        ("Cross-Origin-Resource-Policy", text("same-origin")),
        ("Permissions-Policy", text(PERMISSIONS)),
        ("Cache-Control", text("no-cache")),
    ];
    if site.is_https {
        all.push(("Strict-Transport-Security", text(HTTPS)));
    }
    let frame = [
        ("Content-Security-Policy", format!("{embed}; frame-ancestors *")),
        ("X-Frame-Options", String::new()),
        ("Cross-Origin-Opener-Policy", String::new()),
        ("Cross-Origin-Resource-Policy", text("cross-origin")),
        ("Cross-Origin-Embedder-Policy", text("require-corp")),
    ];
    let open = [("Access-Control-Allow-Origin", text("*")), ("Cross-Origin-Resource-Policy", text("cross-origin"))];
    let forever: Vec<_> =
        open.iter().cloned().chain([("Cache-Control", text("public, max-age=31536000, immutable"))]).collect();
    let (feed, kind) = FEED;
    let feeds = ["", "en/"].map(|lang| rule(&format!("{lang}{feed}"), &[("Content-Type", text(kind))]));
    let kept: BTreeSet<&str> = files.filter_map(|path| before_hash(path)).collect();
    std::iter::once(rule("", &all))
        .chain(["embed/", "en/embed/"].map(|path| rule(path, &frame)))
        .chain(OPEN.map(|path| rule(path, &open)))
        .chain(feeds)
        .chain([rule("icon.svg", &[("Cache-Control", text(DAY))])])
        .chain(kept.into_iter().map(|path| rule(path, &forever)))
        .collect()
}

/// The headers that a path gets in the end.
pub fn resolved(rules: &[Rule], path: &str) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for (name, value) in rules.iter().filter(|rule| path.starts_with(&rule.path)).flat_map(|rule| &rule.headers) {
        found.retain(|(known, _)| known != name);
        if !value.is_empty() {
            found.push((name, value.clone()));
        }
    }
    found
}

/// Rules of a site with one file of each kind.
#[cfg(test)]
pub fn sample(base: &str) -> Vec<Rule> {
    let site = Policies { base, style: "sha256-s", boot: "sha256-b", embed: "default-src 'none'", is_https: true };
    let files =
        ["index.html", "app-de-0123456789abcdef.wasm", "data/release-de-0123456789abcdef.bin"].map(str::to_owned);
    rules(site, files.iter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn embeds_may_be_framed_and_what_never_changes_is_kept() {
        for base in ["/", "/some/path/"] {
            let rules = sample(base);
            let of = |path: &str, name: &str| {
                let found = resolved(&rules, &format!("{base}{path}"));
                found.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value).unwrap_or_default()
            };
            assert_eq!(of("embed/x/", "X-Frame-Options"), "");
            assert!(of("embed/x/", "Content-Security-Policy").ends_with("frame-ancestors *"));
            assert!(of("cards/x/", "Content-Security-Policy").ends_with("frame-ancestors 'none'"));
            assert_eq!(
                [of("", "Cross-Origin-Resource-Policy"), of("data/x", "Cross-Origin-Resource-Policy")],
                ["same-origin", "cross-origin"]
            );
            assert!(of("app-de-1.js", "Cache-Control").contains("immutable"));
            assert!(of("data/release-de-0.bin", "Cache-Control").contains("immutable"));
            assert_eq!(
                [of("index.html", "Cache-Control"), of("data/observations.csv", "Cache-Control")],
                ["no-cache"; 2]
            );
            assert_eq!(of("icon.svg", "Cache-Control"), "public, max-age=86400");
            assert_eq!(of("en/feed.xml", "Content-Type"), "application/atom+xml; charset=utf-8");
            assert!(resolved(&rules, "/elsewhere").is_empty() || base == "/");
        }
        let plain = Policies { base: "/", style: "", boot: "", embed: "", is_https: false };
        let named = |rule: &Rule| rule.headers.iter().any(|(name, _)| *name == "Strict-Transport-Security");
        assert!(!rules(plain, std::iter::empty()).iter().any(named) && sample("/").iter().any(named));
    }
}
