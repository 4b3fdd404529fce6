//! What a caller who asks about a zone is told, as JSON: the same bytes from the command line and from wasm. It holds the
//! holder's data, which the caller gave.

use alloc::string::String;

use time::Date;

use crate::report::{write_date, write_string};

use super::{Check, Mrz, MrzFault, Note, parse};

/// Reads a zone and tells what stands in it:
/// `{"valid":true,"format":"TD3","failed":[],"notes":[],"fields":{…},"corrections":[],"lines":[…]}`; for lines that are no zone
/// `{"valid":false,"format":null,"failed":["shape"]}`, `"length"` or `"character"`, the last two with the `line`. A correction is
/// `{"line":2,"column":16,"character":"0"}`. `today` decides the century of the birth. Names in `fields`: documentCode, issuer,
/// nationality, documentNumber, primary, secondary, namesMayBeCut, dateOfBirth, dateOfExpiry, sex, optionalData; dates that are
/// not whole are `null`, and so is a sex not specified.
///
/// ```
/// use kyc_rules::mrz::answer;
/// let today = time::Date::from_calendar_date(2026, time::Month::January, 31).unwrap();
/// assert_eq!(answer(&["P<UTO"], today), r#"{"valid":false,"format":null,"failed":["shape"]}"#);
/// let told = answer(&["I<UTOD231458907", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA"], today);
/// assert!(told.starts_with(r#"{"valid":true,"format":"TD1","failed":[],"notes":[],"fields":{"documentCode":"I","#));
/// ```
#[must_use]
pub fn answer(lines: &[&str], today: Date) -> String {
    let mut out = String::with_capacity(512);
    match parse(lines) {
        Ok(zone) => write_zone(&mut out, &zone, today),
        Err(fault) => write_fault(&mut out, fault),
    }
    out
}

fn write_fault(out: &mut String, fault: MrzFault) {
    let (name, line) = match fault {
        MrzFault::Shape => ("shape", None),
        MrzFault::Length { line } => ("length", Some(line)),
        MrzFault::Character { line } => ("character", Some(line)),
    };
    out.push_str("{\"valid\":false,\"format\":null,\"failed\":[");
    write_string(out, name);
    out.push(']');
    if let Some(line) = line {
        out.push_str(",\"line\":");
        write_number(out, line);
    }
    out.push('}');
}

fn write_zone(out: &mut String, zone: &Mrz, today: Date) {
    out.push_str("{\"valid\":");
    write_flag(out, zone.is_valid());
    out.push_str(",\"format\":");
    write_string(out, zone.format().name());
    out.push_str(",\"failed\":");
    write_list(out, zone.failed().map(Check::name), write_string);
    out.push_str(",\"notes\":");
    write_list(out, zone.notes().map(Note::name), write_string);
    out.push_str(",\"fields\":");
    write_fields(out, zone, today);
    out.push_str(",\"corrections\":");
    write_list(out, zone.corrections().into_iter(), |out, correction| {
        out.push_str("{\"line\":");
        write_number(out, correction.line);
        out.push_str(",\"column\":");
        write_number(out, correction.column);
        out.push_str(",\"character\":");
        write_string(out, correction.character.encode_utf8(&mut [0; 4]));
        out.push('}');
    });
    out.push_str(",\"lines\":");
    write_list(out, zone.lines(), write_string);
    out.push('}');
}

fn write_fields(out: &mut String, zone: &Mrz, today: Date) {
    let texts = [
        ("{\"documentCode\":", zone.document_code()),
        (",\"issuer\":", zone.issuer()),
        (",\"nationality\":", zone.nationality()),
        (",\"documentNumber\":", &zone.document_number()),
        (",\"primary\":", &zone.primary()),
        (",\"secondary\":", &zone.secondary()),
    ];
    for (key, text) in texts {
        out.push_str(key);
        write_string(out, text);
    }
    out.push_str(",\"namesMayBeCut\":");
    write_flag(out, zone.names_may_be_cut());
    let dates = [
        (",\"dateOfBirth\":", zone.date_of_birth().as_birth(today)),
        (",\"dateOfExpiry\":", zone.date_of_expiry().as_expiry()),
    ];
    for (key, date) in dates {
        out.push_str(key);
        match date {
            Some(date) => {
                out.push('"');
                write_date(out, date);
                out.push('"');
            }
            None => out.push_str("null"),
        }
    }
    out.push_str(",\"sex\":");
    match zone.sex() {
        Some(sex) => write_string(out, sex),
        None => out.push_str("null"),
    }
    out.push_str(",\"optionalData\":");
    write_list(out, zone.optional_data(), write_string);
    out.push('}');
}

fn write_flag(out: &mut String, flag: bool) {
    out.push_str(if flag { "true" } else { "false" });
}

fn write_number(out: &mut String, number: u8) {
    for divisor in [100, 10, 1] {
        let leading = number.checked_div(divisor).unwrap_or(0);
        if leading > 0 || divisor == 1 {
            out.extend(char::from_digit(u32::from(leading % 10), 10));
        }
    }
}

fn write_list<T>(out: &mut String, items: impl Iterator<Item = T>, write: impl Fn(&mut String, T)) {
    out.push('[');
    for (at, item) in items.enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(out, item);
    }
    out.push(']');
}
