//! Every scheme, a file a part of the world.

#[rustfmt::skip] // A table reads best a row a line.
mod africa_middle_east;
#[rustfmt::skip] // A table reads best a row a line.
mod americas;
#[rustfmt::skip] // A table reads best a row a line.
mod asia;
#[rustfmt::skip] // A table reads best a row a line.
mod eastern_europe;
#[rustfmt::skip] // A table reads best a row a line.
mod northern_europe;
#[rustfmt::skip] // A table reads best a row a line.
mod south_america;
pub(crate) mod special;
#[rustfmt::skip] // A table reads best a row a line.
mod western_europe;

use super::{
    buffer::{Groups, Reader},
    pack::{self, Packed},
    words::Row,
};

/// What the tables are written in.
mod prelude {
    pub(super) use super::{
        super::{
            compact::separator::{BRACKET, COMMA, DASH, DOT, PLUS, SLASH, SPACE},
            words::{
                Century::{By, Digit, Month, Open},
                Check::{
                    self, Advisory, Any, Born, Date, In, Luhn, LuhnAndVerhoeff, Mod, Mod11_10,
                    NotAllSame, NotIn, NotPalindrome, NotSpecimen, Rule, Sum, Tells, Verhoeff,
                    When,
                },
                Date as D,
                Layout::{Ddmmyy, Ddmmyyy, Yymmdd, Yyyymmdd},
                Mod as M,
                Rest::{Complement, Is, Same},
                Row, Sum as S, right, scheme, sum,
            },
        },
        special,
    };

    /// The check digit is the remainder modulo 10.
    pub(super) const R10: &str = "0123456789";
    /// It makes the remainder up to 10.
    pub(super) const C10: &str = "0987654321";
    /// It is the remainder modulo 11; for 10 it is 0.
    pub(super) const R11_0: &str = "01234567890";
    /// For 10 it is X.
    pub(super) const R11_X: &str = "0123456789X";
    /// A remainder of 10 is never given.
    pub(super) const R11_NO: &str = "0123456789!";
    /// For 10 the next weights decide; there 10 is 0.
    pub(super) const R11_NEXT: &str = "0123456789>";
    /// For 10 the next weights decide; there 10 is never given.
    pub(super) const R11_NEXT_NO: &str = "0123456789}";
    /// It makes the remainder up to 11; for 10 it is 0.
    pub(super) const C11_0: &str = "00987654321";
    /// For 10 it is A.
    pub(super) const C11_A: &str = "0A987654321";
    /// For 10 it is K.
    pub(super) const C11_K: &str = "0K987654321";
    /// 10 is never given.
    pub(super) const C11_NO: &str = "0!987654321";
}

/// The schemes of each country, sorted by its code.
#[rustfmt::skip] // Two letters an entry read best as they flow.
const COUNTRIES: &[&[Row]; 152] = &[
    western_europe::AD, africa_middle_east::AE, asia::AF, eastern_europe::AL, eastern_europe::AM,
    africa_middle_east::AO, south_america::AR, western_europe::AT, asia::AU, eastern_europe::AZ,
    eastern_europe::BA, americas::BB, asia::BD, western_europe::BE, eastern_europe::BG,
    africa_middle_east::BH, south_america::BO, south_america::BR, africa_middle_east::BW,
    eastern_europe::BY, americas::BZ, americas::CA, western_europe::CH, africa_middle_east::CI,
    south_america::CL, africa_middle_east::CM, asia::CN, south_america::CO, americas::CR, americas::CU,
    americas::CW, western_europe::CY, eastern_europe::CZ, western_europe::DE, northern_europe::DK,
    americas::DM, americas::DO, africa_middle_east::DZ, south_america::EC, northern_europe::EE,
    africa_middle_east::EG, western_europe::ES, africa_middle_east::ET, northern_europe::FI, asia::FJ,
    northern_europe::FO, western_europe::FR, western_europe::GB, eastern_europe::GE,
    africa_middle_east::GH, western_europe::GI, africa_middle_east::GN, western_europe::GR,
    americas::GT, asia::HK, americas::HN, eastern_europe::HR, americas::HT, eastern_europe::HU,
    asia::ID, western_europe::IE, africa_middle_east::IL, western_europe::IM, asia::IN,
    africa_middle_east::IQ, africa_middle_east::IR, northern_europe::IS, western_europe::IT,
    americas::JM, africa_middle_east::JO, asia::JP, africa_middle_east::KE, eastern_europe::KG,
    asia::KH, africa_middle_east::KM, asia::KR, africa_middle_east::KW, eastern_europe::KZ, asia::LA,
    americas::LC, western_europe::LI, asia::LK, africa_middle_east::LR, northern_europe::LT,
    western_europe::LU, northern_europe::LV, africa_middle_east::LY, africa_middle_east::MA,
    eastern_europe::MD, eastern_europe::ME, africa_middle_east::MG, eastern_europe::MK, asia::MO,
    africa_middle_east::MR, western_europe::MT, africa_middle_east::MU, africa_middle_east::MW,
    americas::MX, asia::MY, africa_middle_east::MZ, africa_middle_east::NA, africa_middle_east::NG,
    americas::NI, western_europe::NL, northern_europe::NO, asia::NP, asia::NZ, africa_middle_east::OM,
    americas::PA, south_america::PE, asia::PG, asia::PH, asia::PK, eastern_europe::PL,
    western_europe::PT, south_america::PY, africa_middle_east::QA, eastern_europe::RO,
    eastern_europe::RS, eastern_europe::RU, africa_middle_east::RW, africa_middle_east::SA,
    africa_middle_east::SC, northern_europe::SE, asia::SG, eastern_europe::SI, eastern_europe::SK,
    western_europe::SM, africa_middle_east::SN, africa_middle_east::SO, south_america::SR, americas::SV,
    africa_middle_east::TG, asia::TH, africa_middle_east::TN, eastern_europe::TR, americas::TT,
    asia::TW, africa_middle_east::TZ, eastern_europe::UA, africa_middle_east::UG, americas::US,
    south_america::UY, eastern_europe::UZ, americas::VC, south_america::VE, asia::VN,
    eastern_europe::XK, africa_middle_east::YE, africa_middle_east::ZA, africa_middle_east::ZM,
    africa_middle_east::ZW,
];

const PACKED: Packed<{ COUNTRIES.len() }> = pack::countries(COUNTRIES);
static BYTES: [u8; PACKED.bytes.len] = PACKED.bytes.all();
static STARTS: [u16; COUNTRIES.len()] = PACKED.starts;

/// The schemes of each country, as the engine reads them.
pub(super) const ALL: Groups = Groups { bytes: &BYTES, starts: &STARTS };

static TEXTS: [u8; pack::texts(COUNTRIES).len] = pack::texts(COUNTRIES).all();

/// What people read of a scheme, by the place of its country and its own in it.
pub(super) fn texts((country, row): (u8, u8)) -> Reader<'static> {
    let nth = |parts: &'static [u8], places: u8| {
        let mut parts = Reader(parts);
        for _ in 0..places {
            parts.part();
        }
        parts.part()
    };
    Reader(nth(nth(&TEXTS, country), row))
}
