//! `cargo xtask contract`: the sandbox server held to its own `/openapi.json` by schemathesis (no 5xx, no answer that is not
//! documented), and to the guide's own code in three languages.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Stdio},
};

use anyhow::{Context, bail};

use crate::{
    python,
    sh::sh,
    toolchain::{self, Tools},
};

/// It brings `requests`, which the guide's Python wants.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,\
response_schema_conformance,unsupported_method,ignored_auth,use_after_free";
const PROGRAM: &str = "target/debug/kyc-sandbox";

/// `cargo xtask contract [--examples N] [--guide FILE]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let value = |name: &str| {
        args.iter().position(|arg| arg == name).and_then(|at| args.get(at.checked_add(1)?))
    };
    let tools = Tools::ready(root)?;
    build(&tools)?;
    schema(root, value("--examples").map_or("100", String::as_str))?;
    guide(root, &tools, value("--guide").map(PathBuf::from))
}

/// Builds the server.
pub(crate) fn build(tools: &Tools) -> anyhow::Result<()> {
    tools.sh("cargo").words("build --quiet --package kyc-sandbox").run()
}

/// Runs schemathesis, `examples` a test.
pub(crate) fn schema(root: &Path, examples: &str) -> anyhow::Result<()> {
    let python = interpreter(root)?;
    let server = Server::start(root)?;
    sh(python.with_file_name("schemathesis"))
        .arg("run")
        .arg(format!("{}/openapi.json", server.base))
        .args(["--header", "Authorization: Bearer contract", "--checks", CHECKS])
        .args(["--max-examples", examples])
        .words("--seed 1 --generation-database none --suppress-health-check all --no-color")
        .dir(std::env::temp_dir())
        .run()
}

/// Runs the guide's blocks, where the guide is: named, or beside the project.
pub(crate) fn guide(root: &Path, tools: &Tools, named: Option<PathBuf>) -> anyhow::Result<()> {
    let shared =
        std::env::var_os("KYC_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let guide = named.unwrap_or_else(|| shared.join("guide/kyc-integration-guide.md"));
    tools.sh("node").arg("tests/guide_blocks.node.mjs").arg(&guide).run()?;
    if !guide.is_file() {
        return Ok(());
    }
    if !toolchain::has_go() {
        println!("guide blocks: skipped: no go");
    }
    tools
        .sh("node")
        .arg("tests/guide_languages.node.mjs")
        .arg(&guide)
        .env("PYTHON", interpreter(root)?)
        .env("GOCACHE", root.join("target/go-cache"))
        .run()
}

/// Python with schemathesis, which brings `requests` too.
fn interpreter(root: &Path) -> anyhow::Result<PathBuf> {
    python::with(root, "contract", SCHEMATHESIS)
}

/// A server that stops when it is let go.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) base: String,
}

impl Server {
    fn start(root: &Path) -> anyhow::Result<Self> {
        Self::with(root, &["--memory", "--quiet", "--key", "contract", "--listen", "127.0.0.1:0"])
    }

    /// Starts the server, and waits until it listens.
    pub(crate) fn with(root: &Path, args: &[&str]) -> anyhow::Result<Self> {
        Self::of(&root.join(PROGRAM), root, args)
    }

    /// The same, of a certain build.
    pub(crate) fn of(program: &Path, root: &Path, args: &[&str]) -> anyhow::Result<Self> {
        let mut child = sh(program)
            .args(args)
            .dir(root)
            .into_command()
            .stdout(Stdio::piped())
            .spawn()
            .context("cannot start kyc-sandbox")?;
        let said = child.stdout.take().context("no output")?;
        let mut base = None;
        // To its last line: what nobody reads would stop it.
        for line in BufReader::new(said).lines() {
            let line = line?;
            if let Some(api) = line.strip_prefix("Listening on ") {
                base = Some(api.trim_end_matches("/api/v1").to_owned());
            }
            if let Some(base) = base.take_if(|_| line.starts_with("curl")) {
                return Ok(Self { child, base });
            }
        }
        let _ = child.wait();
        bail!("kyc-sandbox did not start");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
