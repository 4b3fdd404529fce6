//! Reports through serde: the keys, and their order, of [`Report::to_json`]. Feature `serde`.

use alloc::string::String;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::{
    finding::Param,
    issue::Issue,
    report::{RULES_VERSION, Report, write_date},
    tables::DATA_VERSION,
};

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut as_of = String::new();
        write_date(&mut as_of, self.as_of);
        let mut report = serializer.serialize_struct("Report", 6)?;
        report.serialize_field("verdict", self.verdict.name())?;
        report.serialize_field("issues", &self.issues)?;
        report.serialize_field("truncated", &self.truncated)?;
        report.serialize_field("rulesVersion", RULES_VERSION)?;
        report.serialize_field("dataVersion", DATA_VERSION)?;
        report.serialize_field("asOf", &as_of)?;
        report.end()
    }
}

impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut issue = serializer.serialize_struct("Issue", 6)?;
        issue.serialize_field("path", &self.path())?;
        issue.serialize_field("pointer", &self.pointer())?;
        issue.serialize_field("code", self.code.name())?;
        issue.serialize_field("severity", self.severity.name())?;
        issue.serialize_field("message", &self.message())?;
        issue.serialize_field("params", &Params(&self.params))?;
        issue.end()
    }
}

struct Params<'a>(&'a [(&'static str, Param)]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut params = serializer.serialize_map(Some(self.0.len()))?;
        for (name, param) in self.0 {
            params.serialize_entry(name, param)?;
        }
        params.end()
    }
}

impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => list.serialize(serializer),
        }
    }
}
