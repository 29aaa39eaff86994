//! Web servers for tests, each in a folder of its own on a free port of this computer.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // tests may

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Modules of nginx that Debian keeps apart.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
/// Modules of Apache.
const APACHE: &str = "/usr/lib/apache2/modules";

/// A web server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// nginx with the site's part alone.
    Nginx,
    /// nginx with the site's part inside of Debian's default server, which has a `location /`.
    DebianNginx,
    /// Apache.
    Apache,
    /// Apache without mod_headers and mod_rewrite.
    BareApache,
    /// Caddy.
    Caddy,
    /// Cloudflare Pages, as its own tool runs it.
    Cloudflare,
    /// `ozg serve`.
    Command,
}

impl Kind {
    /// How it is installed.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Nginx | Self::DebianNginx => "apt-get install nginx-light libnginx-mod-http-brotli-static",
            Self::Apache | Self::BareApache => "apt-get install apache2",
            Self::Caddy => "apt-get install caddy",
            Self::Cloudflare => "npm install --prefix target/wrangler wrangler@4.40.0",
            Self::Command => "cargo build",
        }
    }

    /// Whether it sends the headers of the site.
    pub fn has_headers(self) -> bool {
        self != Self::BareApache
    }

    /// The packed copies that it sends: encoding and ending.
    pub fn encodings(self) -> &'static [(&'static str, &'static str)] {
        match self {
            // Cloudflare packs by itself.
            Self::BareApache | Self::Cloudflare => &[],
            Self::Nginx | Self::DebianNginx if !Path::new(BROTLI).exists() => &[("gzip", "gz")],
            _ => &[("br", "br"), ("gzip", "gz")],
        }
    }

    fn program(self) -> &'static str {
        match self {
            Self::Nginx | Self::DebianNginx => "/usr/sbin/nginx",
            Self::Apache | Self::BareApache => "/usr/sbin/apache2",
            Self::Caddy => "/usr/bin/caddy",
            Self::Cloudflare => concat!(env!("CARGO_MANIFEST_DIR"), "/target/wrangler/node_modules/.bin/wrangler"),
            Self::Command => env!("CARGO_BIN_EXE_ozg"),
        }
    }
}

/// A server that runs until it is dropped.
pub struct Host {
    /// Address of the site, with a slash at the end.
    pub address: String,
    process: Child,
    _room: tempfile::TempDir,
}

impl Drop for Host {
    fn drop(&mut self) {
        // With what it has started in its turn.
        let _ = Command::new("kill").args(["--", &format!("-{}", self.process.id())]).status();
        let _ = self.process.wait();
    }
}

