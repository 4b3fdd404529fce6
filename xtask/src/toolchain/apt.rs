//! Debian's packages.

use anyhow::{Context, bail};

use crate::sh::{sh, which};

/// Whether this machine has apt.
pub(crate) fn here() -> bool {
    which("apt-get").is_some() && which("dpkg-deb").is_some()
}

/// The version of a package that apt offers; brings the lists up to date where they are missing.
pub(crate) fn candidate(package: &str) -> anyhow::Result<String> {
    if let Some(version) = offered(package)? {
        return Ok(version);
    }
    update()?;
    offered(package)?.with_context(|| format!("apt offers no {package}"))
}

fn offered(package: &str) -> anyhow::Result<Option<String>> {
    let policy = sh("apt-cache").arg("policy").arg(package).env("LC_ALL", "C").read()?;
    Ok(policy
        .lines()
        .find_map(|line| line.trim().strip_prefix("Candidate: "))
        .filter(|version| *version != "(none)")
        .map(str::to_owned))
}

/// Installs packages that are missing; as root, or it says what root should do.
pub(crate) fn install(packages: &[&str]) -> anyhow::Result<()> {
    if sh("id").arg("-u").read()? != "0" {
        bail!("missing packages; as root: apt-get install {}", packages.join(" "));
    }
    for package in packages {
        candidate(package)?;
    }
    let get = || {
        sh("apt-get")
            .words("install -y -qq --no-install-recommends")
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    };
    // Old lists name versions that the mirror no longer has.
    get().or_else(|_| update().and_then(|()| get()))
}

/// Brings the package lists up to date.
pub(crate) fn update() -> anyhow::Result<()> {
    sh("apt-get").words("update -qq").run()
}
