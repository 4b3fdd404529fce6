//! The three-letter codes of issuers and nationalities: those of ISO 3166-1, and those ICAO adds.
//!
//! Source: ICAO Doc 9303 Part 3 (2021), section 5 "Codes for nationality, place of birth, location of issuing
//! State/authority", as the table of crate `mrz` 0.9.1 (MIT) has them.

/// Who a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issuer {
    /// The ISO 3166-1 alpha-2 code of the country; `None` for organisations, refugees and stateless people, the specimen
    /// country Utopia, and countries that are no more.
    pub country: Option<&'static str>,
}

/// The codes ICAO has beside those of ISO 3166-1, without fillers, each with its country or `--`.
const ICAO: &str = "\
    ANT-- D  DE EUE-- GBDGB GBNGB GBOGB GBPGB GBSGB IAO-- NTZ-- RKSXK UNA-- UNKXK UNO-- UTO-- XBA-- \
    XCC-- XCE-- XCO-- XDC-- XEC-- XES-- XIM-- XKXXK XMP-- XOM-- XPO-- XXA-- XXB-- XXC-- XXX-- ZZZ-- ";

/// The codes of ISO 3166-1, alpha-3 and alpha-2.
const ISO: &str = "\
    ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT \
    AZEAZ BDIBI BELBE BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO \
    BRABR BRBBB BRNBN BTNBT BVTBV BWABW CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG \
    COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO \
    DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR FROFO FSMFM GABGA GBRGB \
    GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU GUYGY \
    HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT \
    JAMJM JEYJE JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY \
    LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH \
    MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA \
    NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PCNPN PERPE \
    PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU RWARW SAUSA \
    SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR \
    SVKSK SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO \
    TTOTT TUNTN TURTR TUVTV TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG \
    VIRVI VNMVN VUTVU WLFWF WSMWS YEMYE ZAFZA ZMBZM ZWEZW ";

/// Who a code of a zone stands for; `None` where it is assigned to nobody. Fillers behind it are left out.
///
/// ```
/// use kyc_rules::mrz::issuer::known;
/// assert_eq!(known("DEU").and_then(|issuer| issuer.country), Some("DE"));
/// assert_eq!(known("D").and_then(|issuer| issuer.country), Some("DE"));
/// assert_eq!(known("UNO").map(|issuer| issuer.country), Some(None));
/// assert_eq!(known("QQQ"), None);
/// ```
#[must_use]
pub fn known(code: &str) -> Option<Issuer> {
    [ICAO, ISO].into_iter().find_map(|table| find(table, code))
}

fn find(table: &'static str, code: &str) -> Option<Issuer> {
    // Rows of six: three letters, two letters or `--`, a space.
    let row = table.as_bytes().chunks_exact(6).position(|row| {
        row.get(..3).is_some_and(|listed| listed.trim_ascii_end() == code.as_bytes())
    })?;
    let start = row.checked_mul(6)?.checked_add(3)?;
    let country = table.get(start..start.checked_add(2)?)?;
    Some(Issuer { country: (country != "--").then_some(country) })
}
