//! `cargo xtask serve [FOLDER] [--port N]`: a static server for this machine, with the headers the demo is meant to live under.

use std::{
    io,
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::Duration,
};

use anyhow::{Context, bail};

mod http;

/// The first port tried.
const PORT: u16 = 8080;
/// How many ports after it are tried.
const MORE: u16 = 100;

/// `cargo xtask serve [FOLDER] [--port N]`. Without a folder, the demo as `cargo xtask demo` last assembled it.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let (mut folder, mut port) = (root.join(crate::demo::FOLDER), PORT);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--port" => {
                port = args
                    .next()
                    .and_then(|port| port.parse().ok())
                    .context("--port wants a number")?;
            }
            flag if flag.starts_with('-') => bail!("usage: cargo xtask serve [FOLDER] [--port N]"),
            name => folder = PathBuf::from(name),
        }
    }
    if !folder.is_dir() {
        bail!("no folder {}; `cargo xtask demo` makes the demo", folder.display());
    }
    serve(&folder, port)
}

/// Serves a folder until the process ends; prints its address.
pub(crate) fn serve(folder: &Path, port: u16) -> anyhow::Result<()> {
    let folder = Arc::new(folder.canonicalize()?);
    let listener = listen(port)?;
    println!(
        "\nServing {}\n\n    http://{}/\n\nCtrl-C ends it.",
        folder.display(),
        listener.local_addr()?
    );
    for stream in listener.incoming() {
        // A connection that failed before it began is its client's loss only.
        let Ok(stream) = stream else { continue };
        let folder = Arc::clone(&folder);
        thread::spawn(move || answer(&stream, &folder));
    }
    Ok(())
}

/// Listens on a port of this machine, or on the next that is free.
fn listen(port: u16) -> anyhow::Result<TcpListener> {
    for next in port..=port.saturating_add(MORE) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, next)) {
            Ok(listener) => {
                if next != port {
                    println!("Port {port} is in use, so this is port {next}.");
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(error).with_context(|| format!("cannot listen on port {next}"));
            }
        }
    }
    bail!("ports {port} to {} are all in use; name another with --port", port.saturating_add(MORE))
}

/// Reads one request and answers it; a client that breaks off is none of our business.
fn answer(stream: &TcpStream, folder: &Path) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    let _ = stream.set_write_timeout(Some(Duration::from_secs(10)));
    let _ = http::answer(stream, stream, folder);
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn a_port_in_use_gives_way_to_the_next_free_one() {
        let first = listen(18_700).unwrap();
        let taken = first.local_addr().unwrap().port();
        let second = listen(taken).unwrap();
        assert!(second.local_addr().unwrap().port() > taken);
    }
}
