//! The rules of the site in the words of web servers: Cloudflare Pages (`_headers`), nginx, Apache, Caddy. `tests/hosts.rs` runs
//! those that are installed.

use super::headers::{Rule, resolved};
use super::types;

/// The files made here, which no reader gets.
pub const HIDDEN: [&str; 4] = ["_headers", ".htaccess", "nginx.conf", "Caddyfile"];

/// `_headers`, as Cloudflare Pages reads it: all rules that fit a path hold, and values of one header are joined. What a
/// narrower rule sets anew is therefore removed first.
pub fn cloudflare(base: &str, rules: &[Rule]) -> String {
    let mut text =
        "# Made by ozg publish for Cloudflare Pages, as are nginx.conf, .htaccess and Caddyfile for others.\n"
            .to_owned();
    for (index, rule) in rules.iter().enumerate() {
        let wider = rules.iter().take(index).filter(|wider| rule.path.starts_with(&wider.path));
        let known: Vec<&str> = wider.flat_map(|wider| &wider.headers).map(|(name, _)| *name).collect();
        text.push_str(&format!("{}*\n", rule.path));
        if index == 0 {
            // It opens everything to all by default.
            text.push_str("  ! Access-Control-Allow-Origin\n");
        }
        for (name, _) in rule.headers.iter().filter(|(name, _)| known.contains(name)) {
            text.push_str(&format!("  ! {name}\n"));
        }
        for (name, value) in rule.headers.iter().filter(|(_, value)| !value.is_empty()) {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    }
    // Its own types lack charsets, and it does not know all.
    for (ending, kind) in types::all().filter(|(ending, _)| !["html", "br", "gz"].contains(ending)) {
        text.push_str(&format!("{base}*.{ending}\n  ! Content-Type\n  Content-Type: {kind}\n"));
    }
    for feed in ["", "en/"].map(|lang| format!("{base}{lang}{}", types::FEED.0)) {
        text.push_str(&format!("{feed}\n  ! Content-Type\n  Content-Type: {}\n", types::FEED.1));
    }
    text
}

/// The lines of nginx for the headers of a path.
fn nginx_headers(rules: &[Rule], path: &str) -> String {
    let line = |(name, value): (&str, String)| match name {
        "Content-Type" => format!("  types {{ }}\n  default_type \"{value}\";\n"),
        _ => format!("  add_header {name} \"{value}\" always;\n"),
    };
    resolved(rules, path).into_iter().map(line).collect()
}

/// A part of an nginx server block. A location with headers gets none of those around it: each names all of its own. The whole
/// server is no location, because Debian's has one already.
pub fn nginx(base: &str, rules: &[Rule]) -> String {
    let mut text = "# Include this in a server block: include /path/to/nginx.conf;\n# The packed copies beside the files are sent; with the brotli module also those: brotli_static on;\ngzip_static on;\ngzip_vary on;\n".to_owned();
    let kinds: Vec<(&str, String)> = types::all().collect();
    let bare = |kind: &str| kind.strip_suffix("; charset=utf-8").map(str::to_owned);
    text.push_str("charset utf-8;\ncharset_types");
    for kind in kinds.iter().filter_map(|(_, kind)| bare(kind)).filter(|kind| kind != "text/html") {
        text.push_str(&format!(" {kind}"));
    }
    text.push_str(";\ntypes {\n");
    for (ending, kind) in &kinds {
        text.push_str(&format!("  \"{}\" {ending};\n", bare(kind).as_ref().unwrap_or(kind)));
    }
    text.push_str(&format!("}}\ndefault_type \"{}\";\nerror_page 404 {base}404.html;\n", types::of("")));
    for name in HIDDEN {
        text.push_str(&format!("location = {base}{name} {{ return 404; }}\n"));
    }
    for rule in rules {
        let lines = nginx_headers(rules, &rule.path);
        match rule.path == "/" {
            true => text.push_str(&lines.replace("  add_header", "add_header")),
            false => text.push_str(&format!("location ^~ {} {{\n{lines}}}\n", rule.path)),
        }
    }
    text
}

/// `.htaccess` for Apache. Without `mod_headers` the policy inside the pages still holds.
pub fn apache(base: &str, rules: &[Rule]) -> String {
    let mut text = format!(
        "# Needs AllowOverride FileInfo. Headers and packed copies need mod_headers and mod_rewrite; without them the pages hold.\nErrorDocument 404 {base}404.html\n"
    );
    for (ending, kind) in types::all() {
        text.push_str(&format!("AddType \"{kind}\" .{ending}\n"));
    }
    let (feed, kind) = types::FEED;
    let feed = format!(
        "<FilesMatch \"^{}(\\.(br|gz))?$\">\n  ForceType \"{kind}\"\n</FilesMatch>\n",
        feed.replace('.', "\\.")
    );
    text.push_str(&feed);
    let hidden = HIDDEN.map(|name| name.replace('.', "\\.")).join("|");
    text.push_str(&format!("RedirectMatch 404 \"^{base}({hidden})$\"\n<IfModule mod_headers.c>\n"));
    for rule in rules {
        text.push_str(&format!("<If \"%{{REQUEST_URI}} =~ m#^{}#\">\n", rule.path));
        for (name, value) in rule.headers.iter().filter(|(name, _)| *name != "Content-Type") {
            match value.is_empty() {
                true => text.push_str(&format!("  Header always unset {name}\n")),
                false => text.push_str(&format!("  Header always set {name} \"{value}\"\n")),
            }
        }
        text.push_str("</If>\n");
    }
    text.push_str("<IfModule mod_rewrite.c>\nRewriteEngine On\n");
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        text.push_str(&format!("RewriteCond %{{HTTP:Accept-Encoding}} \\b{encoding}\\b\nRewriteCond %{{REQUEST_FILENAME}}.{ending} -f\nRewriteRule ^(.+)$ $1.{ending} [L]\n"));
    }
    let packed: Vec<&str> =
        types::all().map(|(ending, _)| ending).filter(|ending| !["br", "gz"].contains(ending)).collect();
    text.push_str(&format!("<FilesMatch \"\\.({})(\\.(br|gz))?$\">\n  Header merge Vary Accept-Encoding\n  SetEnv no-gzip 1\n  SetEnv no-brotli 1\n</FilesMatch>\n", packed.join("|")));
    for (ending, kind) in types::all().filter(|(ending, _)| packed.contains(ending)) {
        text.push_str(&format!("<FilesMatch \"\\.{ending}\\.(br|gz)$\">\n  ForceType \"{kind}\"\n</FilesMatch>\n"));
    }
    text.push_str(&feed);
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        text.push_str(&format!("<FilesMatch \"\\.[a-z]+\\.{ending}$\">\n  RemoveType .{ending}\n  Header set Content-Encoding {encoding}\n</FilesMatch>\n"));
    }
    text + "</IfModule>\n</IfModule>\n"
}

