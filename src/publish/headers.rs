//! Headers for hosts, all from one list: Netlify and Cloudflare (`_headers`), nginx, Apache, Caddy.

/// Headers for the paths under a prefix; the later group wins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Start of the paths.
    pub path: &'static str,
    /// Names and values; an empty value removes.
    pub headers: Vec<(&'static str, String)>,
}

const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=(), clipboard-write=(self), fullscreen=(self)";

/// The rules of the site; hashes are those of its inline styles and of the boot guard, as `sha256-…`; `embed` is the policy of
/// all embeds, but for who may frame them.
pub fn rules(style: &str, boot: &str, embed: &str) -> Vec<Rule> {
    let page = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' '{boot}'; style-src 'self' '{style}'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    let framed = format!("{embed}; frame-ancestors *");
    let text = str::to_owned;
    let open = vec![("Access-Control-Allow-Origin", text("*")), ("Cross-Origin-Resource-Policy", text("cross-origin"))];
    let forever = ("Cache-Control", text("public, max-age=31536000, immutable"));
    let frame = vec![
        ("Content-Security-Policy", framed),
        ("X-Frame-Options", String::new()),
        ("Cross-Origin-Opener-Policy", String::new()),
        ("Cross-Origin-Resource-Policy", text("cross-origin")),
        ("Cross-Origin-Embedder-Policy", text("require-corp")),
    ];
    let mut rules = vec![
        Rule {
            path: "/",
            headers: vec![
                ("Content-Security-Policy", page),
                ("X-Frame-Options", text("DENY")),
                ("X-Content-Type-Options", text("nosniff")),
                ("Referrer-Policy", text("no-referrer")),
                ("Cross-Origin-Opener-Policy", text("same-origin")),
                ("Permissions-Policy", text(PERMISSIONS)),
                ("Cache-Control", text("no-cache")),
            ],
        },
        Rule { path: "/embed/", headers: frame.clone() },
        Rule { path: "/en/embed/", headers: frame },
    ];
    for path in
        ["/data/", "/cards/", "/en/cards/", "/oembed/", "/en/oembed/", "/embed.js", "/openapi.json", "/sample/data/"]
    {
        rules.push(Rule { path, headers: open.clone() });
    }
    for path in [
        "/app-",
        "/start-",
        "/search-",
        "/kept-",
        "/share-",
        "/pages-",
        "/style-",
        "/data/release-",
        "/data/complete-",
        "/sample/data/release-",
        "/sample/data/complete-",
    ] {
        rules.push(Rule { path, headers: open.iter().cloned().chain([forever.clone()]).collect() });
    }
    rules
}

/// `_headers`, as Netlify and Cloudflare Pages read it.
pub fn netlify(rules: &[Rule]) -> String {
    let mut text = "# Made by ozg publish, like nginx.conf, .htaccess and Caddyfile.\n".to_owned();
    for rule in rules {
        text.push_str(&format!("{}*\n", rule.path));
        for (name, value) in &rule.headers {
            match value.is_empty() {
                true => text.push_str(&format!("  ! {name}\n")),
                false => text.push_str(&format!("  {name}: {value}\n")),
            }
        }
    }
    text
}

/// The headers that a path gets in the end.
pub fn resolved(rules: &[Rule], path: &str) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for (name, value) in rules.iter().filter(|rule| path.starts_with(rule.path)).flat_map(|rule| &rule.headers) {
        found.retain(|(known, _)| known != name);
        if !value.is_empty() {
            found.push((name, value.clone()));
        }
    }
    found
}

/// Rules that stand for themselves: for each prefix all headers that hold there, as servers without inheritance want them.
fn whole(rules: &[Rule]) -> Vec<(&'static str, Vec<(&'static str, String)>)> {
    rules.iter().map(|rule| (rule.path, resolved(rules, rule.path))).collect()
}

/// A part of an nginx server block.
pub fn nginx(rules: &[Rule]) -> String {
    let mut text = "# Include this in a server block: include …/nginx.conf;\n# Sends the packed copies where the modules are there.\ngzip_static on;\n# brotli_static on;\ncharset utf-8;\ntypes { text/html html; text/css css; text/javascript js; application/json json; application/ld+json jsonld; application/wasm wasm; application/octet-stream bin; image/svg+xml svg; image/png png; text/csv csv; application/atom+xml atom; application/xml xml; text/plain txt; }\nerror_page 404 /404.html;\n".to_owned();
    for (path, headers) in whole(rules) {
        text.push_str(&format!("location ^~ {path} {{\n"));
        for (name, value) in headers {
            text.push_str(&format!("  add_header {name} \"{value}\" always;\n"));
        }
        text.push_str("}\n");
    }
    text
}

/// `.htaccess` for Apache.
pub fn apache(rules: &[Rule]) -> String {
    let mut text = "# Needs mod_headers; AllowOverride FileInfo.\nErrorDocument 404 /404.html\nAddDefaultCharset utf-8\nAddType application/wasm .wasm\nAddType application/ld+json .jsonld\nAddType \"text/csv; charset=utf-8; header=present\" .csv\n".to_owned();
    for rule in rules {
        text.push_str(&format!("<If \"%{{REQUEST_URI}} =~ m#^{}#\">\n", rule.path));
        for (name, value) in &rule.headers {
            match value.is_empty() {
                true => text.push_str(&format!("  Header always unset {name}\n")),
                false => text.push_str(&format!("  Header always set {name} \"{value}\"\n")),
            }
        }
        text.push_str("</If>\n");
    }
    text
}

/// A Caddyfile.
pub fn caddy(rules: &[Rule]) -> String {
    let mut text =
        "# caddy run --config Caddyfile\n:8080 {\n\troot * .\n\tfile_server {\n\t\tprecompressed br gzip\n\t}\n"
            .to_owned();
    for (index, rule) in rules.iter().enumerate() {
        text.push_str(&format!("\t@r{index} path {}*\n\theader @r{index} {{\n", rule.path));
        for (name, value) in &rule.headers {
            match value.is_empty() {
                true => text.push_str(&format!("\t\t-{name}\n")),
                false => text.push_str(&format!("\t\t{name} \"{value}\"\n")),
            }
        }
        text.push_str("\t}\n");
    }
    text + "\thandle_errors {\n\t\trewrite * /404.html\n\t\tfile_server\n\t}\n}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_every_header_and_embeds_may_be_framed() {
        let rules = rules("sha256-s", "sha256-b", "default-src 'none'");
        for text in [netlify(&rules), nginx(&rules), apache(&rules), caddy(&rules)] {
            for rule in &rules {
                for (name, value) in &rule.headers {
                    assert!(text.contains(name) && text.contains(value.as_str()), "{name} {value}");
                }
            }
        }
        let of = |path: &str, name: &str| {
            resolved(&rules, path).into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
        };
        assert_eq!(of("/embed/x/", "X-Frame-Options"), None);
        assert!(of("/embed/x/", "Content-Security-Policy").is_some_and(|csp| csp.ends_with("frame-ancestors *")));
        assert!(of("/cards/x/", "Content-Security-Policy").is_some_and(|csp| csp.ends_with("frame-ancestors 'none'")));
        assert!(of("/app-1.js", "Cache-Control").is_some_and(|cache| cache.contains("immutable")));
        assert_eq!(of("/index.html", "Cache-Control").as_deref(), Some("no-cache"));
    }
}