impl Host {
    /// Starts a server of the site in a folder at a path; `None` where the server is not installed.
    pub fn start(kind: Kind, site: &Path, at: &str) -> Option<Self> {
        if !Path::new(kind.program()).exists() {
            return None;
        }
        let room = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        // Below a path the folder of the site lies in that of the host.
        let root = room.path().join("root");
        let below = root.join(at.trim_matches('/'));
        fs::create_dir_all(below.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(site, root.join(at.trim_matches('/')).to_string_lossy().trim_end_matches('/'))
            .unwrap();
        let command = match kind {
            Kind::Nginx | Kind::DebianNginx => nginx(kind, room.path(), &root, site, port),
            Kind::Apache | Kind::BareApache => apache(kind, room.path(), &root, port),
            Kind::Caddy => caddy(room.path(), site, port),
            Kind::Cloudflare => cloudflare(room.path(), &root, site, at, port),
            Kind::Command => {
                let mut command = Command::new(kind.program());
                command.args(["serve", &site.to_string_lossy(), "--port", &port.to_string()]);
                command
            }
        };
        let log = fs::File::create(room.path().join("log")).unwrap();
        let mut command = command;
        command.process_group(0).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let mut process = command.spawn().unwrap();
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let told = || fs::read_to_string(room.path().join("log")).unwrap_or_default();
            assert!(process.try_wait().unwrap().is_none(), "{kind:?} has ended: {}", told());
            assert!(begin.elapsed() < Duration::from_secs(60), "{kind:?} does not listen: {}", told());
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(Self { address: format!("http://127.0.0.1:{port}{at}"), process, _room: room })
    }
}

fn nginx(kind: Kind, room: &Path, root: &Path, site: &Path, port: u16) -> Command {
    let room_text = room.display();
    let (module, on) = match Path::new(BROTLI).exists() {
        true => (format!("load_module {BROTLI};\n"), "brotli_static on;"),
        false => (String::new(), ""),
    };
    // As in Debian's sites-available/default.
    let location = match kind {
        Kind::DebianNginx => {
            "index index.html index.htm index.nginx-debian.html;\nlocation / {\n  try_files $uri $uri/ =404;\n}"
        }
        _ => "",
    };
    let config = format!(
        "{module}user root;\ndaemon off;\nworker_processes 1;\npid {room_text}/pid;\nerror_log {room_text}/error;\nevents {{ }}\nhttp {{\n  include /etc/nginx/mime.types;\n  default_type application/octet-stream;\n  access_log off;\n  gzip on;\n  client_body_temp_path {room_text}/body;\n  proxy_temp_path {room_text}/proxy;\n  fastcgi_temp_path {room_text}/fastcgi;\n  uwsgi_temp_path {room_text}/uwsgi;\n  scgi_temp_path {room_text}/scgi;\n  server {{\n    listen 127.0.0.1:{port};\n    root {};\n    {location}\n    {on}\n    include {}/nginx.conf;\n  }}\n}}\n",
        root.display(),
        site.display()
    );
    fs::write(room.join("nginx.conf"), config).unwrap();
    let mut command = Command::new(kind.program());
    command.args(["-p", &room.to_string_lossy(), "-c", &room.join("nginx.conf").to_string_lossy()]);
    command
}

fn apache(kind: Kind, room: &Path, root: &Path, port: u16) -> Command {
    let mut modules = vec!["mpm_event", "authz_core", "mime", "dir", "alias", "deflate", "filter"];
    if kind == Kind::Apache {
        modules.extend(["headers", "rewrite", "env"]);
    }
    let loaded: String =
        modules.iter().map(|name| format!("LoadModule {name}_module {APACHE}/mod_{name}.so\n")).collect();
    let config = format!(
        "{loaded}ServerRoot {0}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {0}/pid\nErrorLog {0}/error\nDefaultRuntimeDir {0}\nMutex file:{0}\nTypesConfig /etc/mime.types\nUser www-data\nGroup www-data\nAddOutputFilterByType DEFLATE text/html text/css text/plain application/json\nDocumentRoot {1}\n<Directory />\n  Options FollowSymLinks\n  AllowOverride FileInfo\n  Require all granted\n</Directory>\n",
        room.display(),
        root.display()
    );
    fs::write(room.join("apache.conf"), config).unwrap();
    // Its workers are not root: they may look into the folders.
    for folder in [room, root] {
        fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new(kind.program());
    command.args(["-D", "FOREGROUND", "-f", &room.join("apache.conf").to_string_lossy()]);
    command
}

fn caddy(room: &Path, site: &Path, port: u16) -> Command {
    let text = fs::read_to_string(site.join("Caddyfile")).unwrap();
    let own = text.replace(":8080 {", &format!("http://127.0.0.1:{port} {{"));
    let own = own.replace("root * .\n", &format!("root * {}\n", site.display()));
    fs::write(room.join("Caddyfile"), format!("{{\n\tadmin off\n\tauto_https off\n}}\n{own}")).unwrap();
    let mut command = Command::new(Kind::Caddy.program());
    command.env("HOME", room).env("XDG_CONFIG_HOME", room).env("XDG_DATA_HOME", room);
    command.args(["run", "--adapter", "caddyfile", "--config", &room.join("Caddyfile").to_string_lossy()]);
    command
}

fn cloudflare(room: &Path, root: &Path, site: &Path, at: &str, port: u16) -> Command {
    // It follows no links, and wants the rules at the root of its host.
    let below = root.join(at.trim_matches('/'));
    let below = Path::new(below.to_str().unwrap().trim_end_matches('/'));
    fs::remove_file(below).unwrap();
    let copied = Command::new("cp").arg("-r").arg(site).arg(below).status().unwrap();
    assert!(copied.success());
    if below != root {
        fs::rename(below.join("_headers"), root.join("_headers")).unwrap();
        fs::copy(below.join("404.html"), root.join("404.html")).unwrap();
    }
    let mut command = Command::new(Kind::Cloudflare.program());
    command.env("HOME", room).env("WRANGLER_SEND_METRICS", "false").env("CI", "1").current_dir(room);
    command.args(["pages", "dev", root.to_str().unwrap(), "--port", &port.to_string(), "--ip", "127.0.0.1"]);
    command.arg("--compatibility-date=2025-01-01");
    command
}
