//! `cargo xtask mutants [--sample N] [--seed N] [--only TEXT] [--again FILE]`: the mutants that `cargo mutants` lists for rules, engine, reader and lifecycle,
//! all woven into one copy of the crate and one build, each chosen by an environment variable. A mutant then takes the time of the
//! tests that reach it, not that of a compiler: all of them in minutes, where one build each takes hours.

mod compiler;
mod suites;
mod weave;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Context, bail};
use compiler::{Refusal, Span, refused};
use sha2::{Digest, Sha256};
use suites::{built, fate};
use weave::{Mutant, weave};

use crate::{proof::tool, sh::sh};

/// What is mutated.
const MUTATED: &str = "-f src/rules/** -f src/validate.rs -f src/validate/** -f src/field.rs -f src/field_id.rs -f src/finding.rs \
    -f src/json.rs -f src/json/** -f src/source/** -f src/normalize.rs -f src/report.rs -f src/record.rs -f src/text.rs \
    -f src/lifecycle/** -f src/scan.rs -f src/date.rs -f src/date/** -f src/wire.rs";
/// What the woven crate is built with.
const FEATURES: &str = "--features cli,axum,validator";
/// The tests that are asked, and what they leave out: whole domains and walks over megabytes, which take long and see little more, and
/// what panics on purpose, as the first panic ends the program here.
const ASKED: &[(&str, &[&str])] = &[
    ("kyc_rules", &["exhaustive", "documents", "image::", "postal::", "tables::", "not_compile"]),
    ("vectors", &[]),
    ("lifecycle_scenarios", &[]),
    ("proof", &["exhaustive", "canaries", "json_suite::what", "documents"]),
    ("normalize", &[]),
    ("pick", &[]),
    ("people", &[]),
    ("national_id_fields", &[]),
    ("privacy", &[]),
    ("addresses", &[]),
    ("axum", &[]),
];

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fate {
    Caught,
    /// The tests did not end in three times their time and ten seconds.
    Endless,
    Missed,
    /// No test runs the place.
    Unreached,
    /// It does not compile, at least as a branch.
    Unwoven,
}

/// `cargo xtask mutants`.
pub(crate) fn run(root: &Path, args: &[String]) -> anyhow::Result<()> {
    println!("{}", found(root, args)?);
    Ok(())
}

/// A line about what was found; the rest stands in `target/mutants`.
pub(crate) fn found(root: &Path, args: &[String]) -> anyhow::Result<String> {
    let (mut sample, mut seed, mut only, mut again) = (usize::MAX, 1, String::new(), None);
    for pair in args.chunks(2) {
        let [name, value] = pair else { bail!("a value is missing") };
        match name.as_str() {
            "--sample" => sample = value.parse()?,
            "--seed" => seed = value.parse::<u32>()?,
            "--only" => only.clone_from(value),
            // Those alone that an earlier run's fates.tsv has as not caught.
            "--again" => again = Some(fs::read_to_string(value).context("cannot read the fates")?),
            other => bail!("no option {other}"),
        }
    }
    let mutants = listed(root)?;
    let is_open = |name: &str| {
        let open = |line: &str| {
            line.split_once('\t')
                .is_some_and(|(fate, it)| matches!(fate, "Missed" | "Unreached") && it == name)
        };
        again.as_ref().is_none_or(|fates| fates.lines().any(open))
    };
    let wanted = |at: &usize| mutants[*at].name.contains(&only) && is_open(&mutants[*at].name);
    let mut chosen: Vec<usize> = (0..mutants.len()).filter(wanted).collect();
    chosen
        .sort_by_cached_key(|at| Sha256::digest(format!("{seed} {}", mutants[*at].name)).to_vec());
    chosen.truncate(sample);
    let home = root.join("target/mutants");
    let unwoven = woven(root, &home, &mutants)?;
    let mut tests = built(root, &home)?;
    let mut reached = Vec::new();
    for test in &mut tests {
        reached.push(test.baseline(&home)?);
    }
    let mut fates = BTreeMap::new();
    for (done, at) in chosen.iter().enumerate() {
        let fate = if unwoven.contains(at) { Fate::Unwoven } else { fate(*at, &tests, &reached)? };
        fates.insert(*at, fate);
        if matches!(fate, Fate::Missed | Fate::Unreached) {
            println!("{done}: {fate:?}: {}", mutants[*at].name);
        }
        note(&home, &mutants, &fates)?;
    }
    let count = |wanted: &[Fate]| fates.values().filter(|fate| wanted.contains(fate)).count();
    let caught = count(&[Fate::Caught, Fate::Endless]);
    let viable = caught + count(&[Fate::Missed, Fate::Unreached]);
    Ok(format!(
        "{caught} of {viable} viable ones caught ({:.1} per cent), {} of them by never ending; {} of the {} of the sample do not compile; \
         {} mutants in all, seed {seed}",
        100.0 * f64::from(u32::try_from(caught)?) / f64::from(u32::try_from(viable.max(1))?),
        count(&[Fate::Endless]),
        count(&[Fate::Unwoven]),
        chosen.len(),
        mutants.len(),
    ))
}

