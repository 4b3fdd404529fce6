//! `cargo xtask test`: all that must hold before a change lands. Steps run one after another, each to its end whatever came of
//! those before; the last line counts what passed and what failed.

mod count;

use std::{fs, path::Path, process::Stdio, time::Instant};

use anyhow::{bail, ensure};
use count::{Count, counted, once};

use crate::{
    adapters, api, bench, contract, demo, differential, fuzz, generate, matrix, pack,
    sh::{Sh, sh},
    supply,
    toolchain::{Browser, Tools},
    vectors, wasm,
};

/// A step: its name and what it runs.
type Step = (&'static str, fn(&Path, &Tools) -> anyhow::Result<Count>);

/// Every step, in an order in which the quick ones fail first.
const STEPS: &[Step] = &[
    ("rustfmt", |_, tools| once(tools.sh("cargo").words("fmt --all --check"))),
    ("clippy", |_, tools| {
        once(
            tools
                .sh("cargo")
                .words("clippy --quiet --workspace --all-targets --all-features -- -D warnings"),
        )
    }),
    ("javascript", |_, tools| once(tools.sh("biome").words("ci --error-on-warnings"))),
    ("generated files", |root, _| {
        generate::run(root, &["--check".to_owned()]).map(|()| Count::default())
    }),
    ("no machine's paths", no_paths),
    ("rust tests", |_, tools| {
        counted(
            tools
                .sh("cargo")
                .words("test --quiet --workspace --all-features --no-fail-fast --color never"),
        )
    }),
    ("documentation", |_, tools| {
        once(
            tools
                .sh("cargo")
                .words("doc --quiet --no-deps --all-features")
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    }),
    ("public API", |root, _| api::check(root).map(|()| Count::default())),
    ("supply chain", |root, _| supply::check(root).map(|()| Count::default())),
    ("dates beside Python's", |root, _| {
        differential::date::check(root, 100_000).map(|()| Count::default())
    }),
    ("JSON beside Node's", |root, tools| {
        differential::json::check(root, tools, 100_000).map(|()| Count::default())
    }),
    ("links beside Node's", |_, tools| {
        once(differential::url::command(tools, &["20000".to_owned()])?)
    }),
    ("locales beside ICU's", |_, tools| {
        once(differential::locale::command(tools, &["20000".to_owned()])?)
    }),
    ("package, twice alike", |root, tools| {
        let first = fs::read(pack::pack(root, tools)?)?;
        let second = fs::read(pack::pack(root, tools)?)?;
        ensure!(first == second, "two packs of the same sources differ");
        Ok(Count::default())
    }),
    ("panics", |root, tools| wasm::reach::check(root, tools).map(|_| Count::default())),
    ("fuzz targets", |root, _| fuzz::check(root).map(|passed| Count { passed, failed: 0 })),
    ("types", |_, tools| once(tools.sh("tsc").words("--project tests/types"))),
    ("sizes", |root, tools| bench::check(root, tools).map(|passed| Count { passed, failed: 0 })),
    ("publint", |_, tools| once(tools.sh("publint").words("dist/npm/kyc-rules --strict"))),
    ("types resolve", |root, tools| once(pack::release::types(root, tools)?)),
    ("what is published", |root, tools| {
        pack::release::check(root, tools).map(|()| Count::default())
    }),
    ("rivals refuse the same", |_, tools| {
        sh("npm").words("ci --silent --no-audit --no-fund").dir("benches").run()?;
        counted(tools.sh("node").arg("benches/rivals/check.mjs"))
    }),
    ("wasm tests in Node", |_, tools| counted(wasm_pack_test(tools, "--node", "wasm_in_node"))),
    ("wasm tests in Chromium", |root, tools| {
        let browser = Browser::ready()?;
        browser.write_webdriver(root)?;
        counted(
            wasm_pack_test(tools, "--headless --chrome", "wasm_in_browser")
                .env("CHROMEDRIVER", &browser.driver),
        )
    }),
    ("vectors in three runtimes", |root, tools| {
        let (passed, failed) = vectors::compare(root, tools)?;
        Ok(Count { passed, failed })
    }),
    ("reports, native and wasm", |root, tools| {
        differential::reports::check(root, tools, 10_000).map(|()| Count::default())
    }),
    ("runtimes and bundlers", |root, tools| {
        counted(matrix::command(root, tools, matrix::Extent::Core)?)
    }),
    ("without bytes, without wasm", |_, tools| {
        counted(tools.sh("node").arg("tests/entries.node.mjs"))
    }),
    ("memory stays", |_, tools| counted(tools.sh("node").words("--expose-gc tests/js/memory.mjs"))),
    ("canonical copies", |_, tools| counted(tools.sh("node").arg("tests/js/normalize.mjs"))),
    ("the docs' code", |_, tools| counted(tools.sh("node").arg("tests/docs.node.mjs"))),
    ("form libraries and routers", |root, tools| {
        adapters::install(root)?;
        tools.sh("tsc").words("--project tests/adapters").run()?;
        counted(tools.sh("node").arg("tests/adapters/run.mjs"))
    }),
    ("errors", |_, tools| counted(tools.sh("node").arg("tests/js/errors.mjs"))),
    ("schemas", |_, tools| counted(tools.sh("node").arg("tests/js/standard.mjs"))),
    ("no value stays", |_, tools| counted(tools.sh("node").arg("tests/canaries.node.mjs"))),
    ("hostile JavaScript", |_, tools| counted(tools.sh("node").arg("tests/hostile.node.mjs"))),
    ("modules, changed inputs", |root, tools| {
        wasm::build(root, tools, true)?;
        counted(tools.sh("node").arg("tests/wasm_fuzz.mjs"))
    }),
    ("locales", |_, tools| counted(tools.sh("node").arg("tests/locales.node.mjs"))),
    ("life of a customer", |_, tools| once(tools.sh("node").arg("tests/lifecycle.node.mjs"))),
    ("zones and national IDs in Node", |_, tools| {
        tools.sh("cargo").words("build --quiet --features cli --bin kyc").run()?;
        counted(tools.sh("node").arg("tests/ids.node.mjs"))
    }),
    ("national IDs, python-stdnum", |root, _| {
        differential::run(root, &["ids".to_owned(), "1000".to_owned()]).map(|()| Count::default())
    }),
    ("sandbox in Node and Chromium", |_, tools| {
        let browser = Browser::ready()?;
        once(tools.sh("node").arg("tests/sandbox.node.mjs").env("CHROME", &browser.chromium))
    }),
    ("sandbox server", |_, tools| {
        contract::build(tools)?;
        tools.sh("node").arg("tests/sandbox_server.node.mjs").run()?;
        once(tools.sh("node").arg("tests/sandbox_api.node.mjs"))
    }),
    ("sandbox server killed", |_, tools| {
        contract::build(tools)?;
        once(tools.sh("node").words("tests/sandbox_kill.node.mjs 12"))
    }),
    ("sandbox server's contract", |root, tools| {
        contract::build(tools)?;
        contract::schema(root, "30").map(|()| Count::default())
    }),
    ("the guide's code", |root, tools| {
        contract::build(tools)?;
        contract::guide(root, tools, None).map(|()| Count::default())
    }),
    ("demo", |root, tools| {
        let browser = Browser::ready()?;
        tools.sh("tsc").words("--project www-demo").run()?;
        demo::assemble(root, tools)?;
        contract::build(tools)?;
        let linked = tools.sh("node").arg("tests/browser/verification_link.mjs");
        linked.env("CHROME", &browser.chromium).run()?;
        let mut journeys = tools.sh("node").arg("tests/browser/demo.mjs");
        if let Some(firefox) = Browser::firefox() {
            journeys = journeys.env("FIREFOX", firefox);
        }
        counted(journeys.env("CHROME", &browser.chromium))
    }),
    ("the demo's code", |root, tools| {
        let browser = Browser::ready()?;
        adapters::install(root)?;
        contract::build(tools)?;
        counted(tools.sh("node").arg("tests/browser/code.mjs").env("CHROME", &browser.chromium))
    }),
    ("forms in Chromium", |_, tools| {
        let browser = Browser::ready()?;
        let form = tools.sh("node").arg("tests/browser/form.mjs");
        let element = tools.sh("node").arg("tests/browser/element.mjs");
        let forms = counted(form.env("CHROME", &browser.chromium))?;
        let elements = counted(element.env("CHROME", &browser.chromium))?;
        Ok(Count { passed: forms.passed + elements.passed, failed: forms.failed + elements.failed })
    }),
    ("phones beside libphonenumber", |root, _| {
        let args = ["phone", "20000"].map(str::to_owned);
        differential::run(root, &args).map(|()| Count::default())
    }),
    ("images in Node and Chromium", |_, tools| {
        let browser = Browser::ready()?;
        tools.sh("cargo").words("build --quiet --features cli --bin kyc").run()?;
        let test = tools.sh("node").arg("tests/images.node.mjs").env("CHROME", &browser.chromium);
        counted(test)
    }),
    ("images in the demo", |_, tools| {
        let browser = Browser::ready()?;
        counted(tools.sh("node").arg("tests/browser/images.mjs").env("CHROME", &browser.chromium))
    }),
];

fn wasm_pack_test(tools: &Tools, how: &str, suite: &str) -> Sh {
    tools
        .wasm_sh("wasm-pack")
        .words("test")
        .words(how)
        .words("--release -- --no-default-features --features wasm-kyc,serde-wasm-bindgen --test")
        .arg(suite)
}

/// `cargo xtask test [--only NAME] [--list]`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    if args.iter().any(|arg| arg == "--list") {
        for (name, _) in STEPS {
            println!("{name}");
        }
        return Ok(());
    }
    let only = match args {
        [] => None,
        [flag, name] if flag == "--only" => Some(name.as_str()),
        _ => bail!("usage: cargo xtask test [--only NAME] [--list]"),
    };
    let tools = Tools::ready(root)?;
    let mut sum = Count::default();
    let mut lines = Vec::new();
    for (name, step) in STEPS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        println!("\n== {name}");
        let start = Instant::now();
        let count = step(root, &tools).unwrap_or_else(|error| {
            println!("{error:#}");
            Count { passed: 0, failed: 1 }
        });
        // A step that counts nothing of its own counts as one.
        let count =
            if count.passed + count.failed == 0 { Count { passed: 1, failed: 0 } } else { count };
        let took = start.elapsed().as_secs_f64();
        lines.push(format!(
            "{name:<28}{:>7} passed{:>5} failed{took:>8.1} s",
            count.passed, count.failed
        ));
        sum.passed += count.passed;
        sum.failed += count.failed;
    }
    ensure!(!lines.is_empty(), "no such step: see `cargo xtask test --list`");
    println!("\n{}\n\n{} passed, {} failed", lines.join("\n"), sum.passed, sum.failed);
    if sum.failed > 0 {
        std::process::exit(1);
    }
    Ok(())
}

/// Nothing that is checked in names a folder of somebody's machine.
fn no_paths(root: &Path, tools: &Tools) -> anyhow::Result<Count> {
    // Written in two parts, so that this file does not find itself.
    let homes = ["/ho", "me/"].concat();
    let roots = ["/ro", "ot/"].concat();
    let works = ["/wo", "rk/"].concat();
    let found = tools
        .sh("git")
        .words("grep -nI")
        .args(["-e", &homes, "-e", &roots, "-e", &works])
        .dir(root)
        .silent()
        .into_command()
        .stdin(Stdio::null())
        .output()?;
    // git grep ends with 1 where it finds nothing.
    ensure!(found.status.code() == Some(1), "{}", String::from_utf8_lossy(&found.stdout));
    Ok(Count::default())
}
