//! `cargo xtask load`: how many requests a second the sandbox server answers, by wrk on this machine's loopback, with its file on disk.

use std::{fs, path::Path};

use anyhow::{Context, ensure};

use crate::{
    contract::Server,
    sh::{sh, which},
    toolchain::{self, Tools},
};

const KEY: &str = "load";
/// How long each figure is measured.
const SECONDS: u32 = 5;
/// How many customers share the patches.
const CUSTOMERS: u32 = 200;
const CUSTOMER: &str = r#"{"type":"INDIVIDUAL","email":"test-success@example.com","firstName":"Test","lastName":"Load"}"#;
/// A third of the guide's sample: incomplete, so that the customer may be patched again.
const PATCH: &str = r#"{"kycData":{"legalFirstName":"Test","legalLastName":"Load","phoneNumber":"+14155551234","address":{"addressLine1":"123 Main Street","city":"San Francisco","state":"California","stateCode":"CA","postalCode":"94102","country":"US","locale":"en-US"}}}"#;

/// What wrk asks, by environment variables; a Lua file, since wrk takes no body otherwise.
const SCRIPT: &str = r#"
local ids = {}
for id in io.lines(os.getenv("IDS")) do ids[#ids + 1] = id end
local at = 0
request = function()
  at = at + 1
  local headers = { Authorization = "Bearer " .. os.getenv("KEY"), ["Content-Type"] = "application/json" }
  return wrk.format(os.getenv("METHOD"), "/api/v1/customers/" .. ids[at % #ids + 1], headers, os.getenv("BODY"))
end
"#;

/// `cargo xtask load`.
pub(crate) fn run(root: &Path, _: &[String]) -> anyhow::Result<()> {
    if which("wrk").is_none() {
        toolchain::install(&["wrk"])?;
    }
    let tools = Tools::ready(root)?;
    tools.sh("cargo").words("build --quiet --release --package kyc-sandbox").run()?;
    let folder = root.join("target/load");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let file = folder.join("sandbox.db").to_string_lossy().into_owned();
    let args = ["--file", &file, "--quiet", "--key", KEY, "--listen", "127.0.0.1:0"];
    let server = Server::of(&root.join("target/release/kyc-sandbox"), root, &args)?;
    let customers = format!("{}/api/v1/customers", server.base);
    let mut ids = String::new();
    for _ in 0..CUSTOMERS {
        let said = sh("curl")
            .args(["--silent", &customers, "--data", CUSTOMER, "--header"])
            .arg(format!("Authorization: Bearer {KEY}"))
            .args(["--header", "Content-Type: application/json"])
            .read()?;
        let created: serde_json::Value = serde_json::from_str(&said)?;
        ids.push_str(created["id"].as_str().context("no customer")?);
        ids.push('\n');
    }
    fs::write(folder.join("ids"), ids)?;
    fs::write(folder.join("ask.lua"), SCRIPT)?;
    println!("| request | connections | a second | 99 of 100 within |\n|---|---:|---:|---:|");
    for (method, body) in [("GET", ""), ("PATCH", PATCH)] {
        for connections in [16, 64] {
            let said = sh("wrk")
                .args(["--threads", "1", "--latency", "--duration"])
                .arg(format!("{SECONDS}s"))
                .arg(format!("--connections={connections}"))
                .arg("--script")
                .arg(folder.join("ask.lua"))
                .arg(&server.base)
                .env("IDS", folder.join("ids"))
                .env("KEY", KEY)
                .env("METHOD", method)
                .env("BODY", body)
                .read()?;
            ensure!(!said.contains("Non-2xx"), "some requests were refused:\n{said}");
            let after = |word: &str| {
                said.lines().find_map(|line| Some(line.trim().strip_prefix(word)?.trim()))
            };
            let rate = after("Requests/sec:").context("wrk says no rate")?;
            let slow = after("99%").context("wrk says no latency")?;
            println!("| {method} | {connections} | {rate} | {slow} |");
        }
    }
    Ok(())
}
