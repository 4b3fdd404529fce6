//! `cargo xtask bench [--write | rivals]`: how many bytes each entry of the npm package costs a form, and how long its first call takes.
//!
//! An entry is measured as a form gets it: bundled and minified by esbuild, its wasm and its English words in it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail, ensure};

use crate::{
    pack,
    sizes::{self, Sizes},
    toolchain::Tools,
    wasm::{ENTRIES, Entry},
};

mod readme;
mod record;
mod speed;
mod tables;

pub(crate) use record::check;

/// How often a first call is timed, each in a process of its own.
const RUNS: usize = 21;

/// What is measured of an entry: the call that is timed, and the bytes that DESIGN allows it, by brotli.
struct Aim {
    entry: &'static str,
    call: &'static str,
    budget: usize,
}

/// A row an entry.
const AIMS: &[Aim] = &[
    Aim {
        entry: "kyc",
        call: "entry.validate(sample, { today: '2026-01-31' }).verdict",
        budget: 64_000,
    },
    Aim { entry: "sandbox", call: "entry.createSandbox().list().status", budget: 120_000 },
    Aim {
        entry: "image",
        call: "entry.inspectImage(new TextEncoder().encode('%PDF-1.7')).acceptable",
        budget: 20_000,
    },
    Aim { entry: "lifecycle", call: "entry.canPatch('CREATED')", budget: 20_000 },
    Aim { entry: "mrz", call: "entry.mrz(['P<UTO']).valid", budget: 14_000 },
    Aim { entry: "national-id", call: "entry.nationalId('BR').label", budget: 20_000 },
    Aim { entry: "phone", call: "entry.phone('+442079460958').valid", budget: 40_000 },
];

/// What was measured of an entry.
struct Row {
    /// As it is imported.
    import: String,
    sizes: Sizes,
    budget: usize,
    /// Milliseconds to import it and answer the first call, beyond Node's own start: the least and the median.
    least: f64,
    median: f64,
}

/// `cargo xtask bench [--write | rivals]`: `--write` puts the table into README.md and the sizes into the record that tests hold to;
/// `rivals` prints only how the package stands beside them.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    let tools = Tools::ready(root)?;
    let write = match args {
        [] => false,
        [flag] if flag == "--write" => true,
        [what] if what == "rivals" => return rivals(root, &tools),
        _ => bail!("usage: cargo xtask bench [--write | rivals]"),
    };
    pack::pack(root, &tools)?;
    let rows =
        AIMS.iter().map(|aim| measure(root, &tools, aim)).collect::<anyhow::Result<Vec<_>>>()?;
    let node = tools.sh("node").arg("--version").read()?;
    let table = format!("{}\n{}", readme::table(&rows, &node), tables::table(root)?)
        + "\n"
        + &speed::tables(root, &tools)?;
    println!("\n{table}");
    if write {
        readme::write(&root.join("README.md"), &table)?;
        record::write(
            root,
            &rows.iter().map(|row| (row.import.as_str(), row.sizes.brotli)).collect::<Vec<_>>(),
        )?;
    }
    Ok(())
}

/// `cargo xtask bench rivals`: the payload's table alone, of the package as it was last packed.
fn rivals(root: &Path, tools: &Tools) -> anyhow::Result<()> {
    ensure!(root.join(pack::FOLDER).is_dir(), "pack first: cargo xtask pack");
    speed::install(root)?;
    println!("{}", speed::rivals(tools, &["--payloads"])?);
    Ok(())
}

fn measure(root: &Path, tools: &Tools, aim: &Aim) -> anyhow::Result<Row> {
    let entry = ENTRIES.iter().find(|entry| entry.name == aim.entry);
    let entry = entry.with_context(|| format!("there is no entry {}", aim.entry))?;
    let bundle = bundle(root, tools, entry)?;
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let said = tools
            .sh("node")
            .arg("xtask/js/first-call.mjs")
            .arg(&bundle)
            .arg(aim.call)
            .arg("tests/sample.json")
            .read()?;
        times.push(said.parse::<f64>().context("first-call.mjs answered something else")?);
    }
    times.sort_by(f64::total_cmp);
    Ok(Row {
        import: import(entry),
        sizes: sizes::of(&bundle)?,
        budget: aim.budget,
        least: times[0],
        median: times[RUNS / 2],
    })
}

/// What a form imports, bundled as a bundler would; the package must be packed.
fn bundle(root: &Path, tools: &Tools, entry: &Entry) -> anyhow::Result<PathBuf> {
    let folder = root.join("target/bench");
    fs::create_dir_all(&folder)?;
    let source = folder.join(format!("{}.in.js", entry.name));
    let package = root.join(pack::FOLDER).join(format!("{}.js", pack::file_name(entry)));
    ensure!(package.is_file(), "no {}: pack first", package.display());
    fs::write(&source, format!("export * from '{}';\n", package.display()))?;
    let bundle = folder.join(format!("{}.mjs", entry.name));
    tools
        .sh("esbuild")
        .arg(&source)
        .words("--bundle --minify --charset=utf8 --format=esm --platform=browser --target=es2022 --log-level=warning")
        .arg(format!("--outfile={}", bundle.display()))
        .silent()
        .run()?;
    Ok(bundle)
}

/// What people write behind `import`.
fn import(entry: &Entry) -> String {
    match entry.name {
        "kyc" => "kyc-rules".to_owned(),
        name => format!("kyc-rules/{name}"),
    }
}
