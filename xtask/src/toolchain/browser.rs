//! Chromium and its driver, for the tests that need a browser.

use std::path::PathBuf;

use anyhow::bail;

use super::apt;
use crate::sh::which;

/// A browser and the program that drives it.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium, or a browser made from it.
    pub(crate) chromium: PathBuf,
    /// Its driver, of the same version.
    pub(crate) driver: PathBuf,
}

impl Browser {
    /// Finds them (`$CHROME` and `$CHROMEDRIVER`, then the usual names), or installs Debian's.
    pub(crate) fn ready() -> anyhow::Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        if !apt::here() {
            bail!(
                "no Chromium with chromedriver: install both, or name them in CHROME and CHROMEDRIVER"
            );
        }
        apt::install(&["chromium", "chromium-driver"])?;
        match Self::find() {
            Some(found) => Ok(found),
            None => bail!("chromium and chromium-driver are installed, but not on PATH"),
        }
    }

    /// Firefox, found (`$FIREFOX`, then the usual names), or Debian's installed; `tests/js/browser.mjs` drives it. None where there is
    /// none to be had: what runs in it runs in Chromium, too.
    pub(crate) fn firefox() -> Option<PathBuf> {
        let find = || {
            let named =
                std::env::var_os("FIREFOX").map(PathBuf::from).filter(|path| path.is_file());
            named.or_else(|| ["firefox-esr", "firefox"].into_iter().find_map(which))
        };
        find().or_else(|| {
            let is_installed = apt::here() && apt::install(&["firefox-esr"]).is_ok();
            is_installed.then(find).flatten()
        })
    }

    fn find() -> Option<Self> {
        let named = |variable: &str| {
            std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
        };
        let chromium = named("CHROME").or_else(|| {
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
                .into_iter()
                .find_map(which)
        })?;
        let driver = named("CHROMEDRIVER").or_else(|| which("chromedriver"))?;
        Some(Self { chromium, driver })
    }
}

impl Browser {
    /// Writes the file from which wasm-pack's test runner learns which browser to drive, and how.
    pub(crate) fn write_webdriver(&self, root: &std::path::Path) -> anyhow::Result<()> {
        let text = format!(
            "{{\"goog:chromeOptions\":{{\"binary\":\"{}\",\"args\":[\"--headless\",\"--no-sandbox\",\"--disable-gpu\",\
             \"--disable-dev-shm-usage\",\"--disable-background-networking\"]}}}}\n",
            self.chromium.display()
        );
        std::fs::write(root.join("webdriver.json"), text)?;
        Ok(())
    }
}