/// Writes the names by what became of them.
fn note(home: &Path, mutants: &[Mutant], fates: &BTreeMap<usize, Fate>) -> anyhow::Result<()> {
    let mut lines: Vec<(Fate, &str)> =
        fates.iter().map(|(at, fate)| (*fate, mutants[*at].name.as_str())).collect();
    lines.sort_unstable();
    let lines: Vec<String> =
        lines.iter().map(|(fate, name)| format!("{fate:?}\t{name}\n")).collect();
    fs::write(home.join("fates.tsv"), lines.concat()).context("cannot write fates.tsv")
}

fn listed(root: &Path) -> anyhow::Result<Vec<Mutant>> {
    tool("mutants")?;
    let list = sh("cargo").words("mutants --list --json").words(MUTATED).dir(root).read()?;
    serde_json::from_str(&list).context("cargo mutants lists something else")
}

/// Writes the copy with its switches, again and again, each time without what the compiler refused.
fn woven(root: &Path, home: &Path, mutants: &[Mutant]) -> anyhow::Result<BTreeSet<usize>> {
    let tree = home.join("tree");
    let names: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    let switched = |file: &str| file == "src/lib.rs" || names.contains(file);
    let files =
        sh("git").words("ls-files --cached --others --exclude-standard").dir(root).read()?;
    for file in files.lines().filter(|file| root.join(file).is_file() && !switched(file)) {
        put(&tree.join(file), &fs::read(root.join(file))?)?;
    }
    let switch = include_str!("switch.rs.txt").replace("COUNT", &mutants.len().to_string());
    put(&tree.join("src/mutant.rs"), switch.as_bytes())?;
    let library = fs::read_to_string(root.join("src/lib.rs"))?;
    put(&tree.join("src/lib.rs"), format!("{library}\nmod mutant;\n").as_bytes())?;
    let mut digest = Sha256::new();
    for name in &names {
        digest.update(fs::read(root.join(name))?);
    }
    let digest = format!("{:x}", digest.finalize());
    // The same sources were woven before: nothing is tried twice, and nothing built again.
    let memory = home.join("unwoven.json");
    let known = fs::read(&memory).ok().and_then(|text| serde_json::from_slice(&text).ok());
    let known = known.filter(|(of, _): &(String, BTreeSet<usize>)| *of == digest);
    let mut unwoven = known.map(|(_, unwoven)| unwoven).unwrap_or_default();
    let mut constant = Vec::new();
    for round in 1.. {
        let mut all = BTreeMap::new();
        for name in &names {
            let here = mutants
                .iter()
                .enumerate()
                .filter(|(at, mutant)| mutant.file == *name && !unwoven.contains(at));
            let source = fs::read_to_string(root.join(name))?;
            let woven = weave(&source, &here.collect::<Vec<_>>(), &constant)
                .with_context(|| format!("cannot read {name}"))?;
            put(&tree.join(name), woven.text.as_bytes())?;
            all.insert(*name, woven);
        }
        // What found no place in the syntax, or stands in a function that stays constant.
        let placed: BTreeSet<usize> = all
            .values()
            .flat_map(|woven| woven.ranges.iter().flat_map(|(_, numbers)| numbers.clone()))
            .collect();
        unwoven.extend((0..mutants.len()).filter(|at| !placed.contains(at)));
        let errors = refused(root, &tree)?;
        println!("round {round}: {} errors, {} mutants out", errors.len(), unwoven.len());
        if errors.is_empty() {
            fs::write(&memory, serde_json::to_vec(&(&digest, &unwoven))?)?;
            break;
        }
        let before = (unwoven.len(), constant.len());
        for error in &errors {
            if let Some(name) = error.constant() {
                if !constant.contains(&name) {
                    constant.push(name);
                }
                continue;
            }
            let blamed = |said: &Refusal| -> Vec<usize> {
                let primary = said.spans.iter().filter(|span| span.is_primary);
                let woven =
                    |span: &Span| Some(all.get(span.file_name.as_str())?.blamed(span.byte_start));
                primary.filter_map(woven).flatten().collect()
            };
            let own = blamed(error);
            let help = || error.children.iter().flat_map(&blamed).collect();
            unwoven.extend(if own.is_empty() { help() } else { own });
        }
        if before == (unwoven.len(), constant.len()) {
            bail!(
                "the woven crate does not compile:\n{}",
                errors[0].rendered.as_deref().unwrap_or_default()
            );
        }
    }
    Ok(unwoven)
}

/// Writes a file where it differs, so that what did not change is not built again.
fn put(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if fs::read(file).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}
