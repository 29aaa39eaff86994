//! A local server for the built site, with its own headers: a look before publishing. Loopback only.

use super::PublishError;
use super::served::{Answer, Site};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CONNECTION, HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Longest wait for a request on an open connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that listens.
pub struct Server {
    listener: TcpListener,
    site: Arc<Site>,
    port: u16,
}

impl Server {
    /// Opens the port on the loopback address; port 0 takes a free one. `at` is a path with a slash at both ends; `None` is the
    /// one for which the site was made.
    pub fn open(folder: &Path, port: u16, at: Option<&str>) -> Result<Self, PublishError> {
        let site = Arc::new(Site::look(folder, at)?);
        let fault = |error| PublishError::Port(port, error);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(fault)?;
        listener.set_nonblocking(true).map_err(fault)?;
        let port = listener.local_addr().map_or(port, |address| address.port());
        Ok(Self { listener, site, port })
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.site.at())
    }

    /// Answers until the process ends. A connection is a task: one that is idle takes nothing from others.
    pub fn run(self) -> Result<(), PublishError> {
        let fault = |error| PublishError::Port(self.port, error);
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(fault)?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(fault)?;
            loop {
                // Without a free file for the moment: others end.
                let Ok((stream, _)) = listener.accept().await else {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                };
                let site = self.site.clone();
                tokio::spawn(async move {
                    let service = service_fn(move |request| answer(site.clone(), request));
                    let mut connection = http1::Builder::new();
                    connection.timer(TokioTimer::new()).header_read_timeout(PATIENCE);
                    // A reader who goes away is no failure.
                    let _ = connection.serve_connection(TokioIo::new(stream), service).await;
                });
            }
        })
    }
}

/// Answers one request. Its body is never read.
async fn answer(site: Arc<Site>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = Response::new(Full::new(Bytes::from_static(b"405\n")));
        *response.status_mut() = StatusCode::METHOD_NOT_ALLOWED;
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        return Ok(response);
    }
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let found = tokio::task::spawn_blocking(move || site.answer(&path, &headers)).await;
    let Answer { status, headers, body } = found.unwrap_or_else(|_| Answer { status: 500, ..Answer::default() });
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
            response.headers_mut().append(name, value);
        }
    }
    Ok(response)
}