/// A Caddyfile; its `route` keeps the order of the rules.
pub fn caddy(base: &str, rules: &[Rule]) -> String {
    let mut text = "# caddy run --config Caddyfile, in the folder of the site. Put the name of the host in place of :8080.\n:8080 {\n\troot * .\n\troute {\n".to_owned();
    for rule in rules {
        text.push_str(&format!("\t\theader {}* {{\n", rule.path));
        for (name, value) in &rule.headers {
            match value.is_empty() {
                true => text.push_str(&format!("\t\t\t-{name}\n")),
                false => text.push_str(&format!("\t\t\t{name} \"{value}\"\n")),
            }
        }
        text.push_str("\t\t}\n");
    }
    for (ending, kind) in types::all() {
        text.push_str(&format!("\t\t@{ending} path *.{ending}\n\t\theader @{ending} Content-Type \"{kind}\"\n"));
    }
    let (feed, kind) = types::FEED;
    text.push_str(&format!("\t\t@feed path */{feed}\n\t\theader @feed Content-Type \"{kind}\"\n"));
    if base != "/" {
        text.push_str(&format!("\t\turi strip_prefix {}\n", base.trim_end_matches('/')));
    }
    text.push_str(&format!(
        "\t\tfile_server {{\n\t\t\tprecompressed br gzip\n\t\t\thide {}\n\t\t}}\n\t}}\n",
        HIDDEN.join(" ")
    ));
    text.push_str("\thandle_errors {\n\t\trewrite * /404.html\n\t\theader Content-Type \"text/html; charset=utf-8\"\n\t\tfile_server\n\t}\n}\n");
    text
}
