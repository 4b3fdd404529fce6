//! The shared vectors in three runtimes: natively, as wasm in Node, as wasm in Chromium. All must answer as the vectors say, and
//! all alike, byte for byte.

use std::{fs, path::Path};

use anyhow::{Context, ensure};

use crate::{
    sh::Sh,
    toolchain::{Browser, Tools},
};

/// Runs the three; how many cases were answered alike everywhere, and how many were not.
pub(crate) fn compare(root: &Path, tools: &Tools) -> anyhow::Result<(u32, u32)> {
    let browser = Browser::ready()?;
    let folder = root.join("target/vectors");
    fs::create_dir_all(&folder)?;
    let out = |name: &str| folder.join(format!("{name}.ndjson"));
    let native = tools
        .sh("cargo")
        .words("test --quiet --features cli --test vectors")
        .env("KYC_VECTORS_OUT", out("native"));
    let node = tools.sh("node").arg("tests/vectors.node.mjs").arg(out("node"));
    let chromium = tools
        .sh("node")
        .arg("tests/vectors.browser.mjs")
        .arg(out("chromium"))
        .env("CHROME", &browser.chromium);
    let runs: [(&str, Sh); 3] = [("native", native), ("node", node), ("chromium", chromium)];
    let mut answers = Vec::new();
    for (name, run) in runs {
        let _ = fs::remove_file(out(name));
        run.run()?;
        let text =
            fs::read_to_string(out(name)).with_context(|| format!("{name} wrote no answers"))?;
        println!("{name}: {} cases", text.lines().count());
        answers.push(text);
    }
    let [native, node, chromium] = answers.as_slice() else { return Ok((0, 1)) };
    let mut alike = 0;
    let mut different = 0;
    for (at, ((native, node), chromium)) in
        native.lines().zip(node.lines()).zip(chromium.lines()).enumerate()
    {
        if native == node && node == chromium {
            alike += 1;
            continue;
        }
        different += 1;
        if different <= 10 {
            println!("case {at}:\n  native   {native}\n  node     {node}\n  chromium {chromium}");
        }
    }
    let counts = [native, node, chromium].map(|text| text.lines().count());
    ensure!(
        counts.iter().all(|count| *count == counts[0]),
        "not the same number of cases: {counts:?}"
    );
    Ok((alike, different))
}
